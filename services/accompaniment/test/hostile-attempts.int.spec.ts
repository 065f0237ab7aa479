import { issueSecret } from '@ateneu/kernel';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, connectAsPartner, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

let harness: Harness;
let victim: OnboardedPartner;
let hostile: OnboardedPartner;

beforeAll(async () => {
  harness = await startHarness();
  victim = await harness.onboard('Entitat assetjada');
  hostile = await harness.onboard('Entitat hostil');
});
afterAll(() => harness.stop());

const get = (path: string, token: string) => harness.ask('GET', path, { token });
interface Refusal {
  actor: string;
  subject: string;
  id: string;
  details: Record<string, unknown>;
}
/** What is on record of attempts by or on a partner, oldest first. */
async function refusalsOf(partner: { id: string }): Promise<Refusal[]> {
  const { rows } = await harness.database.pool.query<Refusal>(
    `select actor_id as actor, subject_type as subject, subject_id as id, details from audit_record
     where action = 'refuse' and (actor_id = $1 or subject_id = $1) order by at, id`,
    [partner.id],
  );
  return rows;
}
/** What the log tells of requests while `work` goes on. Connections that the broker refuses may be other suites'. */
async function loggedIn(work: () => Promise<unknown>) {
  const logged = () => harness.attempts().filter(({ security }) => security !== 'refused-connection');
  const before = logged().length;
  await work();
  return logged().slice(before);
}

// First, because repeats are told once a minute, which begins with the service.
describe('over NATS, a connection', () => {
  const refused = (credentials: OnboardedPartner) =>
    connectAsPartner(credentials).then(
      (connection: NatsConnection) => connection.close().then(() => 'connected'),
      () => 'refused',
    );

  it('with revoked credentials is on record as those of its partner, once however often it is tried', async () => {
    const old = await harness.onboard('Entitat amb credencials robades');
    await harness.ask('POST', `/v1/staff/partners/${old.id}/credentials/rotate`, { token: harness.tokens.coordinator });
    // The watch begins beside the service; what happens before it listens is not heard.
    await expect
      .poll(async () => {
        expect(await refused(old)).toBe('refused');
        return (await refusalsOf(old)).map(({ actor, details }) => ({ actor, ...details }));
      })
      .toEqual([{ actor: 'broker', via: 'nats', why: 'refused-credentials', times: 1 }]);
    for (const _ of [1, 2, 3]) await refused(old);
    expect(await refusalsOf(old)).toHaveLength(1);
    expect(harness.attempts()).toContainEqual(
      expect.objectContaining({ security: 'refused-connection', partner: old.id, account: old.nats.consumer }),
    );
  });

  it('of a suspended partner is on record', async () => {
    const partner = await harness.onboard('Entitat suspesa que insisteix');
    const token = harness.tokens.coordinator;
    const url = `/v1/staff/partners/${partner.id}`;
    const headers = { 'if-match': (await get(url, token)).etag };
    await harness.ask('POST', `${url}/suspend`, { token, headers, body: {} });
    await expect
      .poll(async () => {
        expect(await refused(partner)).toBe('refused');
        return (await refusalsOf(partner)).map(({ details }) => details['why']);
      })
      .toEqual(['suspended-or-too-many']);
  });

  it('without credentials is in the log', async () => {
    await expect
      .poll(async () => {
        await connect({ servers: harness.broker.url, reconnect: false }).catch(() => {});
        return harness.attempts().filter(({ security, account }) => security === 'refused-connection' && !account);
      })
      .toContainEqual(expect.objectContaining({ why: 'refused-credentials' }));
  });

  it('that is good and closes by itself is none', async () => {
    const partner = await harness.onboard('Entitat honrada');
    const later = await harness.onboard('Entitat que ve després');
    await harness.ask('POST', `/v1/staff/partners/${later.id}/credentials/rotate`, {
      token: harness.tokens.coordinator,
    });
    await (await connectAsPartner(partner)).close();
    // The broker tells of connections in their order: once a later one is on record, this one would be.
    await expect
      .poll(async () => {
        await refused(later);
        return (await refusalsOf(later)).length;
      })
      .toBe(1);
    expect(await refusalsOf(partner)).toEqual([]);
  });
});

describe('over HTTP, an attempt', () => {
  it('on another’s referral or document is on record with who, on what and how', async () => {
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: victim.apiKey, body: aReferral });
    const id: string = made.body.id;
    const document = crypto.randomUUID();
    const missing = crypto.randomUUID();
    const logged = await loggedIn(async () => {
      for (const path of [id, missing, `${id}/documents/${document}/content`]) {
        expect((await get(`/v1/partner/referrals/${path}`, hostile.apiKey)).status).toBe(404);
      }
    });
    expect(await refusalsOf(hostile)).toEqual([
      { actor: hostile.id, subject: 'referral', id, details: { why: 'not-theirs', route: 'getOwnReferral' } },
      { actor: hostile.id, subject: 'referral', id: missing, details: { why: 'unknown', route: 'getOwnReferral' } },
      { actor: hostile.id, subject: 'referral', id, details: { why: 'not-theirs', route: 'downloadSharedDocument' } },
    ]);
    expect(logged).toMatchObject([
      { security: 'not-theirs', partner: hostile.id, referral: id },
      { security: 'not-theirs', partner: hostile.id, referral: missing },
      { security: 'not-theirs', partner: hostile.id, referral: id },
    ]);
  });

  it('on a document of one’s own referral that was not shared is on record too', async () => {
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: hostile.apiKey, body: aReferral });
    const document = crypto.randomUUID();
    const path = `/v1/partner/referrals/${made.body.id}/documents/${document}/content`;
    expect((await get(path, hostile.apiKey)).status).toBe(404);
    expect((await refusalsOf(hostile)).at(-1)).toMatchObject({ subject: 'document', id: document });
  });

  it('with a key that nobody has is in the log, without the key', async () => {
    const { secret } = issueSecret('atk');
    const logged = await loggedIn(() => get('/v1/partner/referrals', secret));
    expect(logged).toMatchObject([{ security: 'unknown-key' }]);
    expect(JSON.stringify(logged)).not.toContain(secret);
  });

  it('with a revoked key, or a suspended partner’s, is on record as its partner’s', async () => {
    const old = await harness.onboard('Entitat robada');
    const token = harness.tokens.coordinator;
    const url = `/v1/staff/partners/${old.id}`;
    const renewed = await harness.ask('POST', `${url}/credentials/rotate`, { token });
    const logged = await loggedIn(async () => {
      expect((await get('/v1/partner/referrals', old.apiKey)).status).toBe(401);
      const headers = { 'if-match': (await get(url, token)).etag };
      await harness.ask('POST', `${url}/suspend`, { token, headers, body: {} });
      expect((await get('/v1/partner/referrals', renewed.body.apiKey)).status).toBe(401);
    });
    expect((await refusalsOf(old)).map(({ details }) => details['why'])).toEqual(['revoked-key', 'suspended']);
    expect(logged).toMatchObject([
      { security: 'refused-key', partner: old.id, why: 'revoked-key' },
      { security: 'refused-key', partner: old.id, why: 'suspended' },
    ]);
  });

  it('on a route of the staff with a partner’s key is on record', async () => {
    const logged = await loggedIn(() => get('/v1/staff/referrals', hostile.apiKey));
    expect(logged).toMatchObject([{ security: 'partner-key-for-staff', partner: hostile.id }]);
    expect((await refusalsOf(hostile)).at(-1)).toMatchObject({
      subject: 'partner',
      details: { why: 'partner-key-for-staff', route: 'listReferrals' },
    });
  });

  it('with a link that is none, in each place where links are answered, is on record', async () => {
    const { secret } = issueSecret('ref');
    const kinds = ['referrals', 'consents', 'project-invitations', 'partner-sign-ins', 'intake-requests'];
    const before = await harness.count(`audit_record where action = 'refuse' and subject_type = 'access-link'`);
    const logged = await loggedIn(async () => {
      for (const kind of kinds) expect((await get(`/v1/self-service/${kind}/${secret}`, '')).status).toBe(404);
    });
    expect(logged.map(({ security }) => security)).toEqual(kinds.map(() => 'refused-link'));
    expect(JSON.stringify(logged)).not.toContain(secret);
    // A request for accompaniment has links of its own kind, which are in the log alone.
    expect(await harness.count(`audit_record where action = 'refuse' and subject_type = 'access-link'`)).toBe(
      before + kinds.length - 1,
    );
  });

  it('is counted for those who watch', async () => {
    const { body } = await harness.raw({ url: '/metrics' });
    expect(body).toMatch(/^accompaniment_refused_attempts\{[^}]*subject="referral"[^}]*\} [1-9]/m);
  });
});
