import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html, when } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { consentTextVersion } from '../../../texts/statements.texts.ts';
import { formatDate } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge, notice, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { folded, paramOf, versioned } from '../../../ui/lists.ts';

interface Row {
  readonly enrolmentId: string;
  readonly version: number;
  readonly status: string;
  readonly name: string;
  readonly walkIn: boolean;
  readonly imagesConsent: boolean;
}

/** The list of a session, made for a phone at the door; and what is done with one enrolment. */
export function attendancePages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/attendance', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const [session, list] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path } })),
        settle(
          view.api.training.GET('/v1/staff/sessions/{id}/attendance', { params: { path, query: { limit: 100 } } }),
        ),
      ]);
      const { title, startsAt, status } = must(session);
      const t = view.t.consoleSessions;
      const begun = status === 'in-progress' || status === 'held';
      return {
        title: `${t.attendance}: ${view.plain(title)}`,
        section: 'sessions',
        body: html`<div class="narrow">
          <h1>${t.attendance}</h1>
          <p class="lead">
            <a href="${view.at(`/sessions/${path.id}`)}">${view.say(title)}</a>,
            ${formatDate(view.language, 'short', startsAt)}
          </p>
          ${!begun && notice('info', t.notBegun)}
          ${partOf(
            view,
            t.attendance.toLowerCase(),
            list,
            ({ items, totals }) =>
              html`<p role="status">${t.attendanceTotals(totals.attended, totals.absent, totals.unrecorded)}</p>
                ${
                  items.length === 0
                    ? html`<p>${view.t.desk.empty}</p>`
                    : view.form(
                        view.at(`/sessions/${path.id}/attendance`),
                        html`<ul class="roll">
                          ${items.map((row) => rollRow(view, row))}
                        </ul>`,
                        html`<p class="actions actions-sticky">
                          <button class="button" type="submit">${t.saveAttendance}</button>
                        </p>`,
                      )
                }
                ${begun && folded(t.walkIn, walkInForm(view, path.id))}`,
          )}
        </div>`,
      };
    },
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      // `mark.<enrolment>` is `yes`, `no` or empty; `version.<enrolment>` says over which state it was set.
      const marks = Object.keys(fields.values).flatMap((name) => {
        const enrolmentId = /^mark\.(.+)$/.exec(name)?.[1];
        const mark = fields.text(name);
        if (enrolmentId === undefined || mark === undefined || mark === fields.text(`was.${enrolmentId}`)) return [];
        return [{ enrolmentId, version: fields.number(`version.${enrolmentId}`) ?? 0, present: mark === 'yes' }];
      });
      const to = view.at(`/sessions/${id}/attendance`);
      if (marks.length === 0) return { redirect: to };
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/attendance', { params: { path: { id } }, body: { marks } }),
      );
      return outcome(view, answer, { done: view.t.consoleSessions.attendanceSaved, to });
    },
  });
  deskPage(app, desk, '/sessions/:id/walk-ins', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/walk-ins', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            name: fields.required('name'),
            email: fields.required('email'),
            language: view.language === 'es' ? 'es' : 'ca',
            consents: { textVersion: consentTextVersion, data: fields.flag('consents.data') as true },
            ...given({
              phone: fields.text('phone'),
              birthYear: fields.number('birthYear'),
              municipality: fields.text('municipality'),
            }),
          },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/sessions/${id}/attendance`) });
    },
  });
  deskPage(app, desk, '/sessions/:id/enrolments/:enrolment/cancel', {
    post: async (view, request) => {
      const version = fieldsOf(request.body).text('version');
      const answer = await settle(
        view.api.training.POST('/v1/staff/enrolments/{id}/cancel', {
          ...versioned(paramOf(request, 'enrolment'), version),
          body: {},
        }),
      );
      const to = view.at(`/sessions/${paramOf(request, 'id')}`);
      return outcome(view, answer, { done: view.t.consoleSessions.enrolmentCancelled, to });
    },
  });
}

function rollRow(view: DeskView, { enrolmentId: id, version, status, name, walkIn, imagesConsent }: Row): Html {
  const t = view.t.consoleSessions;
  const was = status === 'attended' ? 'yes' : status === 'absent' ? 'no' : '';
  const mark = (value: string, text: string) =>
    html`<label class="mark"
      ><input type="radio" name="mark.${id}" value="${value}" ${when(was === value, 'checked')} />
      <span>${text}</span></label
    >`;
  return html`<li>
    <fieldset>
      <legend>
        ${name} ${walkIn && badge('neutral', t.walkInBadge)} ${!imagesConsent && badge('attention', t.images)}
      </legend>
      <input type="hidden" name="version.${id}" value="${version}" /><input
        type="hidden"
        name="was.${id}"
        value="${was}"
      />
      <div class="marks">${mark('yes', t.present)} ${mark('no', t.missing)}</div>
    </fieldset>
  </li>`;
}

function walkInForm(view: DeskView, sessionId: string): Html {
  const { consoleSessions: t, training } = view.t;
  const form = formWriter(view, emptyForm);
  return view.form(
    view.at(`/sessions/${sessionId}/walk-ins`),
    form.hidden('key', randomUUID()),
    form.text('name', training.name, { required: true }),
    form.text('email', training.email, { required: true, type: 'email' }),
    form.text('phone', training.phone, { type: 'tel' }),
    form.text('birthYear', training.birthYear, { inputmode: 'numeric' }),
    form.text('municipality', training.municipality),
    form.check('consents.data', t.walkInConsent, { required: true }),
    html`<button class="button" type="submit">${t.walkInAdd}</button>`,
  );
}
