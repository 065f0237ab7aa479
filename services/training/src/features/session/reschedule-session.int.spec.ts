import { enrolmentRescheduled, parseEvent, sessionRescheduled } from '@ateneu/events';
import { hostileBodies } from '@ateneu/testing';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));
afterAll(() => training.close());

const reason = { ca: 'La formadora no pot venir.', es: 'La formadora no puede venir.' };
const to = { startsAt: '2026-04-21T18:00:00+02:00', endsAt: '2026-04-21T20:00:00+02:00', venue: 'La Florida', reason };
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const enrol = async (sessionId: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(sessionId, email, changes)).json<{ id: string }>().id;
const listed = async (sessionId: string) =>
  (
    await training.app.inject({
      url: `/v1/staff/sessions/${sessionId}/enrolments`,
      headers: await training.staff(),
    })
  ).json<{ items: { status: string; askedAgainAt: string | null; keptAt: string | null }[] }>().items;

describe('a session that people enrolled in', () => {
  it('moves, and each of them is told what it was and what it is, and keeps the place or the turn', async () => {
    const id = await training.publish({ capacity: 1 });
    const [first, second, gone] = [
      await enrol(id, 'a@example.org', { language: 'es' }),
      await enrol(id, 'b@example.org'),
      await enrol(id, 'c@example.org'),
    ];
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(gone)}/cancel` });
    const answer = await training.move(id, 'reschedule', 2, to);
    expect(answer.json()).toEqual({ id, version: 3, status: 'published' });
    expect(answer.headers['etag']).toBe('"3"');

    const previous = {
      startsAt: '2026-04-14T16:00:00.000Z',
      endsAt: '2026-04-14T18:00:00.000Z',
      mode: 'in-person',
      venue: 'Can Serra',
    };
    const facts = { sessionId: id, startsAt: '2026-04-21T16:00:00.000Z', venue: 'La Florida', previous, reason };
    const session = parseEvent(sessionRescheduled, (await training.eventsOf(id)).at(-1));
    expect(session).toMatchObject({ sequence: 3, data: facts });
    const events = await Promise.all([first, second].map(async (each) => (await training.eventsOf(each)).at(-1)));
    expect(events.map((event) => parseEvent(enrolmentRescheduled, event).data)).toMatchObject([
      { ...facts, status: 'confirmed', personal: { email: 'a@example.org', language: 'es' } },
      { ...facts, status: 'waiting', personal: { email: 'b@example.org', language: 'ca' } },
    ]);
    expect((await training.eventsOf(gone)).at(-1)?.type).toBe('cat.ateneulh.training.enrolment.cancelled.v1');
    expect(await listed(id)).toMatchObject([
      { status: 'confirmed', askedAgainAt: '2026-03-02T09:00:00.000Z', keptAt: null },
      { status: 'waiting', askedAgainAt: '2026-03-02T09:00:00.000Z', keptAt: null },
      { status: 'cancelled', askedAgainAt: null },
    ]);
  });

  it('moves once when asked twice, by whoever read its current version, and by staff alone', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    expect((await training.move(id, 'reschedule', 1, to)).statusCode).toBe(412);
    const url = `/v1/staff/sessions/${id}/reschedule`;
    const bare = await training.app.inject({ method: 'POST', url, headers: await training.staff(), payload: to });
    expect(bare.statusCode).toBe(428);
    expect((await training.app.inject({ method: 'POST', url, payload: to })).statusCode).toBe(401);
    expect((await training.move(id, 'reschedule', 2, to)).json()).toMatchObject({ version: 3 });
    expect((await training.move(id, 'reschedule', 3, to)).json()).toMatchObject({ version: 3 });
    expect(await training.eventsOf(person)).toHaveLength(2);
  });

  it('shows as moved wherever it is read', async () => {
    const id = await training.publish();
    await training.move(id, 'reschedule', 2, to);
    const linked = await training.app.inject({
      url: `/v1/sessions/${id}`,
      headers: { accept: 'application/ld+json' },
    });
    expect(linked.json()).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2026-04-21T18:00:00+02:00',
      previousStartDate: '2026-04-14T18:00:00+02:00',
    });
    const calendar = await training.app.inject({ url: `/v1/sessions/${id}/calendar.ics` });
    const [event] = new ICAL.Component(ICAL.parse(calendar.body) as unknown[]).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('sequence')).toBe(1);
    expect(new ICAL.Event(event as ICAL.Component).startDate.toJSDate().toISOString()).toBe('2026-04-21T16:00:00.000Z');
  });

  it('asks each person by their link, and keeps or frees the place as they say', async () => {
    const id = await training.publish({ capacity: 1 });
    const [first, second] = [await enrol(id, 'a@example.org'), await enrol(id, 'b@example.org')];
    const before = await training.linkOf(first);
    await training.move(id, 'reschedule', 2, to);
    const link = await training.linkOf(first);
    expect(link).not.toBe(before);
    const browser = { accept: 'text/html,*/*;q=0.8' };
    const page = await training.app.inject({ url: link, headers: browser });
    expect(page.body).toContain('Aquesta sessió ha canviat de data o de lloc.');
    expect(page.body).toContain('Em va bé: mantinc la inscripció');
    const submit = () =>
      training.app.inject({
        method: 'POST',
        url: `${link}/keep`,
        headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
        payload: '',
      });
    expect([(await submit()).statusCode, (await submit()).statusCode]).toEqual([303, 303]);
    expect((await training.app.inject({ url: link, headers: browser })).body).not.toContain('Em va bé');
    expect((await listed(id))[0]).toMatchObject({ status: 'confirmed', keptAt: '2026-03-02T09:00:00.000Z' });
    // Who said yes may still leave, and the place goes on as ever.
    await training.app.inject({ method: 'POST', url: `${link}/cancel` });
    expect((await training.eventsOf(second)).at(-1)?.type).toBe('cat.ateneulh.training.enrolment.promoted.v1');
    const late = await training.app.inject({ method: 'POST', url: `${link}/keep` });
    expect([late.statusCode, code(late)]).toEqual([409, 'training.enrolment.ended']);
  });

  it('does not move once its time has come, and links go by the new end', async () => {
    const id = await training.publish();
    const person = await enrol(id, 'a@example.org');
    await training.move(id, 'reschedule', 2, to);
    training.clock.set('2026-04-20T18:00:00Z');
    expect((await training.app.inject({ url: await training.linkOf(person) })).statusCode).toBe(200);
    training.clock.set('2026-04-21T16:00:00Z');
    const late = await training.move(id, 'reschedule', 3, { ...to, startsAt: '2026-04-21T18:30:00+02:00' });
    expect([late.statusCode, code(late)]).toEqual([409, 'training.session.begun']);
  });

  it('holds together under people who enrol while it moves', async () => {
    const id = await training.publish({ capacity: 5 });
    const [moved, ...answers] = await Promise.all([
      training.move(id, 'reschedule', 2, to),
      ...Array.from({ length: 12 }, (_, person) => training.enrol(id, `${person}@example.org`)),
    ]);
    expect(moved?.statusCode).toBe(200);
    // Whoever came before the move was told of it; whoever came after was confirmed for the new date.
    for (const answer of answers) {
      const last = (await training.eventsOf(answer.json<{ id: string }>().id)).at(-1);
      expect(last?.data['startsAt']).toBe('2026-04-21T16:00:00.000Z');
    }
    expect((await listed(id)).map((row) => row.status)).toEqual([
      ...Array.from({ length: 5 }, () => 'confirmed'),
      ...Array.from({ length: 7 }, () => 'waiting'),
    ]);
  });

  it.each(hostileBodies)('does not move for $name', async ({ body, contentType }) => {
    const id = await training.publish();
    const answer = await training.app.inject({
      method: 'POST',
      url: `/v1/staff/sessions/${id}/reschedule`,
      headers: { ...(await training.staff()), 'if-match': '"2"', 'content-type': contentType },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(await training.eventsOf(id)).toHaveLength(1);
  });
});
