import { createEvent, deliveryBounced, deliveryFailed } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

interface Listed {
  id: string;
  version: number;
  email: string;
  emailBouncedAt: string | null;
}
const enrolled = (answer: Answer) => answer.json<{ id: string }>();
const list = async (sessionId: string, query = ''): Promise<Listed[]> => {
  const answer = await training.app.inject({
    url: `/v1/staff/sessions/${sessionId}/enrolments?${query}`,
    headers: await training.staff(),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Listed[] }>().items;
};

describe('staff', () => {
  it('read who is enrolled, and every read is on record', async () => {
    const id = await training.publish();
    await training.enrol(id, 'a@example.org');
    const [row] = await list(id, 'status=confirmed');
    expect(row).toMatchObject({ email: 'a@example.org', version: 1 });
    expect(await list(id, 'status=waiting')).toEqual([]);
    const { rows } = await training.database.pool.query(
      `select actor_id, action, details from audit_record where details ->> 'sessionId' = $1 order by at`,
      [id],
    );
    expect(rows).toMatchObject([
      { actor_id: 'tania', action: 'list', details: { ids: [row?.id] } },
      { actor_id: 'tania', action: 'list', details: { ids: [] } },
    ]);
    expect((await training.app.inject({ url: `/v1/staff/sessions/${id}/enrolments` })).statusCode).toBe(401);
  });

  it('cancel an enrolment in the version they read, and the first who waits moves up', async () => {
    const id = await training.publish({ capacity: 1 });
    const first = enrolled(await training.enrol(id, 'a@example.org'));
    const second = enrolled(await training.enrol(id, 'b@example.org'));
    const ask = async (headers: Record<string, string>) =>
      training.app.inject({
        method: 'POST',
        url: `/v1/staff/enrolments/${first.id}/cancel`,
        headers: { ...(await training.staff()), ...headers },
      });
    expect((await ask({})).statusCode).toBe(428);
    expect((await ask({ 'if-match': '"7"' })).statusCode).toBe(412);
    expect((await ask({ 'if-match': '"1"' })).json()).toEqual({ id: first.id, version: 2, status: 'cancelled' });
    expect((await training.eventsOf(first.id)).at(-1)).toMatchObject({ data: { cause: 'staff' } });
    expect((await training.eventsOf(second.id)).at(-1)).toMatchObject({
      type: 'cat.ateneulh.training.enrolment.promoted.v1',
    });
    const { rows } = await training.database.pool.query(
      `select action from audit_record where subject_type = 'enrolment' and subject_id = $1`,
      [first.id],
    );
    expect(rows).toEqual([{ action: 'cancel' }]);
  });
});

describe('a message that did not arrive', () => {
  const failed = (recipient: string, time: string, permanent = true) =>
    createEvent(deliveryFailed, {
      aggregateId: newId(),
      sequence: 1,
      time: new Date(time),
      correlationId: newId(),
      data: { ...deliveryFailed.example, permanent, personal: { recipient } },
    });
  const bounced = (recipient: string, time: string, permanent: boolean) =>
    createEvent(deliveryBounced, {
      aggregateId: newId(),
      sequence: 2,
      time: new Date(time),
      correlationId: newId(),
      data: { ...deliveryBounced.example, permanent, personal: { recipient } },
    });
  const arrive = (event: object) =>
    training.broker.admin.jetstream.publish(deliveryFailed.subject, JSON.stringify(event));
  /** Each is of an aggregate of its own, so that none waits for another: all of them were heard. */
  const areHeard = async (events: readonly { id: string }[]): Promise<void> => {
    const read = 'select from inbox where event_id = any ($1)';
    const ids = events.map(({ id }) => id);
    await expect.poll(async () => (await training.database.pool.query(read, [ids])).rowCount).toBe(ids.length);
  };
  const bouncedAt = async (sessionId: string) =>
    Object.fromEntries((await list(sessionId)).map((row) => [row.email, row.emailBouncedAt]));

  it('marks the address for good reasons alone, and an old failure never hides a newer one', async () => {
    const id = await training.publish({ capacity: 9 });
    for (const name of ['refused', 'away', 'before', 'end']) await training.enrol(id, `${name}@example.org`);
    const events = [
      failed('Refused@example.org', '2026-03-02T09:10:00Z'),
      failed('refused@example.org', '2026-03-02T09:05:00Z'),
      failed('away@example.org', '2026-03-02T09:10:00Z', false),
      failed('before@example.org', '2026-03-02T08:00:00Z'),
      failed('end@example.org', '2026-03-02T09:20:00Z'),
    ];
    for (const event of events) await arrive(event);
    await areHeard(events);
    expect(await bouncedAt(id)).toEqual({
      'refused@example.org': '2026-03-02T09:10:00.000Z',
      'away@example.org': null,
      'before@example.org': null,
      'end@example.org': '2026-03-02T09:20:00.000Z',
    });
  });

  it('marks an address whose mail came back for good, and no other', async () => {
    const id = await training.publish({ capacity: 9 });
    for (const name of ['gone', 'full']) await training.enrol(id, `${name}.mailbox@example.org`);
    const { jetstream } = training.broker.admin;
    const full = bounced('full.mailbox@example.org', '2026-03-02T09:10:00Z', false);
    const gone = bounced('gone.mailbox@example.org', '2026-03-02T09:12:00Z', true);
    for (const event of [full, gone]) await jetstream.publish(deliveryBounced.subject, JSON.stringify(event));
    await areHeard([full, gone]);
    expect(await bouncedAt(id)).toEqual({
      'gone.mailbox@example.org': '2026-03-02T09:12:00.000Z',
      'full.mailbox@example.org': null,
    });
  });
});
