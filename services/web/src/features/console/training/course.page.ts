import { randomUUID } from 'node:crypto';

import { findActuacio } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { folded, paramOf, step, table, versioned } from '../../../ui/lists.ts';
import { badge, facts, notice, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { trainingNav } from '../section-nav.view.ts';
import { certificateTable } from './certificates.view.ts';
import { type Course, readCourse } from './course-edit.pages.ts';
import { courseBadge } from './courses.page.ts';
import { actionKindName } from './programme-form.view.ts';
import type { Programme } from './programme.model.ts';
import { sessionStatusName, sessionTone } from './sessions.page.ts';

/** One course: what it says, its sessions, who came, its certificates, and its steps. */
export function coursePage(app: App, desk: Desk): void {
  deskPage(app, desk, '/courses/:id', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const [course, attendance, certificates] = await Promise.all([
        readCourse(view, path.id),
        settle(view.api.training.GET('/v1/staff/courses/{id}/attendance', { params: { path } })),
        settle(
          view.api.training.GET('/v1/staff/certificates', { params: { query: { courseId: path.id, limit: 100 } } }),
        ),
      ]);
      const { consoleCourses: t, consoleSessions: s, desk: words, training } = view.t;
      return {
        title: view.plain(course.title),
        section: 'sessions',
        body: html`${trainingNav(view, '/courses')}
          <h1>${view.say(course.title)}</h1>
          <p>${courseBadge(view, course.status)}</p>
          <p class="lead">${view.say(course.summary)}</p>
          ${course.cancellationReason && notice('danger', html`${view.say(course.cancellationReason)}`)}
          ${steps(view, course)} ${programmeFacts(view, course.programme)}
          <h2>${t.sessions}</h2>
          ${table(view, t.sessions, {
            headings: [words.name, training.when, words.status, s.venue, s.capacity, s.confirmed, s.waiting],
            rows: course.sessions.map(({ id, title, startsAt, status, venue, capacity, confirmed, waiting }) => [
              html`<a href="${view.at(`/sessions/${id}`)}">${view.say(title)}</a>`,
              time(view.language, 'short', startsAt),
              badge(sessionTone(status), sessionStatusName(view, status)),
              venue,
              capacity,
              confirmed,
              waiting,
            ]),
          })}
          ${
            course.status !== 'cancelled' &&
            html`<p>
              <a class="button button-quiet" href="${view.at('/sessions/new', { courseId: course.id })}"
                >${t.addSession}</a
              >
            </p>`
          }
          <h2>${t.who}</h2>
          ${partOf(view, t.who.toLowerCase(), attendance, ({ people }) =>
            table(view, t.who, {
              headings: [words.person, training.email, t.hours, t.ofTime],
              rows: people.map(({ name, email, minutes, percent }) => [
                name,
                html`<a href="mailto:${email}">${email}</a>`,
                t.minutes(minutes),
                `${percent} %`,
              ]),
            }),
          )}
          <h2>${t.certificates}</h2>
          ${
            course.programme.certificate !== undefined &&
            html`<div class="actions">
              ${step(view, view.at(`/courses/${course.id}/certificates`), t.issue, { quiet: true })}
            </div>`
          }
          ${partOf(view, t.certificates.toLowerCase(), certificates, ({ items }) => certificateTable(view, items, `/courses/${course.id}`))}`,
      };
    },
  });
  deskPage(app, desk, '/courses/:id/publish', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const call = { ...versioned(id, fieldsOf(request.body).text('version')), body: {} };
      const answer = await settle(view.api.training.POST('/v1/staff/courses/{id}/publish', call));
      return outcome(view, answer, { done: view.t.consoleCourses.statusPublished, to: view.at(`/courses/${id}`) });
    },
  });
  deskPage(app, desk, '/courses/:id/cancel', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const reason = { ca: fields.required('reason.ca'), ...given({ es: fields.text('reason.es') }) };
      const call = { ...versioned(id, fields.text('version')), body: { reason } };
      const answer = await settle(view.api.training.POST('/v1/staff/courses/{id}/cancel', call));
      return outcome(view, answer, { done: view.t.consoleCourses.statusCancelled, to: view.at(`/courses/${id}`) });
    },
  });
  deskPage(app, desk, '/courses/:id/clone', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/courses/{id}/clone', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: { startsOn: fields.required('startsOn') },
        }),
      );
      const to = view.at(`/courses/${answer.kind === 'ok' ? answer.data.id : id}`);
      return outcome(view, answer, { done: view.t.consoleCourses.cloned, to });
    },
  });
  deskPage(app, desk, '/courses/:id/certificates', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.training.POST('/v1/staff/courses/{id}/certificates', { params: { path: { id } }, body: {} }),
      );
      const done = view.t.consoleCourses.issued(answer.kind === 'ok' ? answer.data.issued : 0);
      return outcome(view, answer, { done, to: view.at(`/courses/${id}`) });
    },
  });
}

function steps(view: DeskView, { id, version, status, sessions }: Course): Html {
  const { consoleCourses: t, consoleSessions: s, desk: words } = view.t;
  const at = (name: string) => view.at(`/courses/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  // A published course may get another session, which is a draft until it is published too.
  const publishable = status === 'draft' || (status === 'published' && sessions.some((one) => one.status === 'draft'));
  const cloning = folded(
    t.clone,
    view.form(
      at('clone'),
      form.hidden('key', randomUUID()),
      form.text('startsOn', t.cloneOn, { type: 'date', required: true, hint: t.cloneHint }),
      html`<button class="button" type="submit">${t.clone}</button>`,
    ),
  );
  const cancelling = folded(
    t.cancel,
    view.form(
      at('cancel'),
      form.hidden('version', String(version)),
      form.text('reason.ca', `${s.cancelReason} (ca)`, { required: true }),
      form.text('reason.es', `${s.cancelReason} (es)`),
      html`<button class="button" type="submit">${t.cancel}</button>`,
    ),
  );
  return html`<div class="actions">
      ${publishable && step(view, at('publish'), t.publish, { version })}
      ${status !== 'cancelled' && html`<a class="button button-quiet" href="${at('edit')}">${words.edit}</a>`}
      ${sessions.some((one) => one.status === 'held') && html`<a class="button button-quiet" href="${at('survey')}">${s.survey}</a>`}
    </div>
    ${cloning} ${status !== 'cancelled' && cancelling}`;
}

/** What a course or a session says besides its title, date and place. */
export function programmeFacts(view: DeskView, programme: Programme): Html {
  const t = view.t.consoleCourses;
  const { kind, topics, audience, responsible, justification, joinUrl, instructions, certificate } = programme;
  const actuacio = justification && findActuacio(justification.call, justification.actuacio);
  return facts([
    [t.kind, kind && actionKindName(view, kind)],
    [t.topics, topics?.join(', ')],
    [t.audience, view.say(audience)],
    [t.responsible, responsible?.name],
    [t.actuacio, justification && `${justification.call} · ${justification.actuacio} ${actuacio?.name ?? ''}`],
    [t.joinUrl, joinUrl && html`<a href="${joinUrl}" rel="external">${joinUrl}</a>`],
    [t.instructions, view.say(instructions)],
    [t.certificates, certificate && t.certificateRule(certificate.minimumPercent)],
    [
      t.questions,
      programme.questions &&
        html`<ol>
          ${programme.questions.map(({ label }) => html`<li>${view.say(label)}</li>`)}
        </ol>`,
    ],
    [
      t.materials,
      programme.materials &&
        html`<ul>
          ${programme.materials.map(({ title, url }) => html`<li><a href="${url}" rel="external">${view.say(title)}</a></li>`)}
        </ul>`,
    ],
  ]);
}
