import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { period } from '../../../ui/dates.ts';
import { fieldsOf, given, localDateTime } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge, facts, notice, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { trainingNav } from '../section-nav.view.ts';
import { programmeFacts } from './course.page.ts';
import { enrolByHand } from './enrolment.pages.ts';
import { enrolmentTable } from './enrolments.view.ts';
import { folded, paramOf, step, versioned } from '../../../ui/lists.ts';
import { sessionStatusName, sessionTone, type SessionStatus } from './sessions.page.ts';

interface Session {
  readonly id: string;
  readonly version: number;
  readonly status: SessionStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly forMinors: boolean;
}

/** One session: where it stands, its steps, and who is enrolled. */
export function sessionDeskPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const [answer, enrolments, rooms] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path } })),
        settle(
          view.api.training.GET('/v1/staff/sessions/{id}/enrolments', { params: { path, query: { limit: 100 } } }),
        ),
        settle(view.api.training.GET('/v1/staff/rooms')),
      ]);
      const session = must(answer);
      const { consoleSessions: t, consoleCourses: w, training, console: c } = view.t;
      const course = await courseOf(view, session.courseId);
      const room = rooms.kind === 'ok' ? rooms.data.items.find(({ id }) => id === session.roomId) : undefined;
      return {
        title: view.plain(session.title),
        section: 'sessions',
        body: html`${trainingNav(view, '/sessions')}
          <h1>${view.say(session.title)}</h1>
          <p>${badge(sessionTone(session.status), sessionStatusName(view, session.status))}</p>
          <p class="lead">${view.say(session.summary)}</p>
          ${session.cancellationReason && notice('danger', html`${view.say(session.cancellationReason)}`)}
          ${facts([
            [training.when, period(view.language, session.startsAt, session.endsAt)],
            [t.venue, session.venue],
            [
              w.room,
              session.roomId !== null &&
                html`<a href="${view.at(`/rooms/${session.roomId}`)}">${room?.name ?? w.room}</a>`,
            ],
            [
              w.ofCourse,
              session.courseId !== null &&
                html`<a href="${view.at(`/courses/${session.courseId}`)}">${course ?? w.course}</a>`,
            ],
            [t.capacity, String(session.capacity)],
            [w.onlineCapacity, session.online !== null && String(session.online.capacity)],
            [t.confirmed, !session.forMinors && String(session.confirmed)],
            [t.waiting, !session.forMinors && String(session.waiting)],
            [w.offerHours, session.offerHours !== null && String(session.offerHours)],
            [
              c.seePublic,
              session.publishedAt !== null &&
                html`<a href="${view.href('session', path)}">${view.plain(session.title)}</a>`,
            ],
          ])}
          ${steps(view, session)} ${programmeFacts(view, session.programme)}
          ${
            !session.forMinors &&
            html`<h2>${t.enrolments}</h2>
              ${partOf(view, t.enrolments.toLowerCase(), enrolments, ({ items }) => enrolmentTable(view, path.id, items))}
              ${session.status === 'published' && folded(w.enrolByHand, enrolByHand(view, session))}`
          }`,
      };
    },
  });
  const act = (name: string, call: (view: DeskView, id: string, body: unknown) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/sessions/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, request.body), {
          done: view.t.desk.saved,
          to: view.at(`/sessions/${id}`),
        });
      },
    });
  };
  act('publish', (view, id, body) =>
    settle(
      view.api.training.POST('/v1/staff/sessions/{id}/publish', {
        ...versioned(id, fieldsOf(body).text('version')),
        body: {},
      }),
    ),
  );
  act('start', (view, id, body) =>
    settle(
      view.api.training.POST('/v1/staff/sessions/{id}/start', {
        ...versioned(id, fieldsOf(body).text('version')),
        body: {},
      }),
    ),
  );
  deskPage(app, desk, '/sessions/:id/clone', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/clone', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: { startsOn: fields.required('startsOn') },
        }),
      );
      const to = view.at(`/sessions/${answer.kind === 'ok' ? answer.data.id : id}`);
      return outcome(view, answer, { done: view.t.consoleCourses.cloned, to });
    },
  });
  act('hold', (view, id, body) =>
    settle(
      view.api.training.POST('/v1/staff/sessions/{id}/hold', {
        ...versioned(id, fieldsOf(body).text('version')),
        body: {},
      }),
    ),
  );
  act('cancel', (view, id, body) => {
    const fields = fieldsOf(body);
    const reason = { ca: fields.required('reason.ca'), ...given({ es: fields.text('reason.es') }) };
    return settle(
      view.api.training.POST('/v1/staff/sessions/{id}/cancel', {
        ...versioned(id, fields.text('version')),
        body: { reason },
      }),
    );
  });
  act('capacity', (view, id, body) => {
    const fields = fieldsOf(body);
    const capacity = fields.number('capacity') ?? 0;
    return settle(
      view.api.training.POST('/v1/staff/sessions/{id}/capacity', {
        ...versioned(id, fields.text('version')),
        body: { capacity },
      }),
    );
  });
  act('reschedule', (view, id, body) => {
    const fields = fieldsOf(body);
    return settle(
      view.api.training.POST('/v1/staff/sessions/{id}/reschedule', {
        ...versioned(id, fields.text('version')),
        body: {
          startsAt: fields.instant('startsAt') ?? '',
          endsAt: fields.instant('endsAt') ?? '',
          reason: { ca: fields.required('reason.ca'), ...given({ es: fields.text('reason.es') }) },
          ...given({ venue: fields.text('venue') }),
        },
      }),
    );
  });
}

/** What the course of a session is called; `undefined` where it has none, or it cannot be had. */
async function courseOf(view: DeskView, id: string | null): Promise<Html | undefined> {
  if (id === null) return undefined;
  const answer = await settle(view.api.training.GET('/v1/staff/courses/{id}', { params: { path: { id } } }));
  return answer.kind === 'ok' ? view.say(answer.data.title) : undefined;
}

function steps(view: DeskView, session: Session): Html {
  const { consoleSessions: t, consoleCourses: c, desk: words } = view.t;
  const { id, version, status, forMinors } = session;
  const at = (name: string) => view.at(`/sessions/${id}/${name}`);
  const link = (name: string, text: string, quiet = true) =>
    html`<a class="button${quiet && ' button-quiet'}" href="${at(name)}">${text}</a>`;
  const form = formWriter(view, emptyForm);
  const current = form.hidden('version', String(version));
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const begun = status === 'in-progress' || status === 'held';
  const cancelling = folded(
    t.cancel,
    view.form(
      at('cancel'),
      current,
      form.text('reason.ca', `${t.cancelReason} (ca)`, { required: true }),
      form.text('reason.es', `${t.cancelReason} (es)`),
      submit(t.cancel),
    ),
  );
  const moving = folded(
    t.reschedule,
    view.form(
      at('reschedule'),
      current,
      form.text('startsAt', t.startsAt, {
        type: 'datetime-local',
        required: true,
        initial: localDateTime(session.startsAt),
      }),
      form.text('endsAt', t.endsAt, { type: 'datetime-local', required: true, initial: localDateTime(session.endsAt) }),
      form.text('venue', t.venue),
      form.text('reason.ca', t.rescheduleReason, { required: true }),
      submit(t.reschedule),
    ),
  );
  const repeating = folded(
    c.cloneSession,
    view.form(
      at('clone'),
      form.hidden('key', randomUUID()),
      form.text('startsOn', c.cloneOn, { type: 'date', required: true }),
      submit(c.cloneSession),
    ),
  );
  const resizing = folded(
    t.changeCapacity,
    view.form(
      at('capacity'),
      current,
      form.text('capacity', t.capacity, { inputmode: 'numeric', required: true, initial: String(session.capacity) }),
      submit(words.save),
    ),
  );
  return html`<div class="actions">
      ${status === 'draft' && step(view, at('publish'), t.publish, { version })}
      ${status === 'published' && step(view, at('start'), t.start, { version })}
      ${forMinors && begun && link('head-counts', c.headCounts, false)}
      ${!forMinors && begun && link('attendance', t.attendance, false)}
      ${!forMinors && (status === 'published' || status === 'in-progress') && link('door', c.door)}
      ${status !== 'draft' && link('sheet', t.sheet)} ${!forMinors && status === 'held' && link('survey', t.survey)}
      ${
        !forMinors &&
        status === 'held' &&
        html`<a class="button button-quiet" href="${view.at('/certificates', { sessionId: id })}">${c.certificates}</a>`
      }
      ${!forMinors && status === 'held' && step(view, at('certificates'), t.certificates, { quiet: true })}
      ${status === 'in-progress' && step(view, at('hold'), t.hold, { version, quiet: true })}
      ${(status === 'draft' || status === 'published') && link('edit', words.edit)}
    </div>
    ${repeating} ${status === 'published' && moving} ${(status === 'published' || status === 'in-progress') && resizing}
    ${(status === 'published' || status === 'draft' || status === 'in-progress') && cancelling}`;
}
