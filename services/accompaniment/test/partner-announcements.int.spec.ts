import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

interface Announced {
  sequence: number;
  data: { name: string; standing: string; accountKey?: string; apiKeys: { sha256: string; validUntil?: string }[] };
}

async function announcementsOf(partnerId: string): Promise<Announced[]> {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 and type like '%partner.updated.v1' order by id`,
    [partnerId],
  );
  return rows.map(({ payload }) => JSON.parse(payload) as Announced);
}

const asCoordinator = async (id: string, action: string, body?: object) => {
  const token = harness.tokens.coordinator;
  const read = await harness.ask('GET', `/v1/staff/partners/${id}`, { token });
  return harness.ask('POST', `/v1/staff/partners/${id}/${action}`, {
    token,
    body,
    headers: { 'if-match': read.etag },
  });
};

describe('the platform', () => {
  it('is told of a partner as it stands after each change, in order', async () => {
    const { id } = await harness.onboard('Entitat anunciada');
    await asCoordinator(id, 'suspend', {});
    await asCoordinator(id, 'reinstate');
    const told = await announcementsOf(id);
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(told.map(({ data }) => data.standing)).toEqual([
      'registered',
      'registered',
      'active',
      'suspended',
      'active',
    ]);
    expect(told.map(({ data }) => data.apiKeys.length)).toEqual([0, 0, 1, 1, 1]);
    expect(told.map(({ data }) => data.accountKey !== undefined)).toEqual([false, true, true, true, true]);
  });

  it('is told once of a partner from before it was told of any, also by two processes at once', async () => {
    const { id } = await harness.onboard('Entitat d’abans');
    const before = (await announcementsOf(id)).length;
    await harness.database.pool.query('update partner set announced_version = null where id = $1', [id]);
    const other = await harness.another();
    try {
      await expect.poll(async () => (await announcementsOf(id)).length).toBe(before + 1);
      await harness.trigger('partner-announcements');
      await harness.settled('partner-announcements');
      expect(await announcementsOf(id)).toHaveLength(before + 1);
    } finally {
      await other.stop();
    }
  });
});
