import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, connectAsPartner, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const hour = 60 * 60 * 1_000;
const statusWith = async ({ apiKey }: Pick<OnboardedPartner, 'apiKey'>): Promise<number> =>
  (await harness.ask('GET', '/v1/partner/referrals', { token: apiKey })).status;
const rotate = async (id: string, body?: object) => {
  const answer = await harness.ask('POST', `/v1/staff/partners/${id}/credentials/rotate`, {
    token: harness.tokens.coordinator,
    body,
  });
  expect(answer.status).toBe(201);
  return answer.body as OnboardedPartner;
};
const staff = (path: string) => harness.ask('GET', `/v1/staff/${path}`, { token: harness.tokens.technician });

async function toldOf(id: string, event: string) {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 and type = $2 order by id desc limit 1`,
    [id, `cat.ateneulh.accompaniment.partner.${event}.v1`],
  );
  return (
    JSON.parse(rows[0]?.payload ?? '{}') as {
      data: { validUntil?: string; apiKeys: { validUntil?: string }[]; personal: { email: string } };
    }
  ).data;
}

describe('a rotation with an overlap', () => {
  it('is ended by the next rotation', async () => {
    const first = await harness.onboard('Entitat amb pressa');
    const second = await rotate(first.id, { overlapHours: 24 });
    const third = await rotate(first.id, { overlapHours: 1 });
    expect([await statusWith(first), await statusWith(second), await statusWith(third)]).toEqual([401, 200, 200]);
    const fourth = await rotate(first.id);
    expect([await statusWith(second), await statusWith(third), await statusWith(fourth)]).toEqual([401, 401, 200]);
  });

  it('does not outlive a suspension', async () => {
    const old = await harness.onboard('Entitat suspesa en plena renovació');
    const renewed = await rotate(old.id, { overlapHours: 24 });
    const token = harness.tokens.coordinator;
    const { etag } = await harness.ask('GET', `/v1/staff/partners/${old.id}`, { token });
    const headers = { 'if-match': etag };
    await harness.ask('POST', `/v1/staff/partners/${old.id}/suspend`, { token, headers, body: {} });
    expect([await statusWith(old), await statusWith(renewed)]).toEqual([401, 401]);
  });
});

describe('the use of a partner’s access', () => {
  it('is shown by day, with the tries of keys that are no longer good, which are audited', async () => {
    const old = await harness.onboard('Entitat observada');
    const renewed = await rotate(old.id);
    await harness.ask('POST', '/v1/partner/referrals', { token: renewed.apiKey, body: aReferral });
    await statusWith(renewed);
    await statusWith(old);
    await harness.flushUsage();
    const { days, ...rest } = (await staff(`partners/${old.id}/usage`)).body;
    // One day, or two where midnight comes between.
    const total = (what: 'calls' | 'refused') =>
      days.reduce((sum: number, line: { calls: number; refused: number }) => sum + line[what], 0);
    expect([total('calls'), total('refused')]).toEqual([2, 1]);
    expect(rest).toMatchObject({
      referrals: { inbound: 1, outbound: 0, waitingForAteneu: 1, waitingForPartner: 0 },
      broker: { unconfirmed: 0 },
    });
    const tries = await harness.count(
      `audit_record where action = 'refuse' and subject_id = '${old.id}' and details ->> 'why' = 'revoked-key'`,
    );
    expect(tries).toBe(1);
  });

  it('is written once what is being written is: whoever has it written waits for both', async () => {
    const partner = await harness.onboard('Entitat comptada');
    const other = await harness.database.pool.connect();
    try {
      await other.query('begin');
      await other.query('lock table partner_usage in exclusive mode');
      await statusWith(partner);
      const first = harness.flushUsage();
      await harness.waiting('partner_usage');
      let flushed = false;
      const second = harness.flushUsage().then(() => (flushed = true));
      await harness.count('partner');
      expect(flushed).toBe(false);
      await other.query('commit');
      await Promise.all([first, second]);
    } finally {
      other.release(true);
    }
    expect(await harness.count(`partner_usage where partner_id = '${partner.id}'`)).toBe(1);
  });
});

describe('partners for a project', () => {
  it('are those that take it on, those that name it first, and none that is suspended', async () => {
    const token = harness.tokens.coordinator;
    const register = async (name: string, accepts: object): Promise<string> =>
      (
        await harness.ask('POST', '/v1/staff/partners', {
          token,
          body: {
            name,
            contactEmail: 'a@example.org',
            accepts,
            contacts: [{ name: 'Pau Serra', role: 'Tècnic', email: 'pau@example.org' }],
          },
        })
      ).body.id;
    const food = await register('Aliments', { sectors: ['alimentacio'], modalities: ['creation'] });
    await register('Habitatges', { sectors: ['habitatge'] });
    const anything = await register('Qualsevol', {});
    const found = await staff('partner-suggestions?sector=alimentacio&modality=creation&neighbourhood=7');
    const ids = found.body.items.map((item: { id: string }) => item.id);
    expect(ids[0]).toBe(food);
    expect(ids).toContain(anything);
    expect(found.body.items[0].matches).toEqual(['modality', 'sector']);
    expect(found.body.items.map((item: { name: string }) => item.name)).not.toContain('Habitatges');
    expect(found.body.items.map((item: { name: string }) => item.name)).not.toContain(
      'Entitat suspesa en plena renovació',
    );
    expect((await staff(`partners/${food}`)).body.contacts).toMatchObject([{ role: 'Tècnic' }]);
  });
});

// Last, because the broker's clock stays where it is while the service's moves on.
describe('the end of an overlap', () => {
  it('is when the old key and the old credentials stop, which worked until then', async () => {
    const old = await harness.onboard('Entitat amb encavalcament');
    const renewed = await rotate(old.id, { overlapHours: 24 });
    expect([await statusWith(old), await statusWith(renewed)]).toEqual([200, 200]);
    for (const credentials of [old, renewed]) await (await connectAsPartner(credentials)).close();
    const until = (await staff(`partners/${old.id}`)).body.earlierCredentialsUntil;
    expect(new Date(until).getTime()).toBeGreaterThan(harness.clock.now().getTime() + 23 * hour);
    expect((await toldOf(old.id, 'credentials-rotated')).validUntil).toBe(until);
    expect((await toldOf(old.id, 'updated')).apiKeys).toMatchObject([{ validUntil: until }, {}]);

    harness.clock.advance(25 * hour);
    expect([await statusWith(old), await statusWith(renewed)]).toEqual([401, 200]);
    // The broker is told by the loop that keeps it informed, which a rotation or a suspension runs as well.
    const after = await harness.another();
    try {
      await expect
        .poll(async () =>
          connectAsPartner(old).then(
            (client) => client.close().then(() => 'connected'),
            () => 'refused',
          ),
        )
        .toBe('refused');
      await (await connectAsPartner(renewed)).close();
    } finally {
      await after.stop();
    }
  });
});
