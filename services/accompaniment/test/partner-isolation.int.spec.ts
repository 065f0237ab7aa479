import { hostileBodies } from '@ateneu/testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  aReferral,
  connectAsPartner,
  type Harness,
  type OnboardedPartner,
  readPartnerEvents,
  startHarness,
} from './harness.ts';

let harness: Harness;
let a: OnboardedPartner;
let b: OnboardedPartner;
let referralOfA: string;

beforeAll(async () => {
  harness = await startHarness();
  a = await harness.onboard('Entitat A');
  b = await harness.onboard('Entitat B');
  const made = await harness.ask('POST', '/v1/partner/referrals', { token: a.apiKey, body: aReferral });
  referralOfA = made.body.id;
});
afterAll(() => harness.stop());

const asCoordinator = (path: string, etag: string, body?: object) =>
  harness.ask('POST', `/v1/staff/partners/${path}`, {
    token: harness.tokens.coordinator,
    headers: { 'if-match': etag },
    body,
  });
const etagOf = async (partner: OnboardedPartner): Promise<string> =>
  (await harness.ask('GET', `/v1/staff/partners/${partner.id}`, { token: harness.tokens.coordinator })).etag;

describe('another partner', () => {
  it('gets for a referral that is not its own the answer for one that does not exist', async () => {
    const missing = '0198c1d2-7a10-7c3e-9f00-0000000000ff';
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/accept'],
      ['POST', '/withdraw'],
      ['POST', '/withdraw-consent'],
    ] as const) {
      const foreign = await harness.ask(method, `/v1/partner/referrals/${referralOfA}${path}`, { token: b.apiKey });
      const absent = await harness.ask(method, `/v1/partner/referrals/${missing}${path}`, { token: b.apiKey });
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    }
    const list = await harness.ask('GET', '/v1/partner/referrals', { token: b.apiKey });
    expect(list.body.items).toEqual([]);
  });

  it('cannot read the events of the first, nor ask about its consumer', async () => {
    const client = await connectAsPartner(b);
    try {
      const api = jetstream(client, { apiPrefix: b.nats.apiPrefix });
      await expect(api.consumers.get('REFERRALS', a.nats.consumer)).rejects.toThrow();
      const own = await api.consumers.get('REFERRALS', b.nats.consumer);
      expect((await own.info()).num_pending).toBe(0);
      const manager = await jetstreamManager(client, { apiPrefix: b.nats.apiPrefix, checkAPI: false });
      await expect(manager.streams.info('REFERRALS')).rejects.toThrow();
    } finally {
      await client.close();
    }
  });

  it('is let into no staff route, and staff into no partner route', async () => {
    const staff = await harness.ask('GET', '/v1/staff/referrals', { token: b.apiKey });
    expect(staff.status).toBe(401);
    const partner = await harness.ask('GET', '/v1/partner/referrals', { token: harness.tokens.technician });
    expect(partner.status).toBe(401);
  });
});

describe('credentials', () => {
  it('are issued by coordinators alone, and once', async () => {
    const url = `/v1/staff/partners/${a.id}/credentials`;
    expect((await harness.ask('POST', url, { token: harness.tokens.technician })).status).toBe(403);
    const again = await harness.ask('POST', url, { token: harness.tokens.coordinator });
    expect(again).toMatchObject({ status: 409, body: { code: 'accompaniment.partner.credentials-issued' } });
  });

  it('are nowhere in the database: the key as a hash, the seed sealed', async () => {
    const { rows } = await harness.database.pool.query<{ account_seed: string }>('select account_seed from partner');
    expect(rows.every(({ account_seed: seed }) => seed.startsWith('v1.'))).toBe(true);
    const keys = await harness.database.pool.query<{ hash: string }>('select hash from partner_api_key');
    expect(keys.rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('are finished by a retry where the first attempt died before the broker heard of it', async () => {
    const token = harness.tokens.coordinator;
    const profile = { name: 'Entitat amb ensurt', contactEmail: 'a@example.org' };
    const { id } = (await harness.ask('POST', '/v1/staff/partners', { token, body: profile })).body;
    const first = await harness.ask('POST', `/v1/staff/partners/${id}/credentials`, { token });
    // As after a crash between the account's commit and the API key's: the account is known, the rest is not.
    await harness.database.pool.query('delete from partner_api_key where partner_id = $1', [id]);
    await harness.database.pool.query(
      `update partner set status = 'registered', credentials_since = null, claims_stale = true where id = $1`,
      [id],
    );
    const retried = await harness.ask('POST', `/v1/staff/partners/${id}/credentials`, { token });
    expect(retried.status).toBe(201);
    expect(retried.body.nats.consumer).toBe(first.body.nats.consumer);
    expect((await harness.ask('GET', '/v1/partner/referrals', { token: retried.body.apiKey })).status).toBe(200);
  });

  it('once replaced, stop working, and the new ones go on where the old ones stopped', async () => {
    const partner = await harness.onboard('Entitat que renova');
    await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const url = `/v1/staff/partners/${partner.id}/credentials/rotate`;
    const { body: renewed } = await harness.ask('POST', url, { token: harness.tokens.coordinator });
    expect((await harness.ask('GET', '/v1/partner/referrals', { token: partner.apiKey })).status).toBe(401);
    expect((await harness.ask('GET', '/v1/partner/referrals', { token: renewed.apiKey })).status).toBe(200);
    await expect(connectAsPartner(partner)).rejects.toThrow();
    const client = await connectAsPartner(renewed);
    try {
      expect(await readPartnerEvents(client, renewed, 1)).toMatchObject([{ data: { status: 'received' } }]);
    } finally {
      await client.close();
    }
  });
});

describe('the registry', () => {
  const token = () => harness.tokens.coordinator;
  const profile = { name: 'Fundació Cultural', contactEmail: 'a@example.org', accepts: { sectors: ['cultura'] } };

  it('has each name once, however it is written, and each request once', async () => {
    const post = (body: object, key: string) =>
      harness.ask('POST', '/v1/staff/partners', { token: token(), body, headers: { 'idempotency-key': key } });
    const first = await post(profile, 'k1');
    expect((await post(profile, 'k1')).body).toEqual(first.body);
    const again = await post({ ...profile, name: 'FUNDACIÓ cultural' }, 'k2');
    expect(again).toMatchObject({ status: 409, body: { code: 'accompaniment.partner.name-taken' } });
  });

  it('is edited by whoever read its current version', async () => {
    const { body: made, etag } = await harness.ask('POST', '/v1/staff/partners', {
      token: token(),
      body: { ...profile, name: 'Fundació editada' },
    });
    const edit = (name: string, match: string) =>
      harness.ask('PUT', `/v1/staff/partners/${made.id}`, {
        token: token(),
        body: { ...profile, name },
        headers: { 'if-match': match },
      });
    expect((await edit('Fundació nova', etag)).status).toBe(200);
    expect((await edit('Fundació vella', etag)).status).toBe(412);
    const list = await harness.ask('GET', '/v1/staff/partners?limit=200', { token: harness.tokens.technician });
    expect(list.body.items.map((item: { name: string }) => item.name)).toContain('Fundació nova');
  });
});

describe('a suspended partner', () => {
  it('is refused over HTTP and dropped by the broker at once, and comes back as it was', async () => {
    const partner = await harness.onboard('Entitat díscola');
    const client = await connectAsPartner(partner);
    const suspended = await asCoordinator(`${partner.id}/suspend`, await etagOf(partner), { reason: 'Clau filtrada' });
    expect(suspended).toMatchObject({ status: 200, body: { status: 'suspended', brokerInformed: true } });
    const refused = await harness.ask('GET', '/v1/partner/referrals', { token: partner.apiKey });
    expect(refused.status).toBe(401);
    await expect.poll(() => client.isClosed()).toBe(true);
    await expect(connectAsPartner(partner)).rejects.toThrow();

    const back = await asCoordinator(`${partner.id}/reinstate`, suspended.etag);
    expect(back.body.status).toBe('active');
    expect((await harness.ask('GET', '/v1/partner/referrals', { token: partner.apiKey })).status).toBe(200);
    const again = await connectAsPartner(partner);
    await again.close();
  });
});

describe('hostile input', () => {
  const urls = () =>
    [
      ['POST', '/v1/partner/referrals', a.apiKey],
      ['POST', `/v1/partner/referrals/${referralOfA}/decline`, a.apiKey],
      ['POST', '/v1/staff/partners', harness.tokens.coordinator],
      ['POST', '/v1/staff/referrals', harness.tokens.technician],
      ['POST', '/v1/staff/accompaniments', harness.tokens.technician],
    ] as const;

  it.each(hostileBodies)('$name is answered 4xx and changes nothing', async ({ contentType, body }) => {
    const before = await counts();
    for (const [method, url, token] of urls()) {
      const answer = await harness.ask(method, url, { token, body, headers: { 'content-type': contentType } });
      expect(answer.status, url).toBeGreaterThanOrEqual(400);
      expect(answer.status, url).toBeLessThan(500);
      expect(answer.body.code).toEqual(expect.any(String));
    }
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['a consent that is missing', { ...aReferral, consent: undefined }],
    ['a consent from the future', { ...aReferral, consent: { ...aReferral.consent, givenOn: '2999-01-01' } }],
    ['a sector that does not exist', { ...aReferral, project: { ...aReferral.project, sector: 'mineria' } }],
    [
      'an e-mail with a second recipient',
      { ...aReferral, person: { ...aReferral.person, email: 'a@b.cat\r\nBcc: c@d.cat' } },
    ],
    ['a phone that is none', { ...aReferral, person: { ...aReferral.person, phone: '<script>' } }],
  ])('%s is refused', async (_name, body) => {
    const before = await counts();
    const answer = await harness.ask('POST', '/v1/partner/referrals', { token: a.apiKey, body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await counts()).toEqual(before);
  });

  const counts = async () =>
    Promise.all(['partner', 'referral', 'accompaniment', 'outbox'].map((table) => harness.count(table)));
});
