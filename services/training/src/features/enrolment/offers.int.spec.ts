import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';
import { sweepQueue } from '../../sweeps.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

interface Enrolled {
  id: string;
  status: string;
}
const enrol = async (session: string, email: string): Promise<string> =>
  (await training.enrol(session, email)).json<Enrolled>().id;
const act = async (id: string, step: string): Promise<Answer> =>
  training.app.inject({ method: 'POST', url: `${await training.linkOf(id)}/${step}` });
const told = async (id: string): Promise<string[]> =>
  (await training.eventsOf(id)).map(({ type }) => type.split('.').at(-2) ?? '');
const hour = 60 * 60 * 1_000;

/** A session of one place that is offered for a day, somebody in it, and two who wait. */
const full = async () => {
  const session = await training.publish({ capacity: 1, offerHours: 24 });
  const inside = await enrol(session, 'a@example.org');
  return {
    session,
    inside,
    first: await enrol(session, 'b@example.org'),
    second: await enrol(session, 'c@example.org'),
  };
};

describe('a place that becomes free in a session that asks first', () => {
  it('is offered to the first who waits, who takes it at the link of the message', async () => {
    const { session, inside, first, second } = await full();
    await act(inside, 'cancel');
    expect(await told(first)).toEqual(['waitlisted', 'offered']);
    expect(await told(second)).toEqual(['waitlisted']);
    const offer = (await training.eventsOf(first)).at(-1);
    expect(offer?.data).toMatchObject({ expiresAt: '2026-03-03T09:00:00.000Z' });
    expect(offer?.data.personal).not.toHaveProperty('checkInUrl');

    const page = await training.app.inject({ url: await training.linkOf(first), headers: { accept: 'text/html' } });
    expect(page.body).toContain('Us guardem una plaça');
    expect(page.body).toContain('dimarts, 3 de març del 2026, a les 10:00');
    const taken = await act(first, 'accept');
    expect(taken.json()).toMatchObject({ status: 'confirmed', checkIn: { code: expect.stringMatching(/^\w{4}-/) } });
    expect(await told(first)).toEqual(['waitlisted', 'offered', 'promoted']);
    expect((await act(first, 'accept')).statusCode).toBe(200);
    expect(await told(first)).toHaveLength(3);
    const shown = await training.app.inject({ url: `/v1/sessions/${session}` });
    expect(shown.json()).toMatchObject({ placesLeft: 0, waiting: 1 });
  });

  it('goes on when it is declined, and when nobody says anything until its time is over; each time once', async () => {
    const { inside, first, second } = await full();
    await act(inside, 'cancel');
    await act(first, 'decline');
    expect(await told(first)).toEqual(['waitlisted', 'offered', 'cancelled']);
    expect(await told(second)).toEqual(['waitlisted', 'offered']);
    await training.sweep();
    expect(await told(second)).toHaveLength(2);

    training.clock.advance(24 * hour);
    await Promise.all([training.sweep(), training.sweep(), training.sweep()]);
    expect(await told(second)).toEqual(['waitlisted', 'offered', 'cancelled']);
    expect((await training.eventsOf(second)).at(-1)?.data).toMatchObject({ cause: 'offer-expired' });
    expect((await act(second, 'accept')).json<{ code: string }>().code).toBe('training.enrolment.offer-expired');
  });

  it('is not taken late, even before anybody swept it up', async () => {
    const { inside, first, second } = await full();
    await act(inside, 'cancel');
    training.clock.advance(24 * hour);
    const late = await act(first, 'accept');
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'training.enrolment.offer-expired']);
    await training.sweep();
    expect(await told(second)).toEqual(['waitlisted', 'offered']);
  });

  it('is swept up by the scheduler of one of two instances, by itself', async () => {
    const { inside, first } = await full();
    await act(inside, 'cancel');
    training.clock.advance(25 * hour);
    const schedulers = await Promise.all([training.schedule(), training.schedule()]);
    try {
      await schedulers[0]?.trigger(sweepQueue);
      await expect.poll(() => told(first), { timeout: 20_000 }).toEqual(['waitlisted', 'offered', 'cancelled']);
    } finally {
      await Promise.all(schedulers.map(({ stop }) => stop()));
    }
  });
});

describe('an enrolment that was made before there were codes for the door', () => {
  it('has one from its next change on', async () => {
    const session = await training.publish({ capacity: 1 });
    const inside = await enrol(session, 'a@example.org');
    const next = await enrol(session, 'b@example.org');
    await training.database.pool.query('update enrolment set check_in_code = null where session_id = $1', [session]);
    await act(inside, 'cancel');
    const promoted = (await training.eventsOf(next)).at(-1);
    expect(promoted?.data.personal).toMatchObject({ checkInCode: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) });
  });
});

describe('why somebody was promoted or was not', () => {
  const explain = async (id: string) =>
    (
      await training.asStaff('GET', `/v1/staff/enrolments/${id}/explanation`, undefined, { 'accept-language': 'ca' })
    ).json<{
      reason: string;
      sentence: string;
      ahead: number;
      places: object;
      history: { type: string; by: { kind: string } }[];
    }>();

  it('is told with who stands ahead, which places are kept, and everything that became of the enrolment', async () => {
    const { inside, first, second } = await full();
    expect(await explain(inside)).toMatchObject({ reason: 'had-free-place', history: [{ type: 'confirmed' }] });
    expect(await explain(second)).toMatchObject({
      reason: 'no-free-place',
      sentence: 'Espera perquè totes les places són ocupades.',
      ahead: 1,
      places: { capacity: 1, held: 1, offered: 0, waiting: 2 },
    });
    await act(inside, 'cancel');
    expect(await explain(inside)).toMatchObject({ reason: 'cancelled-by-person' });
    expect(await explain(first)).toMatchObject({
      reason: 'offer-pending',
      places: { held: 1, offered: 1, waiting: 1 },
    });
    expect(await explain(second)).toMatchObject({ reason: 'offers-pending', ahead: 0 });
    await act(first, 'accept');
    expect((await explain(first)).history.map(({ type }) => type)).toEqual(['waitlisted', 'offered', 'promoted']);
    expect(await explain(first)).toMatchObject({
      reason: 'took-offer',
      history: [{}, {}, { by: { kind: 'citizen' } }],
    });
    training.clock.set('2026-04-14T16:30:00Z');
    expect(await explain(second)).toMatchObject({ reason: 'session-started' });
  });
});
