import { createEvent, personDataErased } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const email = 'Fatima@example.org';
const person = { name: 'Fàtima El Amrani', email, language: 'ca' };
const rowsOf = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await directory.database.pool.query(sql, values)).rows;
const post = async (url: string, payload: object) => {
  const answer = await directory.app.inject({ method: 'POST', url, payload });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<{ id: string }>();
};

describe('a person who was erased', () => {
  it('proposed, corrected and confirms nothing any more, and is subscribed to nothing; others are as they were', async () => {
    const proposed = (await moderation.propose(proposal('Economat', { proposer: person }))).json<{ id: string }>().id;
    const other = await moderation.publish('Forn');
    const correction = await post(`/v1/initiatives/${other}/corrections`, {
      author: person,
      changes: { address: 'Carrer Nou, 2' },
    });
    expect((await moderation.confirm(correction.id)).statusCode).toBe(200);
    // Still to be confirmed.
    await post(`/v1/initiatives/${other}/corrections`, { author: person, changes: { address: 'Carrer Vell, 1' } });
    await post('/v1/subscriptions', { email, filters: {} });
    await post('/v1/subscriptions', { email: 'pau@example.org', filters: {} });
    const event = createEvent(personDataErased, {
      aggregateId: newId(),
      sequence: 1,
      time: new Date(),
      correlationId: newId(),
      data: { ...personDataErased.example, erasureId: newId(), personal: { emails: ['fatima@example.org'] } },
    });
    const arrive = async (id: string) => {
      const body = JSON.stringify({ ...event, id });
      await directory.broker.admin.jetstream.publish(personDataErased.subject, body);
      await expect.poll(() => rowsOf('select from inbox where event_id = $1', [id])).toHaveLength(1);
    };
    await arrive(event.id);
    expect(await rowsOf('select proposer from initiative where id = $1', [proposed])).toEqual([{ proposer: null }]);
    expect(await rowsOf('select proposer from initiative where id = $1', [other])).not.toEqual([{ proposer: null }]);
    expect(await rowsOf('select author, status from correction')).toEqual([{ author: null, status: 'open' }]);
    expect(await rowsOf('select email, ended_at is not null as ended from subscription order by email')).toEqual([
      { email: 'pau@example.org', ended: false },
      { email: null, ended: true },
    ]);
    expect(await rowsOf('select from subscription_link')).toHaveLength(1);
    for (const table of ['initiative', 'initiative_revision', 'correction', 'submission', 'subscription']) {
      const sql = `select from ${table} t where t::text ilike '%fatima@%' or t::text ilike '%El Amrani%'`;
      expect(await rowsOf(sql), table).toEqual([]);
    }
    const erasures = `select subject_type, count(*)::int as n from audit_record where action = 'erase' group by 1 order by 1`;
    const record = await rowsOf(erasures);
    expect(record.map((row) => row['subject_type'])).toEqual([
      'correction',
      'initiative',
      'submission',
      'subscription',
    ]);
    // Told once more, there is nothing left to erase.
    await arrive(newId());
    expect(await rowsOf(erasures)).toEqual(record);
  });
});
