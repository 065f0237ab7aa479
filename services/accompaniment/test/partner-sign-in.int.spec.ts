import { issueSecret } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const hour = 60 * 60 * 1_000;
let made = 0;

/** A partner with a contact whose address is its alone. */
async function partnerWith({ credentials = true } = {}) {
  made += 1;
  const email = `pau.${made}@example.org`;
  const profile = {
    name: `Entitat que entra ${made}`,
    contactEmail: `bustia.${made}@example.org`,
    contacts: [{ name: 'Pau Serra', email }],
    languages: ['es'],
  };
  const token = harness.tokens.coordinator;
  const { body } = await harness.ask('POST', '/v1/staff/partners', { token, body: profile });
  const issued = credentials
    ? await harness.ask('POST', `/v1/staff/partners/${body.id}/credentials`, { token })
    : undefined;
  return { id: body.id as string, email, profile, apiKey: String(issued?.body.apiKey ?? '') };
}

const askFor = (email: string) => harness.ask('POST', '/v1/partner-sign-ins', { token: '', body: { email } });
interface Mail {
  expiresAt: string;
  personal: { name: string; email: string; language: string; partnerName: string; signInUrl: string };
}
const mailsTo = async (email: string): Promise<Mail[]> => {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where type like '%partner-sign-in.requested.v1' order by id`,
  );
  return rows
    .map(({ payload }) => (JSON.parse(payload) as { data: Mail }).data)
    .filter(({ personal }) => personal.email.toLowerCase() === email.toLowerCase());
};
/** The secret of the link that an address is sent next. */
async function linkFor(email: string): Promise<string> {
  const before = (await mailsTo(email)).length;
  expect(await askFor(email)).toMatchObject({ status: 202, body: { asked: true } });
  await expect.poll(async () => (await mailsTo(email)).length).toBe(before + 1);
  return new URL((await mailsTo(email)).at(-1)?.personal.signInUrl ?? '').pathname.split('/').at(-1) ?? '';
}
const follow = (secret: string, method: 'GET' | 'POST' = 'POST') =>
  harness.ask(method, `/v1/self-service/partner-sign-ins/${secret}`, { token: '' });
const enter = async (email: string): Promise<string> => (await follow(await linkFor(email))).body.token;
const statusWith = async (token: string, path = 'referrals'): Promise<number> =>
  (await harness.ask('GET', `/v1/partner/${path}`, { token })).status;
const audits = (what: string) => harness.count(`audit_record where ${what}`);
const coordinate = async (id: string, action: string, body?: object) => {
  const url = `/v1/staff/partners/${id}`;
  const token = harness.tokens.coordinator;
  const headers = { 'if-match': (await harness.ask('GET', url, { token })).etag };
  const asked = { token, headers, body };
  return action === '' ? harness.ask('PUT', url, asked) : harness.ask('POST', `${url}/${action}`, asked);
};

describe('a contact of a partner', () => {
  it('asks for a link, sees whom it signs in, signs in with it once, and has what the API key has', async () => {
    const { id, email, apiKey, profile } = await partnerWith();
    const own = (await harness.ask('POST', '/v1/partner/referrals', { token: apiKey, body: aReferral })).body.id;
    const secret = await linkFor(email.toUpperCase());
    expect(await mailsTo(email)).toMatchObject([
      { personal: { name: 'Pau Serra', language: 'es', partnerName: profile.name } },
    ]);
    const seen = await follow(secret, 'GET');
    expect(seen.body).toMatchObject({ partner: { id, name: profile.name }, contact: 'Pau Serra' });
    const entered = await follow(secret);
    expect(entered).toMatchObject({ status: 201, body: { partner: { id }, contact: 'Pau Serra' } });
    const { token, validUntil } = entered.body;
    expect((await harness.ask('GET', `/v1/partner/referrals/${own}`, { token })).body.id).toBe(own);
    expect(await statusWith(token, 'events')).toBe(200);
    expect((await harness.ask('GET', '/v1/partner/session', { token })).body).toEqual({
      partner: { id, name: profile.name },
      by: 'e-mail',
      contact: 'Pau Serra',
      validUntil,
    });
    expect((await harness.ask('GET', '/v1/partner/session', { token: apiKey })).body).toMatchObject({
      by: 'api-key',
      contact: null,
      validUntil: null,
    });
    for (const method of ['GET', 'POST'] as const) expect((await follow(secret, method)).status).toBe(404);
    expect(await audits(`action in ('ask-sign-in', 'sign-in') and subject_id = '${id}'`)).toBe(2);
  });

  it('signs in for a partner that has no credentials at all, and answers what it is sent', async () => {
    const { id, email } = await partnerWith({ credentials: false });
    const staff = harness.tokens.technician;
    const body = { ...aReferral, partnerId: id };
    const drafted = await harness.ask('POST', '/v1/staff/referrals', { token: staff, body });
    const headers = { 'if-match': drafted.etag };
    await harness.ask('POST', `/v1/staff/referrals/${drafted.body.id}/send`, { token: staff, headers });
    const token = await enter(email);
    const accepted = await harness.ask('POST', `/v1/partner/referrals/${drafted.body.id}/accept`, { token });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted' } });
    const sent = await harness.ask('POST', '/v1/partner/referrals', { token, body: aReferral });
    expect(sent).toMatchObject({ status: 201 });
  });

  it('who uses one link from two windows at once is let in once', async () => {
    const { email } = await partnerWith();
    const secret = await linkFor(email);
    const answers = await Promise.all([1, 2, 3, 4].map(() => follow(secret)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404, 404, 404]);
  });

  it('signs out, and the token is good for nothing; an API key is not ended like this', async () => {
    const { id, email, apiKey } = await partnerWith();
    const token = await enter(email);
    const other = await enter(email);
    expect((await harness.ask('DELETE', '/v1/partner/session', { token })).status).toBe(204);
    expect([await statusWith(token), await statusWith(other)]).toEqual([401, 200]);
    const refused = await harness.ask('DELETE', '/v1/partner/session', { token: apiKey });
    expect(refused).toMatchObject({ status: 409, body: { code: 'accompaniment.partner.not-a-session' } });
    expect(await statusWith(apiKey)).toBe(200);
    expect(await audits(`details ->> 'why' = 'ended-session' and subject_id = '${id}'`)).toBe(1);
  });
});

describe('asking for a link', () => {
  it('is answered the same, to the last byte, whether the address is known, unknown or of a suspended partner', async () => {
    const known = await partnerWith();
    const suspended = await partnerWith();
    await coordinate(suspended.id, 'suspend', {});
    const rows = await harness.count('partner_sign_in');
    const answers = await Promise.all([known.email, 'ningu@example.org', suspended.email].map(askFor));
    const [first, ...others] = answers.map(({ status, body }) => ({ status, body }));
    for (const other of others) expect(other).toEqual(first);
    await expect.poll(() => harness.count('partner_sign_in')).toBe(rows + 1);
    expect(await mailsTo(suspended.email)).toEqual([]);
    expect(await mailsTo('ningu@example.org')).toEqual([]);
  });

  it('is limited: an address gets three links an hour, however many ask, and answers do not tell', async () => {
    const { id, email } = await partnerWith();
    const answers = await Promise.all(Array.from({ length: 8 }, () => askFor(email)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await expect.poll(async () => (await mailsTo(email)).length).toBe(3);
    // Whatever else was asked has gone its way once a later one has.
    await linkFor((await partnerWith()).email);
    expect(await mailsTo(email)).toHaveLength(3);
    expect(await harness.count(`partner_sign_in where partner_id = '${id}'`)).toBe(3);
  });

  it('keeps no secret: links and tokens are in the database as hashes', async () => {
    const { id, email } = await partnerWith();
    const secret = await linkFor(email);
    const { token } = (await follow(secret)).body;
    const { rows } = await harness.database.pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from partner_api_key as t union all select to_jsonb(t)::text from partner_sign_in as t
       union all select to_jsonb(t)::text from access_link as t union all select to_jsonb(t)::text from audit_record as t
       union all select payload from outbox where aggregate_id = '${id}'`,
    );
    for (const { row } of rows) expect(row.includes(token) || row.includes(secret)).toBe(false);
  });
});

describe('a session', () => {
  const sessionOf = async () => {
    const partner = await partnerWith();
    return { ...partner, token: await enter(partner.email) };
  };

  it('ends with the suspension, and does not come back with the reinstatement; nor does a link', async () => {
    const { id, email, token } = await sessionOf();
    const link = await linkFor(email);
    await coordinate(id, 'suspend', {});
    expect([await statusWith(token), (await follow(link)).status]).toEqual([401, 404]);
    await coordinate(id, 'reinstate');
    expect([await statusWith(token), (await follow(link)).status]).toEqual([401, 404]);
  });

  it('ends with new credentials, also where the earlier key goes on for a while', async () => {
    const { id, email, token, apiKey } = await sessionOf();
    const link = await linkFor(email);
    const url = `/v1/staff/partners/${id}/credentials/rotate`;
    await harness.ask('POST', url, { token: harness.tokens.coordinator, body: { overlapHours: 24 } });
    expect([await statusWith(token), await statusWith(apiKey), (await follow(link)).status]).toEqual([401, 200, 404]);
  });

  it('ends when its contact is taken out of the registry, and others’ go on', async () => {
    const { id, token, profile, email } = await sessionOf();
    const other = await enter(profile.contactEmail);
    const link = await linkFor(email);
    expect((await coordinate(id, '', { ...profile, contacts: [] })).status).toBe(200);
    expect([await statusWith(token), await statusWith(other), (await follow(link)).status]).toEqual([401, 200, 404]);
  });

  it('is of its partner alone', async () => {
    const { token } = await sessionOf();
    const victim = await partnerWith();
    const { body } = await harness.ask('POST', '/v1/partner/referrals', { token: victim.apiKey, body: aReferral });
    expect(await statusWith(token, `referrals/${body.id}`)).toBe(404);
    expect((await harness.ask('GET', '/v1/staff/partners', { token })).status).toBe(401);
  });

  it('is known to the platform as a key with an end, and a sign-in is no new version to staff who edit', async () => {
    const { id, email } = await partnerWith();
    const before = await harness.ask('GET', `/v1/staff/partners/${id}`, { token: harness.tokens.technician });
    await enter(email);
    const after = await harness.ask('GET', `/v1/staff/partners/${id}`, { token: harness.tokens.technician });
    expect(after.etag).toBe(before.etag);
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1 and type like '%partner.updated.v1' order by id`,
      [id],
    );
    const told = rows.map(({ payload }) => JSON.parse(payload) as Announced);
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(told.at(-1)?.data.apiKeys).toEqual([
      { sha256: expect.any(String) },
      { sha256: expect.any(String), validUntil: expect.any(String) },
    ]);
  });

  interface Announced {
    sequence: number;
    data: { apiKeys: { sha256: string; validUntil?: string }[] };
  }
});

describe('a link to sign in', () => {
  it('that is invented, or of another purpose, opens nothing, and the try is on record', async () => {
    const before = await audits(`action = 'refuse' and subject_type = 'access-link'`);
    for (const secret of [issueSecret('psi').secret, issueSecret('ref').secret, 'x']) {
      for (const method of ['GET', 'POST'] as const) expect((await follow(secret, method)).status).toBe(404);
    }
    expect(await audits(`action = 'refuse' and subject_type = 'access-link'`)).toBe(before + 6);
  });
});

// Last, because the service's clock moves on.
describe('time', () => {
  it('ends a link in minutes and a session in hours, and clears both a month later', async () => {
    const { email } = await partnerWith();
    const token = await enter(email);
    const link = await linkFor(email);
    harness.clock.advance(21 * 60 * 1_000);
    expect(await follow(link)).toMatchObject({ status: 410, body: { code: 'accompaniment.link.expired' } });
    expect(await statusWith(token)).toBe(200);
    harness.clock.advance(8 * hour);
    expect(await statusWith(token)).toBe(401);
    harness.clock.advance(32 * 24 * hour);
    await harness.trigger('session-retention');
    await expect.poll(() => harness.count('partner_sign_in')).toBe(0);
    expect(await harness.count('partner_api_key where sign_in_id is not null')).toBe(0);
  });
});
