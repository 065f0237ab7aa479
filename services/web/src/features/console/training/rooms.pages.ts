import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { period } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { folded, paramOf, step, table } from '../../../ui/lists.ts';
import { badge, facts, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { trainingNav } from '../section-nav.view.ts';

/** The ateneu's rooms, and what takes each of them. */
export function roomPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/rooms', {
    get: async (view) => {
      const { consoleCourses: t, desk: words } = view.t;
      const list = await settle(view.api.training.GET('/v1/staff/rooms'));
      return {
        title: t.rooms,
        section: 'sessions',
        body: html`${trainingNav(view, '/rooms')}
          <h1>${t.rooms}</h1>
          <p><a class="button" href="${view.at('/rooms/new')}">${t.newRoom}</a></p>
          ${partOf(view, t.rooms.toLowerCase(), list, ({ items }) =>
            table(view, t.rooms, {
              headings: [words.name, t.roomPlaces, t.accessible, t.equipment],
              rows: items.map(({ id, name, capacity, accessible, equipment }) => [
                html`<a href="${view.at(`/rooms/${id}`)}">${name}</a>`,
                capacity,
                accessible ? badge('good', t.yes) : badge('attention', t.no),
                equipment,
              ]),
            }),
          )}`,
      };
    },
  });
  deskPage(app, desk, '/rooms/:id', {
    get: (view, request) => roomPage(view, paramOf(request, 'id'), { state: emptyForm }),
  });
  deskPage(app, desk, '/rooms/:id/bookings', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const [startsAt, endsAt] = [fields.instant('startsAt') ?? '', fields.instant('endsAt') ?? ''];
      const answer = await settle(
        view.api.training.POST('/v1/staff/rooms/{id}/bookings', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: { title: fields.required('title'), startsAt, endsAt },
        }),
      );
      if (answer.kind !== 'refused')
        return outcome(view, answer, { done: view.t.consoleCourses.booked, to: view.at(`/rooms/${id}`) });
      const state = refusedForm(fields.values, answer.problem);
      const wanted = answer.problem.code === 'training.room.taken' ? { startsAt, endsAt } : undefined;
      return roomPage(view, id, { state, wanted, status: 422 });
    },
  });
  deskPage(app, desk, '/rooms/:id/bookings/:booking/release', {
    post: async (view, request) => {
      const path = { id: paramOf(request, 'id'), bookingId: paramOf(request, 'booking') };
      const answer = await settle(
        view.api.training.DELETE('/v1/staff/rooms/{id}/bookings/{bookingId}', { params: { path } }),
      );
      return outcome(view, answer, { done: view.t.consoleCourses.released, to: view.at(`/rooms/${path.id}`) });
    },
  });
}

interface RoomPage {
  readonly state: FormState;
  /** The time that somebody asked for in vain: what has the room then is marked. */
  readonly wanted?: { readonly startsAt: string; readonly endsAt: string } | undefined;
  readonly status?: number;
}

async function roomPage(view: DeskView, id: string, { state, wanted, status = 200 }: RoomPage): Promise<DeskAnswer> {
  const path = { id };
  const [found, bookings] = await Promise.all([
    settle(view.api.training.GET('/v1/staff/rooms/{id}', { params: { path } })),
    settle(view.api.training.GET('/v1/staff/rooms/{id}/bookings', { params: { path } })),
  ]);
  const room = must(found);
  const { consoleCourses: t, desk: words, training } = view.t;
  const form = formWriter(view, state);
  const key = state.values['key'];
  const clashes = (startsAt: string, endsAt: string): boolean =>
    wanted !== undefined &&
    Date.parse(startsAt) < Date.parse(wanted.endsAt) &&
    Date.parse(endsAt) > Date.parse(wanted.startsAt);
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${room.name}`,
    section: 'sessions',
    body: html`${trainingNav(view, '/rooms')}
      <h1>${room.name}</h1>
      ${facts([
        [t.roomPlaces, String(room.capacity)],
        [t.roomAddress, room.address],
        [t.equipment, room.equipment],
        [t.accessible, room.accessible ? t.yes : t.no],
      ])}
      <p><a class="button button-quiet" href="${view.at(`/rooms/${id}/edit`)}">${words.edit}</a></p>
      ${folded(
        t.book,
        html`${form.summary()}
        ${view.form(
          view.at(`/rooms/${id}/bookings`),
          form.hidden('key', typeof key === 'string' && status === 200 ? key : randomUUID()),
          form.text('title', t.bookingTitle, { required: true }),
          form.text('startsAt', t.bookingFrom, { type: 'datetime-local', required: true }),
          form.text('endsAt', t.bookingTo, { type: 'datetime-local', required: true }),
          html`<button class="button" type="submit">${t.book}</button>`,
        )}`,
        status !== 200,
      )}
      <h2>${t.bookings}</h2>
      ${partOf(view, t.bookings.toLowerCase(), bookings, ({ items }) =>
        items.length === 0
          ? html`<p>${t.bookingsNone}</p>`
          : table(view, t.bookings, {
              headings: [words.name, training.when, words.actions],
              rows: items.map(({ id: booking, sessionId, title, startsAt, endsAt }) => [
                html`${sessionId === null ? title : html`<a href="${view.at(`/sessions/${sessionId}`)}">${title}</a>`}
                ${clashes(startsAt, endsAt) && badge('bad', t.clash)}`,
                period(view.language, startsAt, endsAt),
                sessionId === null &&
                  step(view, view.at(`/rooms/${id}/bookings/${booking}/release`), t.release, { sure: true }),
              ]),
            }),
      )}`,
  };
}
