import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Harness, type StoredEvent, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const reminders = async (session: string): Promise<StoredEvent[]> => {
  const { rows } = await training.database.pool.query<{ payload: string }>(
    "select payload from outbox where subject like '%reminder.due%' order by id",
  );
  return rows
    .map(({ payload }) => JSON.parse(payload) as StoredEvent)
    .filter(({ data }) => data['sessionId'] === session);
};
const kinds = async (session: string): Promise<unknown[]> => (await reminders(session)).map(({ data }) => data['kind']);
const at = async (instant: string): Promise<void> => {
  training.clock.set(instant);
  await training.sweep();
};
const session = (startsAt: string, endsAt: string, changes: object = {}) =>
  training.publish({ startsAt, endsAt, capacity: 5, ...changes });

describe('reminders', () => {
  it.each([
    [
      'into summer time',
      '2026-03-31T18:00:00+02:00',
      '2026-03-31T20:00:00+02:00',
      // Seven days before, at six by the clock of a winter's day; one day before, of a summer's.
      '2026-03-24T17:00:00Z',
      '2026-03-30T16:00:00Z',
      '2026-04-01T08:00:00Z',
    ],
    [
      'into winter time, the very day before',
      '2026-10-26T18:00:00+01:00',
      '2026-10-26T20:00:00+01:00',
      '2026-10-19T16:00:00Z',
      '2026-10-25T17:00:00Z',
      '2026-10-27T09:00:00Z',
    ],
    [
      'with no change near',
      '2026-06-16T18:00:00+02:00',
      '2026-06-16T20:00:00+02:00',
      '2026-06-09T16:00:00Z',
      '2026-06-15T16:00:00Z',
      '2026-06-17T08:00:00Z',
    ],
  ])(
    'go out by the clock of L’Hospitalet %s, not a second early, each once',
    async (_what, startsAt, endsAt, week, day, after) => {
      const id = await session(startsAt, endsAt);
      const enrolled = (await training.enrol(id, 'a@example.org')).json<{ id: string }>();
      const second = (instant: string) => new Date(Date.parse(instant) - 1_000).toISOString();
      await at(second(week));
      expect(await kinds(id)).toEqual([]);
      await at(week);
      expect(await kinds(id)).toEqual(['week-before']);
      await Promise.all([training.sweep(), training.sweep(), training.sweep()]);
      await at(second(day));
      expect(await kinds(id)).toEqual(['week-before']);
      await at(day);
      expect(await kinds(id)).toEqual(['week-before', 'day-before']);

      training.clock.set(startsAt);
      const marks = [{ enrolmentId: enrolled.id, version: 1, present: true }];
      await training.asStaff('POST', `/v1/staff/sessions/${id}/attendance`, { marks });
      await at(second(after));
      expect(await kinds(id)).toHaveLength(2);
      await at(after);
      await at(after);
      expect(await kinds(id)).toEqual(['week-before', 'day-before', 'follow-up']);
    },
  );

  it('bring what the message needs: the link, the door, instructions before and materials after', async () => {
    const programme = {
      instructions: { ca: 'Porteu un portàtil.' },
      materials: [{ title: { ca: 'A' }, url: 'https://a.example/a' }],
    };
    const id = await session('2026-06-16T18:00:00+02:00', '2026-06-16T20:00:00+02:00', { programme });
    const { id: enrolmentId } = (await training.enrol(id, 'a@example.org')).json<{ id: string }>();
    await at('2026-06-15T16:00:00Z');
    const [before] = await reminders(id);
    expect(before?.data).toMatchObject({
      kind: 'day-before',
      enrolmentId,
      mode: 'in-person',
      instructions: { ca: 'Porteu un portàtil.' },
    });
    const links = before?.data.personal as unknown as Record<string, string>;
    expect(links['checkInCode']).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(links).not.toHaveProperty('materialsUrl');
    const own = await training.app.inject({
      url: (links['manageUrl'] ?? '').replace('http://localhost:4000/training', ''),
    });
    expect(own.json()).toMatchObject({ id: enrolmentId });

    training.clock.set('2026-06-16T18:10:00Z');
    const marks = [{ enrolmentId, version: 1, present: true }];
    await training.asStaff('POST', `/v1/staff/sessions/${id}/attendance`, { marks });
    await at('2026-06-17T08:00:00Z');
    const after = (await reminders(id)).at(-1);
    expect(after?.data).not.toHaveProperty('instructions');
    expect(after?.data.personal).toHaveProperty('materialsUrl');
    expect(after?.data.personal).not.toHaveProperty('checkInUrl');
  });

  it('are for whoever has a place at that moment, and had it before', async () => {
    const id = await session('2026-06-16T18:00:00+02:00', '2026-06-16T20:00:00+02:00', { capacity: 2 });
    const stays = (await training.enrol(id, 'a@example.org')).json<{ id: string }>();
    const leaves = (await training.enrol(id, 'b@example.org')).json<{ id: string }>();
    await training.enrol(id, 'waits@example.org');
    await training.enrol(id, 'waits-too@example.org');
    training.clock.set('2026-06-15T16:00:00Z');
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(leaves.id)}/cancel` });
    await training.sweep();
    expect((await reminders(id)).map(({ data }) => data['enrolmentId'])).toEqual([stays.id]);
  });

  it('go out again for the new date of a session that moved, and only where its time is still to come', async () => {
    const id = await session('2026-06-16T18:00:00+02:00', '2026-06-16T20:00:00+02:00');
    await training.enrol(id, 'a@example.org');
    await at('2026-06-09T16:00:00Z');
    await at('2026-06-15T16:00:00Z');
    const moved = { startsAt: '2026-06-30T18:00:00+02:00', endsAt: '2026-06-30T20:00:00+02:00', reason: { ca: 'x' } };
    await training.move(id, 'reschedule', 2, moved);
    await at('2026-06-23T15:59:59Z');
    expect(await kinds(id)).toEqual(['week-before', 'day-before']);
    await at('2026-06-23T16:00:00Z');
    await at('2026-06-23T16:00:01Z');
    expect(await kinds(id)).toEqual(['week-before', 'day-before', 'week-before']);
    expect((await reminders(id)).at(-1)?.data).toMatchObject({ startsAt: '2026-06-30T16:00:00.000Z' });
    // An hour earlier: they were told so, and the reminder of a week before is already with them.
    const earlier = { startsAt: '2026-06-30T17:00:00+02:00', endsAt: '2026-06-30T19:00:00+02:00', reason: { ca: 'x' } };
    await training.move(id, 'reschedule', 3, earlier);
    await at('2026-06-24T08:00:00Z');
    expect(await kinds(id)).toHaveLength(3);
    await at('2026-06-29T15:00:00Z');
    expect(await kinds(id)).toEqual(['week-before', 'day-before', 'week-before', 'day-before']);
  });

  it('are not for a session that was cancelled, and not made up for when their time is long past', async () => {
    const cancelled = await session('2026-06-16T18:00:00+02:00', '2026-06-16T20:00:00+02:00');
    const forgotten = await session('2026-06-16T18:00:00+02:00', '2026-06-16T20:00:00+02:00');
    for (const id of [cancelled, forgotten]) await training.enrol(id, 'a@example.org');
    await training.move(cancelled, 'cancel', 2, { reason: { ca: 'x' } });
    await at('2026-06-13T16:00:00Z');
    expect(await kinds(forgotten)).toEqual([]);
    await at('2026-06-16T15:59:59Z');
    expect(await kinds(forgotten)).toEqual(['day-before']);
    await at('2026-06-30T16:00:00Z');
    expect(await kinds(forgotten)).toEqual(['day-before']);
    expect(await kinds(cancelled)).toEqual([]);
  });
});
