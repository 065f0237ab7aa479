import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, feedOf, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

let harness: Harness;
let from: OnboardedPartner;
let to: OnboardedPartner;

beforeAll(async () => {
  harness = await startHarness();
  from = await harness.onboard('Servei de Creació d’Empreses');
  to = await harness.onboard('Coop57');
});
afterAll(() => harness.stop());

const consentTo = { scope: 'referral', givenOn: '2026-02-01', textVersion: '2026-01' };
const wide = { ...aReferral, consent: { ...aReferral.consent, scope: 'referral-and-rerouting' } };
const refer = (body: object = aReferral) => harness.ask('POST', '/v1/partner/referrals', { token: from.apiKey, body });
const reroute = (id: string, etag: string, body: object) =>
  harness.ask('POST', `/v1/staff/referrals/${id}/reroute`, {
    token: harness.tokens.technician,
    headers: { 'if-match': etag },
    body,
  });
const staffView = async (id: string) =>
  (await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician })).body;
const partnerView = (partner: OnboardedPartner, id: string) =>
  harness.ask('GET', `/v1/partner/referrals/${id}`, { token: partner.apiKey });

/** A partner's events, once they have come to what is looked for. */
const eventsOf = (partner: OnboardedPartner, what: string) =>
  feedOf(harness, partner, (events) => JSON.stringify(events).includes(what));

describe('a referral that is passed on', () => {
  it('goes to the other partner as a new one, and staff see the chain', async () => {
    const made = await refer(wide);
    const rerouted = await reroute(made.body.id, made.etag, { partnerId: to.id });
    expect(rerouted).toMatchObject({ status: 200, body: { status: 'rerouted', version: 4 } });
    const next: string = rerouted.body.reroutedTo;
    const chain = [
      { id: made.body.id, status: 'rerouted', direction: 'inbound', partner: { name: from.name } },
      { id: next, status: 'sent', direction: 'outbound', partner: { name: to.name } },
    ];
    expect(await staffView(made.body.id)).toMatchObject({ reroutedTo: next, reroutedFrom: null, chain });
    expect(await staffView(next)).toMatchObject({ reroutedTo: null, reroutedFrom: made.body.id, chain });
    const received = await partnerView(to, next);
    expect(received.body).toMatchObject({
      status: 'received',
      project: { name: aReferral.project.name },
      person: null,
    });
  });

  it('shows the partner that sent it `rerouted`, and nothing of whom; and the new one nothing of the first', async () => {
    const made = await refer(wide);
    const { body } = await reroute(made.body.id, made.etag, { partnerId: to.id });
    const seen = await partnerView(from, made.body.id);
    expect(seen.body.status).toBe('rerouted');
    const list = await harness.ask('GET', '/v1/partner/referrals', { token: from.apiKey });
    const feed = await eventsOf(from, 'rerouted');
    expect(JSON.stringify([seen.body, list.body, feed.body])).not.toMatch(
      new RegExp(`${body.reroutedTo}|${to.id}|${to.name}`),
    );
    expect((await partnerView(from, body.reroutedTo)).status).toBe(404);
    const other = await partnerView(to, body.reroutedTo);
    const otherFeed = await eventsOf(to, body.reroutedTo);
    expect(JSON.stringify([other.body, otherFeed.body])).not.toMatch(
      new RegExp(`${made.body.id}|${from.id}|${from.name}|${aReferral.partnerReference}`),
    );
  });

  it('needs a consent that reaches so far, and nothing changes without', async () => {
    const made = await refer();
    const before = await harness.count('referral');
    const refused = await reroute(made.body.id, made.etag, { partnerId: to.id });
    expect(refused).toMatchObject({ status: 409, body: { code: 'accompaniment.referral.consent-too-narrow' } });
    expect(await harness.count('referral')).toBe(before);
    expect((await staffView(made.body.id)).status).toBe('received');
    const asked = await reroute(made.body.id, made.etag, { partnerId: to.id, consent: consentTo });
    expect((await staffView(asked.body.reroutedTo)).consent).toMatchObject(consentTo);
  });

  it('is passed on once, whoever asks how often', async () => {
    const made = await refer(wide);
    const before = await harness.count('referral');
    const answers = await Promise.all([1, 2, 3].map(() => reroute(made.body.id, made.etag, { partnerId: to.id })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const again = await reroute(made.body.id, '"4"', { partnerId: to.id });
    expect(again.body.reroutedTo).toBe(answers.find(({ status }) => status === 200)?.body.reroutedTo);
    expect(await harness.count('referral')).toBe(before + 1);
  });

  it('goes to nobody who has it already, is suspended or unknown, nor when it was answered', async () => {
    const made = await refer(wide);
    const { id } = made.body;
    const code = async (partnerId: string) => (await reroute(id, made.etag, { partnerId })).body.code;
    expect(await code(from.id)).toBe('accompaniment.referral.rerouted-to-same-partner');
    expect(await code(crypto.randomUUID())).toBe('accompaniment.partner.not-found');
    const suspended = await harness.onboard('Entitat suspesa');
    const token = harness.tokens.coordinator;
    const { etag } = await harness.ask('GET', `/v1/staff/partners/${suspended.id}`, { token });
    await harness.ask('POST', `/v1/staff/partners/${suspended.id}/suspend`, {
      token,
      headers: { 'if-match': etag },
      body: {},
    });
    expect(await code(suspended.id)).toBe('accompaniment.referral.partner-suspended');
    expect((await staffView(id)).version).toBe(3);
    const url = `/v1/staff/referrals/${id}/accept`;
    const accepted = await harness.ask('POST', url, { token, headers: { 'if-match': made.etag } });
    expect((await reroute(id, accepted.etag, { partnerId: to.id })).body.code).toBe(
      'accompaniment.referral.wrong-state',
    );
  });

  it('loses the consent as a whole: whoever hears it first, every holder is told', async () => {
    for (const first of ['sender', 'receiver'] as const) {
      const made = await refer(wide);
      const { body } = await reroute(made.body.id, made.etag, { partnerId: to.id });
      const ids: string[] = [made.body.id, body.reroutedTo];
      const [id, token] = first === 'sender' ? [ids[0], from.apiKey] : [ids[1], to.apiKey];
      const answers = await Promise.all([
        harness.ask('POST', `/v1/partner/referrals/${id}/withdraw-consent`, { token }),
        harness.ask('POST', `/v1/partner/referrals/${ids[1]}/withdraw-consent`, { token: to.apiKey }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      for (const each of ids) expect(await staffView(each)).toMatchObject({ person: null, project: null });
      const { rows } = await harness.database.pool.query<{ type: string }>(
        `select type from outbox where aggregate_id = any($1) and type like '%consent%' order by type`,
        [ids],
      );
      expect(rows.map(({ type }) => type.split('.').slice(3, 5).join('.'))).toEqual([
        'consent.withdrawn',
        'consent.withdrawn',
        'partner-referral.consent-withdrawn',
        'partner-referral.consent-withdrawn',
      ]);
    }
  });
});
