import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectAsPartner, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

type Renewed = OnboardedPartner & { earlierUntil: string | null };

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const hour = 60 * 60 * 1_000;
const statusWith = async (token: string): Promise<number> =>
  (await harness.ask('GET', '/v1/partner/referrals', { token })).status;
const ask = (token: string, body?: object) => harness.ask('POST', '/v1/partner/credentials/rotate', { token, body });
const renew = async (token: string, body?: object): Promise<Renewed> => {
  const answer = await ask(token, body);
  expect(answer.status).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.body as Renewed;
};

/** Signs a contact of the partner in by the link of an e-mail. */
async function signIn(partner: { id: string }): Promise<string> {
  await harness.ask('POST', '/v1/partner-sign-ins', { token: '', body: { email: 'derivacions@example.org' } });
  const select = `select payload from outbox where type like '%partner-sign-in.requested%' and payload like $1`;
  const signInUrl = async (): Promise<string | undefined> => {
    const { rows } = await harness.database.pool.query<{ payload: string }>(select, [`%${partner.id}%`]);
    const mail = JSON.parse(rows[0]?.payload ?? '{}') as { data?: { personal: { signInUrl: string } } };
    return mail.data?.personal.signInUrl;
  };
  await expect.poll(signInUrl).toBeDefined();
  const secret = new URL((await signInUrl()) ?? '').pathname.split('/').at(-1) ?? '';
  return (await harness.ask('POST', `/v1/self-service/partner-sign-ins/${secret}`, { token: '' })).body.token as string;
}

describe('a partner that renews its credentials', () => {
  it('goes on with the old ones meanwhile, over HTTP and at the broker, and is told by e-mail that it did so', async () => {
    const old = await harness.onboard('Entitat que renova');
    const fresh = await renew(old.apiKey, { overlapHours: 48 });
    expect(fresh.apiKey).not.toBe(old.apiKey);
    expect(fresh.nats.consumer).toBe(old.nats.consumer);
    expect([await statusWith(old.apiKey), await statusWith(fresh.apiKey)]).toEqual([200, 200]);
    for (const credentials of [old, fresh]) await (await connectAsPartner(credentials)).close();
    expect(Date.parse(fresh.earlierUntil ?? '')).toBeGreaterThan(harness.clock.now().getTime() + 47 * hour);
    const seen = await harness.ask('GET', '/v1/partner/credentials', { token: fresh.apiKey });
    expect(seen.body.earlierUntil).toBe(fresh.earlierUntil);
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1 and type like '%credentials-rotated%'`,
      [old.id],
    );
    expect(JSON.parse(rows[0]?.payload ?? '{}')).toMatchObject({
      data: { by: 'partner', validUntil: fresh.earlierUntil, personal: { email: 'derivacions@example.org' } },
    });
    const audited = `audit_record where action = 'credentials-replaced' and subject_id = '${old.id}' and actor_kind = 'partner'`;
    expect(await harness.count(audited)).toBe(1);
  });

  it('is left a day where it does not say how long, and nothing where it asks for an end at once', async () => {
    const old = await harness.onboard('Entitat amb una fuita');
    const fresh = await renew(old.apiKey);
    expect(Date.parse(fresh.earlierUntil ?? '')).toBeGreaterThan(harness.clock.now().getTime() + 23 * hour);
    const sure = await renew(fresh.apiKey, { overlapHours: 0 });
    expect(sure.earlierUntil).toBeNull();
    const statuses = [await statusWith(old.apiKey), await statusWith(fresh.apiKey), await statusWith(sure.apiKey)];
    expect(statuses).toEqual([401, 401, 200]);
    await expect(connectAsPartner(old)).rejects.toThrow();
    await (await connectAsPartner(sure)).close();
  });

  it('makes one new key of an old one, however many ask at once; a key that is found later makes none', async () => {
    const old = await harness.onboard('Entitat amb presses');
    const answers = await Promise.all([ask(old.apiKey), ask(old.apiKey), ask(old.apiKey)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    expect((await ask(old.apiKey)).body.code).toBe('accompaniment.partner.key-replaced');
    expect(await harness.count(`partner_api_key where partner_id = '${old.id}'`)).toBe(2);
  });

  it('loses nothing where an answer got lost: signed in by e-mail it renews again, and all it has works on', async () => {
    const old = await harness.onboard('Entitat sense resposta');
    const lost = await renew(old.apiKey, { overlapHours: 24 });
    const session = await signIn(old);
    const found = await renew(session, { overlapHours: 2 });
    const works = [await statusWith(old.apiKey), await statusWith(lost.apiKey), await statusWith(found.apiKey)];
    expect(works).toEqual([200, 200, 200]);
    expect(await statusWith(session)).toBe(401);
    for (const credentials of [old, found]) await (await connectAsPartner(credentials)).close();
    const kept = `partner_api_key where partner_id = '${old.id}' and sign_in_id is null and revoked_at = '${found.earlierUntil ?? ''}'`;
    expect(await harness.count(kept)).toBe(2);
  });

  it('is refused before it has any, and while it is suspended', async () => {
    const token = harness.tokens.coordinator;
    const body = { name: 'Entitat sense res', contactEmail: 'derivacions@example.org' };
    const registered = await harness.ask('POST', '/v1/staff/partners', { token, body });
    const session = await signIn(registered.body);
    expect((await ask(session)).body.code).toBe('accompaniment.partner.wrong-state');
    const active = await harness.onboard('Entitat que se suspèn');
    const { etag } = await harness.ask('GET', `/v1/staff/partners/${active.id}`, { token });
    const headers = { 'if-match': etag };
    await harness.ask('POST', `/v1/staff/partners/${active.id}/suspend`, { token, headers, body: {} });
    expect((await ask(active.apiKey)).status).toBe(401);
  });
});
