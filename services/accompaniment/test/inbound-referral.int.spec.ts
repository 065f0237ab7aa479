import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  aReferral,
  connectAsPartner,
  type Harness,
  personalTraces,
  readPartnerEvents,
  startHarness,
} from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const typesOf = (events: { type: string }[]): string[] => events.map(({ type }) => type.split('.').at(-2) ?? type);

describe('a referral from a partner', () => {
  it('travels from the partner to an entity created, and the partner hears each step', async () => {
    const { ask, tokens } = harness;
    const staff = tokens.technician;
    const partner = await harness.onboard('Servei de Creació d’Empreses');
    const client = await connectAsPartner(partner);
    try {
      const made = await ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
      expect(made).toMatchObject({ status: 201, body: { status: 'received', version: 3 } });
      const id: string = made.body.id;

      const waiting = await ask('GET', '/v1/staff/referrals?status=received&direction=inbound', { token: staff });
      expect(waiting.body.items).toMatchObject([{ id, ageDays: 0, partner: { name: partner.name } }]);
      const read = await ask('GET', `/v1/staff/referrals/${id}`, { token: staff });
      expect(read.body).toMatchObject({ person: { email: 'fatima@example.org' }, consent: { textVersion: '2026-01' } });

      const accepted = await ask('POST', `/v1/staff/referrals/${id}/accept`, {
        token: staff,
        headers: { 'if-match': read.etag },
      });
      expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', version: 4 } });

      const opened = await ask('POST', '/v1/staff/accompaniments', { token: staff, body: { referralId: id } });
      expect(opened).toMatchObject({ status: 201, body: { status: 'planned' } });
      const accompaniment = `/v1/staff/accompaniments/${opened.body.id}`;
      const begun = await ask('POST', `${accompaniment}/start`, { token: staff, headers: { 'if-match': opened.etag } });
      expect(begun.body.status).toBe('in-progress');

      const session = { heldOn: '2026-02-10', minutes: 90, people: 5, objective: 'Estatuts i capital social' };
      const recorded = await ask('POST', `${accompaniment}/sessions`, { token: staff, body: session });
      const entity = {
        name: 'Economat de la Florida, SCCL',
        taxId: 'f-12345674',
        legalForm: 'cooperativa-consumidors',
        constitutedOn: '2026-02-18',
        sectors: ['alimentacio'],
        neighbourhood: '7',
      };
      const completed = await ask('POST', `${accompaniment}/complete`, {
        token: staff,
        headers: { 'if-match': recorded.etag },
        body: { outcome: { kind: 'entity-created', entity } },
      });
      expect(completed).toMatchObject({ status: 200, body: { status: 'completed' } });

      const whole = await ask('GET', accompaniment, { token: staff });
      expect(whole.body).toMatchObject({
        minutes: 90,
        project: { name: 'Economat de la Florida', contact: { email: 'fatima@example.org' } },
        itinerary: { version: 1 },
        outcome: { entity: { taxId: 'F12345674' } },
        sessions: [session],
      });

      const events = await readPartnerEvents(client, partner, 4);
      expect(typesOf(events)).toEqual(['received', 'accepted', 'started', 'closed']);
      expect(events.at(-1)?.data).toMatchObject({
        referralId: id,
        partnerReference: 'SCE-2026-118',
        status: 'closed',
        outcome: 'entity-created',
      });
      expect(JSON.stringify(events)).not.toMatch(personalTraces);

      const own = await ask('GET', `/v1/partner/referrals/${id}`, { token: partner.apiKey });
      expect(own.body).toMatchObject({ status: 'closed', outcome: 'entity-created', person: null });
    } finally {
      await client.close();
    }
  });

  it('publishes each step once for the platform, with who must be told', async () => {
    const partner = await harness.onboard('Federació de Cooperatives');
    const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const { rows } = await harness.database.pool.query<{ type: string; payload: string; subject: string }>(
      `select type, payload, subject from outbox where aggregate_id = $1 order by id`,
      [made.body.id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'cat.ateneulh.accompaniment.referral.sent.v1',
      'cat.ateneulh.accompaniment.referral.received.v1',
      'cat.ateneulh.accompaniment.partner-referral.received.v1',
    ]);
    expect(rows[2]?.subject).toBe(`referral.${partner.nats.consumer}.received.v1`);
    expect(rows[1]?.payload).toContain('fatima@example.org');
    expect(rows[2]?.payload).not.toMatch(personalTraces);
  });

  it('is made once, however often the same request comes', async () => {
    const partner = await harness.onboard('Coop57');
    const before = await harness.count('referral');
    const send = () =>
      harness.ask('POST', '/v1/partner/referrals', {
        token: partner.apiKey,
        body: aReferral,
        headers: { 'idempotency-key': 'abc-1' },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(await harness.count('referral')).toBe(before + 1);
    const other = await harness.ask('POST', '/v1/partner/referrals', {
      token: partner.apiKey,
      body: { ...aReferral, modality: 'consolidation' },
      headers: { 'idempotency-key': 'abc-1' },
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'kit.idempotency.key-reused' } });
  });

  it('is declined with a coded reason, and cannot be accepted after', async () => {
    const { ask, tokens } = harness;
    const partner = await harness.onboard('Xarxa d’Economia Solidària');
    const made = await ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const url = `/v1/staff/referrals/${made.body.id}`;
    const declined = await ask('POST', `${url}/decline`, {
      token: tokens.technician,
      headers: { 'if-match': made.etag },
      body: { reasonCode: 'outside-territory', note: 'El projecte és de Cornellà.' },
    });
    expect(declined).toMatchObject({ status: 200, body: { status: 'declined' } });
    const late = await ask('POST', `${url}/accept`, {
      token: tokens.technician,
      headers: { 'if-match': declined.etag },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'accompaniment.referral.wrong-state' } });
    const own = await ask('GET', `/v1/partner/referrals/${made.body.id}`, { token: partner.apiKey });
    expect(own.body).toMatchObject({ status: 'declined', reasonCode: 'outside-territory' });
  });

  it('changes only for staff who read its current version', async () => {
    const { ask, tokens } = harness;
    const partner = await harness.onboard('Barcelona Activa');
    const made = await ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    const accept = (headers: Record<string, string>) =>
      ask('POST', `/v1/staff/referrals/${made.body.id}/accept`, { token: tokens.technician, headers });
    expect((await accept({})).status).toBe(428);
    expect(await accept({ 'if-match': '"2"' })).toMatchObject({ status: 412, body: { code: 'kit.record.changed' } });
    expect((await accept({ 'if-match': '"3"' })).status).toBe(200);
  });

  it('leaves an audit record of every read and write of personal data', async () => {
    const { ask, tokens, database } = harness;
    const partner = await harness.onboard('Ajuntament de L’Hospitalet');
    const made = await ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
    await ask('GET', `/v1/staff/referrals/${made.body.id}`, { token: tokens.technician });
    await ask('GET', `/v1/partner/referrals/${made.body.id}`, { token: partner.apiKey });
    const { rows } = await database.pool.query(
      `select action, actor_kind, actor_name from audit_record where subject_id = $1 order by at, id`,
      [made.body.id],
    );
    expect(rows.slice(-2)).toEqual([
      { action: 'read', actor_kind: 'staff', actor_name: 'Tània Soler' },
      { action: 'read', actor_kind: 'partner', actor_name: partner.name },
    ]);
    expect(rows[0]).toMatchObject({ action: 'drafted', actor_kind: 'partner' });
  });
});
