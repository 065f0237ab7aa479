import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { withQuery } from '../../shell/paths.ts';
import { type PublicAnswer, publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { consentTextVersion } from '../../texts/statements.texts.ts';
import { formatDate, period } from '../../ui/dates.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, refusedForm } from '../../ui/form.ts';
import { breadcrumb, facts, notice } from '../../ui/parts.ts';
import { type Answer, must, settle, upstreamDown } from '../../upstream/answer.ts';
import { enrolForm } from './enrol.view.ts';
import { readAnswers, type Session, type Vocabularies } from './session.model.ts';
import { availabilityBadge, modeName } from './session-card.view.ts';

/** A session's page: what, when, whether there is a place, and the form for it. */
export function sessionPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'session', {
    get: (view, request) => show(view, idOf(request), emptyForm),
    post: async (view, request) => {
      const id = idOf(request);
      const fields = fieldsOf(request.body);
      // The session says which questions it has, and so which fields there were.
      const asked = await settle(view.api.training.GET('/v1/sessions/{id}', { params: { path: { id } } }));
      // Nobody waits a second time for what does not answer.
      if (asked.kind === 'down') throw upstreamDown();
      const answers = asked.kind === 'ok' ? readAnswers(fields, asked.data.programme.questions) : {};
      const profile = given({
        gender: fields.text('profile.gender'),
        employmentSituation: fields.text('profile.employmentSituation'),
        studyLevel: fields.text('profile.studyLevel'),
        discovery: fields.text('profile.discovery'),
      });
      const answer = await settle(
        view.api.training.POST('/v1/sessions/{id}/enrolments', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            name: fields.required('name'),
            email: fields.required('email'),
            language: fields.text('language') === 'es' ? 'es' : 'ca',
            consents: {
              textVersion: consentTextVersion,
              // Not ticked is sent as such: the service says that it is needed.
              data: fields.flag('consents.data') as true,
              images: fields.flag('consents.images'),
              news: fields.flag('consents.news'),
            },
            answers,
            profile,
            ...given({
              place: (['room', 'online'] as const).find((one) => one === fields.text('place')),
              accessibility: fields.text('accessibility'),
              phone: fields.text('phone'),
              birthYear: fields.number('birthYear'),
              municipality: fields.text('municipality'),
              homepage: fields.text('homepage'),
            }),
          },
        }),
      );
      switch (answer.kind) {
        case 'ok':
          return enrolled(view, id, answer.data);
        case 'refused':
          return show(
            view,
            id,
            refusedForm(fields.values, answer.problem, { 'consents.data': view.t.training.consentNeeded }),
            422,
          );
        case 'down':
          return show(view, id, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      }
    },
  });
}

function idOf(request: { params: unknown }): string {
  return (request.params as { id?: string }).id ?? '';
}

async function show(view: View, id: string, state: FormState, status = 200): Promise<PublicAnswer> {
  const t = view.t.training;
  const path = { path: { id } };
  const [answer, linked, words] = await Promise.all([
    settle(view.api.training.GET('/v1/sessions/{id}', { params: path })),
    settle(view.api.training.GET('/v1/sessions/{id}', { params: path, headers: { accept: 'application/ld+json' } })),
    settle(view.api.training.GET('/v1/vocabularies')),
  ]);
  const session = must(answer);
  const { title, summary, startsAt, endsAt, mode, venue } = session;
  const wrong = status === 200 ? '' : view.t.shell.errorPrefix;
  return {
    status,
    title: `${wrong}${view.plain(title)}`,
    description: `${formatDate(view.language, 'moment', startsAt)}. ${view.plain(summary)}`,
    jsonLd: linked.kind === 'ok' ? linked.data : undefined,
    body: html`${breadcrumb(view, [
        { href: view.href('home'), text: view.t.shell.home },
        { href: view.href('training'), text: view.t.shell.training },
      ])}
      <article class="narrow">
        <h1>${view.say(title)}</h1>
        <p>${availabilityBadge(view, session)}</p>
        ${session.cancellationReason && notice('danger', html`${t.cancelled}. ${view.say(session.cancellationReason)}`)}
        <p class="lead">${view.say(summary)}</p>
        ${facts([
          [t.when, period(view.language, startsAt, endsAt)],
          [t.how, modeName(view, mode)],
          [t.where, venue],
        ])}
        ${session.previousStartsAt !== null && notice('info', t.moved(formatDate(view.language, 'moment', session.previousStartsAt)))}
        <p>
          <a href="${withQuery(`/training/v1/sessions/${id}/calendar.ics`, { lang: view.language })}"
            >${t.addToCalendar}</a
          >
        </p>
        ${enrolment(view, session, state, words)}
      </article>`,
  };
}

function enrolment(view: View, session: Session, state: FormState, words: Answer<Vocabularies>): Html | undefined {
  if (session.forMinors) return notice('info', view.t.training.forMinors);
  const t = view.t.training;
  switch (session.availability) {
    case 'open':
    case 'waiting-list':
      return enrolForm(view, session, { state, words });
    case 'not-yet-open':
      return session.enrolmentOpensAt === null
        ? undefined
        : notice('info', t.opensAt(formatDate(view.language, 'moment', session.enrolmentOpensAt)));
    default:
      // It filled up, or began, while the form was being written.
      return state.problem === undefined ? undefined : notice('danger', state.problem);
  }
}

function enrolled(
  view: View,
  id: string,
  { status, position }: { status: string; position: number | null },
): PublicAnswer {
  const t = view.t.training;
  const confirmed = status === 'confirmed';
  return {
    title: confirmed ? t.confirmedTitle : t.waitingTitle,
    hidden: true,
    body: html`<div class="narrow">
      <h1>${confirmed ? t.confirmedTitle : t.waitingTitle}</h1>
      <p class="lead">${confirmed ? t.confirmedText : t.waitingText(position ?? 0)}</p>
      <p class="actions">
        ${
          confirmed &&
          html`<a
            class="button"
            href="${withQuery(`/training/v1/sessions/${id}/calendar.ics`, { lang: view.language })}"
            >${t.addToCalendar}</a
          >`
        }
        <a href="${view.href('training')}">${t.back}</a>
      </p>
    </div>`,
  };
}
