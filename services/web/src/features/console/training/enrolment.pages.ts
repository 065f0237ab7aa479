import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { consentTextVersion } from '../../../texts/statements.texts.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { folded, paramOf, versioned } from '../../../ui/lists.ts';
import { badge, facts, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { readEnrolment } from './enrolment-edit.pages.ts';
import { enrolmentStatusName } from './enrolments.view.ts';

/** One enrolment: why it stands as it does and what became of it; and people whom staff enrol or move by hand. */
export function enrolmentPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/enrolments/:enrolment', {
    get: async (view, request) => {
      const [id, enrolment] = [paramOf(request, 'id'), paramOf(request, 'enrolment')];
      const [person, explanation, sessions] = await Promise.all([
        readEnrolment(view, enrolment),
        settle(view.api.training.GET('/v1/staff/enrolments/{id}/explanation', { params: { path: { id: enrolment } } })),
        settle(
          view.api.training.GET('/v1/staff/sessions', {
            params: { query: { status: 'published', from: new Date().toISOString(), limit: 100 } },
          }),
        ),
      ]);
      const why = must(explanation);
      const { consoleCourses: t, consoleSessions: s, training, desk: words } = view.t;
      const { name } = person;
      const form = formWriter(view, emptyForm);
      const open = why.status === 'confirmed' || why.status === 'waiting' || why.status === 'offered';
      return {
        title: t.enrolmentOf(name),
        section: 'sessions',
        body: html`<h1>${t.enrolmentOf(name)}</h1>
          <p><a href="${view.at(`/sessions/${id}`)}">${s.enrolments}</a></p>
          <p>${badge('neutral', enrolmentStatusName(view, why.status))} ${why.sentence}</p>
          ${facts([
            [training.email, html`<a href="mailto:${person.email}">${person.email}</a>`],
            [training.phone, person.phone !== null && html`<a href="tel:${person.phone}">${person.phone}</a>`],
            [training.birthYear, person.birthYear !== null && String(person.birthYear)],
            [training.municipality, person.municipality],
            [training.accessibility, person.accessibility],
            [s.images, !person.consents.images.given && t.yes],
            [
              t.questions,
              Object.keys(person.answers).length > 0 &&
                html`<ul>
                  ${Object.entries(person.answers).map(([question, answer]) => html`<li>${question}: ${String(answer)}</li>`)}
                </ul>`,
            ],
          ])}
          ${why.status !== 'cancelled' && html`<p class="actions"><a class="button button-quiet" href="${view.at(`/sessions/${id}/enrolments/${enrolment}/edit`)}">${words.edit}</a></p>`}
          ${
            open &&
            partOf(view, s.title.toLowerCase(), sessions, ({ items }) =>
              folded(
                t.move,
                view.form(
                  view.at(`/sessions/${id}/enrolments/${enrolment}/move`),
                  form.hidden('version', String(person.version)),
                  form.select(
                    'sessionId',
                    t.moveTo,
                    items
                      .filter((one) => one.id !== id && !one.forMinors)
                      .map((one) => ({
                        value: one.id,
                        text: `${view.plain(one.title)}, ${formatDate(view.language, 'short', one.startsAt)}`,
                      })),
                    { required: true },
                  ),
                  html`<button class="button" type="submit">${t.move}</button>`,
                ),
              ),
            )
          }
          <h2>${words.history}</h2>
          <ol class="timeline">
            ${why.history.map(
              ({ type, at, by, detail }) =>
                html`<li>
                  ${time(view.language, 'short', at)} ·
                  ${eventName(view, type)}${changedFields(view, detail)}${by.name !== null && ` · ${by.name}`}
                </li>`,
            )}
          </ol>`,
      };
    },
  });
  deskPage(app, desk, '/sessions/:id/enrolments/:enrolment/move', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const to = fields.required('sessionId');
      const answer = await settle(
        view.api.training.POST('/v1/staff/enrolments/{id}/move', {
          ...versioned(paramOf(request, 'enrolment'), fields.text('version')),
          body: { sessionId: to },
        }),
      );
      const here = `/sessions/${paramOf(request, 'id')}/enrolments/${paramOf(request, 'enrolment')}`;
      return outcome(view, answer, {
        done: view.t.consoleCourses.moved,
        to: view.at(answer.kind === 'ok' ? `/sessions/${to}/enrolments/${answer.data.id}` : here),
      });
    },
  });
  deskPage(app, desk, '/sessions/:id/enrolments', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/enrolments', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            name: fields.required('name'),
            email: fields.required('email'),
            language: fields.text('language') === 'es' ? 'es' : 'ca',
            consents: { textVersion: consentTextVersion, data: fields.flag('consents.data') as true },
            ...given({
              phone: fields.text('phone'),
              birthYear: fields.number('birthYear'),
              municipality: fields.text('municipality'),
            }),
          },
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/sessions/${id}`),
          flash: { tone: 'success', text: view.t.consoleCourses.enrolledNow },
        };
      if (answer.kind === 'down')
        return formPage(view, id, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      return formPage(view, id, refusedForm(fields.values, answer.problem), 422);
    },
  });
}

/** The form by which staff enrol somebody who telephones or stands before them. */
export function enrolByHand(view: DeskView, { id }: { id: string }, state: FormState = emptyForm): Html {
  const { consoleCourses: t, training } = view.t;
  const form = formWriter(view, state);
  const key = state.values['key'];
  return view.form(
    view.at(`/sessions/${id}/enrolments`),
    form.summary(),
    form.hidden('key', typeof key === 'string' ? key : randomUUID()),
    form.text('name', training.name, { required: true }),
    form.text('email', training.email, { required: true, type: 'email' }),
    form.text('phone', training.phone, { type: 'tel' }),
    form.text('birthYear', training.birthYear, { inputmode: 'numeric' }),
    form.text('municipality', training.municipality),
    form.radios(
      'language',
      view.t.shell.languageMenu,
      [
        { value: 'ca', text: 'Català' },
        { value: 'es', text: 'Castellano' },
      ],
      { required: true, initial: view.language },
    ),
    form.check('consents.data', t.enrolConsent, { required: true }),
    html`<button class="button" type="submit">${t.enrolByHand}</button>`,
  );
}

function formPage(view: DeskView, id: string, state: FormState, status: number): DeskAnswer {
  const t = view.t.consoleCourses;
  return {
    status,
    title: `${view.t.shell.errorPrefix}${t.enrolByHand}`,
    section: 'sessions',
    body: html`<div class="narrow">
      <h1>${t.enrolByHand}</h1>
      <p><a href="${view.at(`/sessions/${id}`)}">${view.t.consoleSessions.enrolments}</a></p>
      ${enrolByHand(view, { id }, state)}
    </div>`,
  };
}

/** What of a person was changed, in words; the answers and what was agreed to are named as wholes. */
function changedFields(
  { t: { training, consoleCourses: c } }: DeskView,
  detail: Record<string, unknown> | null,
): string {
  const changed: unknown = detail?.['changed'];
  if (!Array.isArray(changed) || changed.length === 0) return '';
  const names: Record<string, string> = {
    name: training.name,
    givenName: c.givenName,
    surnames: c.surnames,
    phone: training.phone,
    birthYear: training.birthYear,
    municipality: training.municipality,
    profile: training.about,
    accessibility: training.accessibility,
    answers: c.questions,
    consents: training.consents,
  };
  return `: ${changed.map((name) => (names[String(name)] ?? String(name)).toLowerCase()).join(', ')}`;
}

/** What became of an enrolment, in words; its name where nobody has words for it. */
function eventName({ t: { consoleSessions: s, consoleCourses: t } }: DeskView, type: string): string {
  const names: Record<string, string> = {
    confirmed: s.confirmed,
    waitlisted: s.waiting,
    offered: t.offered,
    promoted: t.eventPromoted,
    cancelled: s.cancelled,
    rescheduled: t.eventRescheduled,
    kept: t.eventKept,
    'details-changed': t.eventDetailsChanged,
    'attendance-recorded': t.eventAttendance,
    'walked-in': s.walkInBadge,
  };
  return names[type.replace(/^.*\./, '')] ?? type;
}
