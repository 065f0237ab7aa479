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

describe('a person who asks what is kept of them', () => {
  const asks = { name: 'Pere Vila', email: 'Pere@example.org', language: 'ca' };
  const ask = async (address: string, role = 'coordinator') =>
    directory.app.inject({
      method: 'POST',
      url: '/v1/staff/privacy/exports',
      headers: await directory.staff([role]),
      payload: { email: address },
    });

  it('gets all of it by their address however it is written, and nobody else’s', async () => {
    const proposed = (await moderation.propose(proposal('Celler', { proposer: asks }))).json<{ id: string }>().id;
    const other = await moderation.publish('Taller');
    const corrections = `/v1/initiatives/${other}/corrections`;
    const correction = await post(corrections, { author: asks, changes: { address: 'Carrer Nou, 2' } });
    expect((await moderation.confirm(correction.id)).statusCode).toBe(200);
    await post(corrections, { author: asks, changes: { address: 'Carrer Vell, 1' } });
    await post('/v1/subscriptions', { email: asks.email, filters: {} });
    await post('/v1/subscriptions', { email: 'rosa@example.org', filters: {} });
    const read = await directory.app.inject({
      url: `/v1/staff/initiatives/${proposed}`,
      headers: await directory.staff(),
    });
    expect(read.statusCode).toBe(200);
    const answer = await ask('pere@EXAMPLE.org');
    expect(answer.json()).toMatchObject({
      proposed: [{ id: proposed, proposer: { name: 'Pere Vila' } }],
      contactOf: [],
      corrected: [{ author: { name: 'Pere Vila' }, changes: [{ field: 'address', to: 'Carrer Nou, 2' }] }],
      submissions: expect.arrayContaining([expect.objectContaining({ kind: 'correction' })]) as unknown,
      subscriptions: [{ email: 'Pere@example.org' }],
      accesses: expect.arrayContaining([
        expect.objectContaining({ action: 'read', subjectType: 'initiative' }),
      ]) as unknown,
    });
    expect(answer.body).not.toContain('rosa@example.org');
  });

  it('is answered by coordinators alone, who also see who looked at what; neither record has the address', async () => {
    expect((await ask('pere@example.org', 'technician')).statusCode).toBe(403);
    await ask('pere@example.org');
    const trail = async (role: string) =>
      directory.app.inject({
        url: '/v1/staff/privacy/audit?action=export',
        headers: await directory.staff([role]),
      });
    expect((await trail('technician')).statusCode).toBe(403);
    const seen = await trail('coordinator');
    expect(seen.json<{ items: object[] }>().items[0]).toMatchObject({
      action: 'export',
      subjectType: 'person',
      details: { subscriptions: 1 },
    });
    expect(seen.body).not.toContain('example.org');
  });
});
