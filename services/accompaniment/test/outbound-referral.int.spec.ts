import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  aReferral,
  connectAsPartner,
  type Harness,
  type OnboardedPartner,
  personalTraces,
  readPartnerEvents,
  startHarness,
} from './harness.ts';

let harness: Harness;
let partner: OnboardedPartner;

beforeAll(async () => {
  harness = await startHarness();
  partner = await harness.onboard('Coop57');
});
afterAll(() => harness.stop());

const { consent, ...withoutConsent } = aReferral;

async function draft(body: object = { ...aReferral, partnerId: partner.id }) {
  return harness.ask('POST', '/v1/staff/referrals', { token: harness.tokens.technician, body });
}

async function step(id: string, name: string, etag: string, body?: object) {
  return harness.ask('POST', `/v1/staff/referrals/${id}/${name}`, {
    token: harness.tokens.technician,
    headers: { 'if-match': etag },
    body,
  });
}

async function send() {
  const drafted = await draft();
  const sent = await step(drafted.body.id, 'send', drafted.etag);
  expect(sent).toMatchObject({ status: 200, body: { status: 'sent' } });
  return { id: String(drafted.body.id), etag: sent.etag };
}

const asPartner = (method: 'GET' | 'POST', path: string, body?: object) =>
  harness.ask(method, `/v1/partner/referrals${path}`, { token: partner.apiKey, body });

describe('a referral to a partner', () => {
  it('leaves only with a consent, and the partner hears of it without personal data', async () => {
    const drafted = await draft({ ...withoutConsent, partnerId: partner.id });
    const { id } = drafted.body;
    const refused = await step(id, 'send', drafted.etag);
    expect(refused).toMatchObject({ status: 409, body: { code: 'accompaniment.referral.consent-missing' } });
    expect((await asPartner('GET', `/${id}`)).status).toBe(404);

    const consented = await harness.ask('PUT', `/v1/staff/referrals/${id}/consent`, {
      token: harness.tokens.technician,
      headers: { 'if-match': drafted.etag },
      body: consent,
    });
    expect((await step(id, 'send', consented.etag)).body.status).toBe('sent');

    const client = await connectAsPartner(partner);
    try {
      const [event] = await readPartnerEvents(client, partner, 1);
      expect(event).toMatchObject({ data: { referralId: id, direction: 'outbound', status: 'sent' } });
      expect(JSON.stringify(event)).not.toMatch(personalTraces);
    } finally {
      await client.close();
    }
  });

  it('shows the case before it is accepted, the person after, and neither once it is closed', async () => {
    const { id } = await send();
    const first = await asPartner('GET', `/${id}`);
    expect(first.body).toMatchObject({ status: 'received', project: { neighbourhood: '7' }, person: null });
    expect((await asPartner('POST', `/${id}/accept`)).body.status).toBe('accepted');
    expect((await asPartner('GET', `/${id}`)).body.person).toMatchObject({ email: 'fatima@example.org' });
    const closed = await asPartner('POST', `/${id}/close`, { outcome: 'consolidated' });
    expect(closed.body.status).toBe('closed');
    const after = await asPartner('GET', `/${id}`);
    expect(after.body).toMatchObject({ outcome: 'consolidated', project: null, person: null });
    const read = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician });
    const history: { event: string; actor: string }[] = read.body.history;
    expect(history.map(({ event }) => event)).toEqual(['drafted', 'sent', 'received', 'accepted', 'started', 'closed']);
    expect(history.at(-1)).toMatchObject({ actor: 'Coop57', details: { outcome: 'consolidated' } });
  });

  it('hides the person and the project from everybody once the consent is withdrawn, and cannot go on', async () => {
    const { id } = await send();
    await asPartner('POST', `/${id}/accept`);
    const read = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician });
    const withdrawn = await step(id, 'withdraw-consent', read.etag);
    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'accepted' } });

    const seen = await asPartner('GET', `/${id}`);
    expect(seen.body).toMatchObject({ status: 'accepted', project: null, person: null });
    expect(seen.body.consent.withdrawnAt).toEqual(expect.any(String));
    const staff = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician });
    expect(staff.body).toMatchObject({ project: null, person: null });
    const queue = await harness.ask('GET', '/v1/staff/referrals?limit=200', { token: harness.tokens.technician });
    expect(queue.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({ projectName: null });
    expect(await asPartner('POST', `/${id}/start`)).toMatchObject({
      status: 409,
      body: { code: 'accompaniment.referral.consent-withdrawn' },
    });

    const { rows } = await harness.database.pool.query<{ type: string; payload: string }>(
      `select type, payload from outbox where aggregate_id = $1 order by id desc limit 2`,
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'cat.ateneulh.accompaniment.partner-referral.consent-withdrawn.v1',
      'cat.ateneulh.accompaniment.consent.withdrawn.v1',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(personalTraces);
  });

  it('is answered by the partner alone, and taken back by staff alone', async () => {
    const { id, etag } = await send();
    expect((await step(id, 'accept', etag)).body.code).toBe('accompaniment.referral.wrong-party');
    expect((await asPartner('POST', `/${id}/withdraw`)).body.code).toBe('accompaniment.referral.wrong-party');
    expect((await step(id, 'withdraw', etag)).body.status).toBe('withdrawn');
    expect((await asPartner('POST', `/${id}/accept`)).body.code).toBe('accompaniment.referral.wrong-state');
  });

  it('is not sent to a suspended partner', async () => {
    const other = await harness.onboard('Entitat suspesa');
    const drafted = await draft({ ...aReferral, partnerId: other.id });
    const read = await harness.ask('GET', `/v1/staff/partners/${other.id}`, { token: harness.tokens.coordinator });
    await harness.ask('POST', `/v1/staff/partners/${other.id}/suspend`, {
      token: harness.tokens.coordinator,
      headers: { 'if-match': read.etag },
      body: {},
    });
    const refused = await step(drafted.body.id, 'send', drafted.etag);
    expect(refused).toMatchObject({ status: 409, body: { code: 'accompaniment.referral.partner-suspended' } });
  });

  it('needs a partner that exists', async () => {
    const missing = await draft({ ...aReferral, partnerId: '0198c1d2-7a10-7c3e-9f00-000000000007' });
    expect(missing).toMatchObject({ status: 404, body: { code: 'accompaniment.partner.not-found' } });
  });
});
