import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, startHarness } from './harness.ts';

const day = 24 * 60 * 60 * 1_000;
let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const refer = async (name: string): Promise<string> => {
  const partner = await harness.onboard(name);
  const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
  return String(made.body.id);
};
const eventsOf = async (id: string): Promise<string[]> => {
  const { rows } = await harness.database.pool.query<{ type: string }>(
    `select type from outbox where aggregate_id = $1 order by id`,
    [id],
  );
  return rows.map(({ type }) => type.replace('cat.ateneulh.accompaniment.', '')).slice(3);
};
const standing = async (id: string) => {
  const { rows } = await harness.database.pool.query<{ status: string; reminded: boolean }>(
    `select status, reminded_at is not null as reminded from referral where id = $1`,
    [id],
  );
  return rows[0];
};

describe('a referral that nobody answers', () => {
  it('is reminded of at ten days and expires at thirty, each once, and the partner hears of the end', async () => {
    const id = await refer('Entitat que espera');
    await harness.trigger('referral-deadlines');
    harness.clock.advance(10 * day);
    await expect
      .poll(async () => {
        await harness.trigger('referral-deadlines');
        return (await standing(id))?.reminded;
      })
      .toBe(true);
    expect(await eventsOf(id)).toEqual(['referral.reminder-due.v1']);

    harness.clock.advance(20 * day);
    await expect
      .poll(async () => {
        await harness.trigger('referral-deadlines');
        return (await standing(id))?.status;
      })
      .toBe('expired');
    expect(await eventsOf(id)).toEqual([
      'referral.reminder-due.v1',
      'referral.expired.v1',
      'partner-referral.expired.v1',
    ]);
    const read = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician });
    expect(read.body.remindedAt).not.toBeNull();
    expect(read.body.history.map((line: { event: string; actor: string }) => `${line.event} ${line.actor}`)).toEqual(
      expect.arrayContaining(['reminder-due system', 'expired system']),
    );
  });

  it('is reminded of once, however many processes look at the same moment', async () => {
    const ids = [await refer('Entitat A'), await refer('Entitat B'), await refer('Entitat C')];
    const others = [await harness.another(), await harness.another()];
    harness.clock.advance(11 * day);
    // Past the queue, which alone would let only one look: the locks of the rows must be enough.
    await Promise.all([
      harness.sweep(),
      harness.sweep(),
      harness.sweep(),
      others[0]?.scheduler.trigger('referral-deadlines'),
    ]);
    await harness.settled('referral-deadlines');
    for (const id of ids) expect(await eventsOf(id)).toEqual(['referral.reminder-due.v1']);
    for (const other of others) await other.stop();
  });

  it('is left alone once it is answered', async () => {
    const id = await refer('Entitat atesa');
    const url = `/v1/staff/referrals/${id}`;
    const token = harness.tokens.technician;
    await harness.ask('POST', `${url}/accept`, { token, headers: { 'if-match': '"3"' } });
    harness.clock.advance(60 * day);
    await harness.sweep();
    expect(await standing(id)).toEqual({ status: 'accepted', reminded: false });
  });

  // Last, because the service is stopped.
  it('expires when the service starts, where nothing ran on its day', async () => {
    const id = await refer('Entitat oblidada');
    await harness.stopService();
    harness.clock.advance(45 * day);
    const restarted = await harness.another();
    await expect.poll(async () => (await standing(id))?.status).toBe('expired');
    expect(await eventsOf(id)).toEqual(['referral.expired.v1', 'partner-referral.expired.v1']);
    await restarted.stop();
  });
});
