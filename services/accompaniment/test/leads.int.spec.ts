import { createEvent, type DataOf, surveyAnswered } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const { example } = surveyAnswered;

/** Publishes an answer to a survey as training does, and the same once more. */
async function answer(change: Partial<DataOf<typeof surveyAnswered>>): Promise<void> {
  const answerId = newId();
  const event = createEvent(surveyAnswered, {
    id: newId(),
    aggregateId: answerId,
    sequence: 1,
    time: new Date(),
    correlationId: 'test',
    data: { ...example, answerId, ...change },
  });
  for (const _ of [1, 2]) await harness.broker.admin.jetstream.publish(surveyAnswered.subject, JSON.stringify(event));
}

const person = (email: string) => ({ ...example.personal, name: 'Neus Prova', email, language: 'ca' });
const leadsOf = async (email: string) => {
  const { rows } = await harness.database.pool.query<{ id: string }>('select id from intake where email_key = $1', [
    email,
  ]);
  return rows.map(({ id }) => id);
};
const read = (id: string) =>
  harness.ask('GET', `/v1/staff/intake-requests/${id}`, { token: harness.tokens.technician });

describe('somebody who asked in a survey to be contacted', () => {
  it('is in the triage queue once, with what they attended, and is told so', async () => {
    await answer({ personal: person('neus@example.org') });
    await expect.poll(() => leadsOf('neus@example.org')).toHaveLength(1);
    const [id = ''] = await leadsOf('neus@example.org');
    expect((await read(id)).body).toMatchObject({
      status: 'received',
      modality: 'creation',
      person: { name: 'Neus Prova' },
      lead: { startCooperative: { after: 'yes' }, history: [{ minutes: 120 }] },
    });
    const queue = await harness.ask('GET', '/v1/staff/intake-requests?status=open', {
      token: harness.tokens.technician,
    });
    expect(queue.body.items).toContainEqual(expect.objectContaining({ id, source: 'training' }));
    const { rows } = await harness.database.pool.query<{ type: string }>(
      'select type from outbox where aggregate_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ type }) => type.split('.').at(-2))).toEqual(['lead-received', 'confirmed']);
  });

  it('and has an open request is not in the queue twice: that request learns of it', async () => {
    await answer({ personal: person('omar@example.org'), startCooperative: undefined });
    await expect.poll(() => leadsOf('omar@example.org')).toHaveLength(1);
    const [id = ''] = await leadsOf('omar@example.org');
    const before = (await read(id)).body.version;
    await answer({ personal: person('Omar@example.org') });
    await expect.poll(async () => (await read(id)).body.version).toBe(before + 1);
    expect(await leadsOf('omar@example.org')).toEqual([id]);
    expect((await read(id)).body.history.at(-1)).toMatchObject({ event: 'survey-answered' });
  });

  it('goes the way of every request from there', async () => {
    await answer({ personal: person('pau@example.org') });
    await expect.poll(() => leadsOf('pau@example.org')).toHaveLength(1);
    const [id = ''] = await leadsOf('pau@example.org');
    const { etag } = await read(id);
    const acknowledged = await harness.ask('POST', `/v1/staff/intake-requests/${id}/acknowledge`, {
      token: harness.tokens.technician,
      headers: { 'if-match': etag },
    });
    expect(acknowledged.body.status).toBe('acknowledged');
  });
});

it('nobody is taken from an answer that does not ask for it', async () => {
  const before = await harness.count('intake');
  await answer({ personal: undefined });
  await answer({ personal: person('last@example.org') });
  await expect.poll(() => leadsOf('last@example.org')).toHaveLength(1);
  expect(await harness.count('intake')).toBe(before + 1);
});
