import {
  deliveryFailed,
  partnerReferralAccepted,
  partnerReferralClosed,
  partnerReferralReceived,
  partnerReferralSent,
  webhookEndpointDisabled,
} from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { verifyWebhook } from '@ateneu/partner-sdk';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, type TestPartner } from './running-service.ts';
import { type Answering, startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const endpoints = '/v1/partner/webhook-endpoints';
let service: RunningService;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  service = await startNotifications({
    WEBHOOK_ALLOW_HTTP: 'true',
    WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
    WEBHOOK_RETRY_DELAYS_SECONDS: '0.1,0.2,0.2',
  });
});
afterAll(async () => {
  await service.close();
  await receiver.stop();
});

interface Endpoint {
  id: string;
  path: string;
  secret: string;
}
let paths = 0;
/** An endpoint of a partner, at a path of its own. */
const endpointOf = async (partner: TestPartner, more: object = {}): Promise<Endpoint> => {
  const path = `/hook-${(paths += 1)}`;
  const answer = await service.askWithKey(partner.apiKey, 'POST', endpoints, { url: receiver.origin + path, ...more });
  expect(answer.statusCode).toBe(201);
  return { ...answer.json(), path };
};
const act = async (partner: TestPartner, url: string, payload?: object) =>
  service.askWithKey(partner.apiKey, 'POST', `${endpoints}/${url}`, payload);
const look = async (partner: TestPartner, url: string) =>
  (await service.askWithKey(partner.apiKey, 'GET', `${endpoints}/${url}`)).json();
const published = async (type: string, id: string): Promise<{ data: Record<string, unknown> }[]> => {
  const { rows } = await service.database.pool.query<{ payload: string }>(
    `select payload from outbox where type = $1 and aggregate_id = $2 order by id`,
    [type, id],
  );
  return rows.map((row) => JSON.parse(row.payload) as { data: Record<string, unknown> });
};
const typesAt = (path: string) => receiver.at(path).map(({ event }) => event.type.split('.').at(-2));

describe('a partner’s endpoint', () => {
  it('is posted the very event, signed so that the library and the SDK verify it', async () => {
    const partner = await service.onboard();
    const { path, secret } = await endpointOf(partner);
    expect(secret).toMatch(/^whsec_/);
    const event = await service.tell(partner, partnerReferralAccepted);
    await expect.poll(() => receiver.at(path)).toHaveLength(1);
    const [arrived] = receiver.at(path);
    if (arrived === undefined) throw new Error('Nothing arrived.');
    expect(JSON.parse(arrived.body)).toEqual(event);
    expect(arrived.headers['webhook-id']).toBe(event.id);
    const headers = Object.fromEntries(Object.entries(arrived.headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(secret).verify(arrived.body, headers)).toEqual(event);
    expect(verifyWebhook({ secret, headers, body: arrived.body })).toMatchObject({ kind: 'accepted', id: event.id });
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(() => verifyWebhook({ secret: other, headers, body: arrived.body })).toThrow(/none of the secrets/);
    expect(() => verifyWebhook({ secret, headers, body: `${arrived.body} ` })).toThrow(/none of the secrets/);
  });

  it('gets its own partner’s events and never another’s, however the events come', async () => {
    const [a, b] = [await service.onboard('A'), await service.onboard('B')];
    const [ofA, ofB] = [await endpointOf(a), await endpointOf(b)];
    const toA = await service.tell(a, partnerReferralSent);
    const toB = await service.tell(b, partnerReferralSent);
    await expect.poll(() => [receiver.at(ofA.path).length, receiver.at(ofB.path).length]).toEqual([1, 1]);
    expect(receiver.at(ofA.path)[0]?.event.id).toBe(toA.id);
    expect(receiver.at(ofB.path)[0]?.event.id).toBe(toB.id);
    const strange = [
      await service.askWithKey(b.apiKey, 'GET', `${endpoints}/${ofA.id}`),
      await service.askWithKey(b.apiKey, 'GET', `${endpoints}/${ofA.id}/messages`),
      await service.askWithKey(b.apiKey, 'DELETE', `${endpoints}/${ofA.id}`),
      ...(await Promise.all(
        ['pause', 'resume', 'test', 'rotate-secret', 'resend'].map((what) =>
          act(b, `${ofA.id}/${what}`, what === 'resend' ? { from: '2026-01-01T00:00:00Z' } : {}),
        ),
      )),
    ];
    expect(strange.map(({ statusCode }) => statusCode)).toEqual(strange.map(() => 404));
    expect((await service.askWithKey(b.apiKey, 'GET', endpoints)).json().items).toHaveLength(1);
  });

  it('gets the types it asked for alone', async () => {
    const partner = await service.onboard();
    const { path } = await endpointOf(partner, { eventTypes: [partnerReferralClosed.type] });
    await service.tell(partner, partnerReferralReceived);
    await service.tell(partner, partnerReferralClosed);
    await expect.poll(() => typesAt(path)).toEqual(['closed']);
  });

  it('gets an event once, however often the broker delivers it', async () => {
    const partner = await service.onboard();
    const { path } = await endpointOf(partner);
    // Those of one referral go one after another, so that what comes last has nothing behind it.
    const referralId = newId();
    const event = await service.tell(partner, partnerReferralSent, { referralId });
    for (let time = 0; time < 2; time += 1) {
      await service.publishRaw(partnerReferralSent.subjectFor(partner.accountKey), JSON.stringify(event));
    }
    const last = await service.tell(partner, partnerReferralClosed, { referralId, sequence: 2 });
    await expect.poll(() => receiver.at(path).map((item) => item.event.id)).toEqual([event.id, last.id]);
  });

  it('gets an event that came before the news of its account', async () => {
    const partner = await service.onboard();
    const { path } = await endpointOf(partner);
    const moved = { ...partner, accountKey: `A${newId().replaceAll('-', '')}` };
    const event = await service.tell(moved, partnerReferralSent);
    const kept = () => service.database.pool.query(`select from webhook_event where event_id = $1`, [event.id]);
    await expect.poll(async () => (await kept()).rowCount).toBe(1);
    await service.tellPartner(partner, { accountKey: moved.accountKey });
    await expect.poll(() => receiver.at(path).map((item) => item.event.id)).toEqual([event.id]);
  });
});

describe('an endpoint that fails', () => {
  it('is tried again with the same webhook-id, and the log shows every attempt', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    receiver.answer(path, (_received, response) => {
      if (receiver.at(path).length < 3) response.writeHead(503).end('torneu més tard');
      else response.writeHead(200, { server: 'coop/1' }).end('rebut');
    });
    const event = await service.tell(partner, partnerReferralSent);
    await expect.poll(async () => (await look(partner, `${id}/messages?status=delivered`)).items).toHaveLength(1);
    expect(receiver.at(path).map(({ headers }) => headers['webhook-id'])).toEqual([event.id, event.id, event.id]);
    const [summary] = (await look(partner, `${id}/messages`)).items;
    const message = await look(partner, `${id}/messages/${summary.id}`);
    expect(JSON.parse(message.payload)).toEqual(event);
    expect(message.log[0]).toMatchObject({
      error: 'HTTP 503',
      request: { url: receiver.origin + path, headers: { 'webhook-id': event.id } },
      response: { status: 503, body: 'torneu més tard' },
    });
    expect(message.log.at(-1)).toMatchObject({ error: null, response: { status: 200, headers: { server: 'coop/1' } } });
    expect(await look(partner, id)).toMatchObject({
      status: 'active',
      failuresInARow: 0,
      failingSince: null,
      waiting: 0,
    });
  });

  const isGivenUp = async (how: Answering, error: string): Promise<void> => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    receiver.answer(path, how);
    await service.tell(partner, partnerReferralSent);
    const failed = async () => (await look(partner, `${id}/messages?status=failed`)).items;
    await expect.poll(failed).toMatchObject([{ attempts: 4 }]);
    const [summary] = await failed();
    const { log } = await look(partner, `${id}/messages/${summary.id}`);
    expect(log.map((attempt: { error: string }) => attempt.error)).toEqual([error, error, error, error]);
    expect(await published(deliveryFailed.type, summary.id)).toMatchObject([
      { data: { channel: 'webhook', permanent: false, attempts: 4, reason: error } },
    ]);
  };

  it('because it redirects is given up after the last attempt, and that is told', async () => {
    await isGivenUp({ status: 302, headers: { location: '/elsewhere' } }, 'A redirect is not followed.');
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  it('because it does not answer is given up too, after as long each time as it may take', async () => {
    // For this test alone: an endpoint that answers may be slow in doing so where the machine is busy.
    await service.restart({ WEBHOOK_TIMEOUT_MS: '500' });
    try {
      await isGivenUp('hang', 'No answer within 0.5 s.');
    } finally {
      await service.restart();
    }
  });

  it('is left alone for as long as it asks', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    receiver.answer(path, { status: 429, headers: { 'retry-after': '3600' } });
    await service.tell(partner, partnerReferralSent);
    await expect.poll(async () => (await look(partner, id)).restingUntil).not.toBeNull();
    const { restingUntil } = await look(partner, id);
    const [message] = (await look(partner, `${id}/messages`)).items;
    for (const until of [restingUntil, message.dueAt]) {
      expect((Date.parse(until) - Date.now()) / 60_000).toBeGreaterThan(58);
    }
  });

  it('is disabled at once when it says that it is gone, the partner is told, and resuming it brings what waited', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    receiver.answer(path, { status: 410 });
    // Of one referral, so that their order is promised.
    const referralId = newId();
    const event = await service.tell(partner, partnerReferralSent, { referralId });
    await expect.poll(async () => (await look(partner, id)).status).toBe('disabled');
    expect(await look(partner, id)).toMatchObject({ statusReason: 'gone', waiting: 1 });
    expect(await published(webhookEndpointDisabled.type, id)).toMatchObject([
      { data: { reason: 'gone', waiting: 1, partnerId: partner.id, personal: { email: partner.email } } },
    ]);
    const mails = () => service.inbox.arrivals.filter(({ recipients }) => recipients.includes(partner.email));
    await expect.poll(mails).toHaveLength(1);
    expect(mails()[0]?.mail.text).toContain(receiver.origin + path);
    const later = await service.tell(partner, partnerReferralClosed, { referralId, sequence: 2 });
    await expect.poll(async () => (await look(partner, id)).waiting).toBe(2);
    receiver.answer(path, { status: 204 });
    await act(partner, `${id}/resume`);
    await expect.poll(() => receiver.at(path).map((item) => item.event.id)).toEqual([event.id, event.id, later.id]);
  });

  it('for too long is disabled and told of too', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    receiver.answer(path, { status: 500 });
    const old = `update webhook_endpoint set failing_since = now() - interval '121 hours', failures_in_a_row = 9 where id = $1`;
    await service.database.pool.query(old, [id]);
    await service.tell(partner, partnerReferralSent);
    await expect
      .poll(async () => await look(partner, id))
      .toMatchObject({ status: 'disabled', statusReason: 'failing' });
    expect(await published(webhookEndpointDisabled.type, id)).toHaveLength(1);
  });

  it('with one message does not hold up those of other referrals, and nothing overtakes within one', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    const stuck = newId();
    receiver.answer(path, ({ event }, response) => {
      const refuse = event.subject === stuck && event.sequence === 1 && receiver.at(path).length < 4;
      response.writeHead(refuse ? 500 : 204).end();
    });
    await service.tell(partner, partnerReferralSent, { referralId: stuck, sequence: 1 });
    await expect.poll(() => receiver.at(path).length).toBeGreaterThanOrEqual(1);
    await service.tell(partner, partnerReferralReceived, { referralId: stuck, sequence: 2 });
    const other = await service.tell(partner, partnerReferralSent);
    await expect.poll(() => receiver.at(path).map(({ event }) => event.id)).toContain(other.id);
    const ofStuck = () => receiver.at(path).filter(({ event }) => event.subject === stuck);
    await expect.poll(() => ofStuck().at(-1)?.event.sequence).toBe(2);
    await expect.poll(async () => (await look(partner, id)).waiting).toBe(0);
    expect(ofStuck().map(({ event }) => event.sequence)).toEqual([
      ...ofStuck()
        .slice(1)
        .map(() => 1),
      2,
    ]);
  });
});

describe('the order of an endpoint', () => {
  it('is that of the events of each referral, however many are on their way at once', async () => {
    const partner = await service.onboard();
    const { path } = await endpointOf(partner, { concurrency: 10 });
    let inFlight = 0;
    let most = 0;
    const flying = new Set<string>();
    receiver.answer(path, async ({ event }, response) => {
      expect(flying.has(event.subject)).toBe(false);
      flying.add(event.subject);
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      flying.delete(event.subject);
      response.writeHead(204).end();
    });
    const referrals = Array.from({ length: 8 }, () => newId());
    for (let sequence = 1; sequence <= 5; sequence += 1) {
      for (const referralId of referrals)
        await service.tell(partner, partnerReferralReceived, { referralId, sequence });
    }
    await expect.poll(() => receiver.at(path).length).toBe(40);
    for (const referral of referrals) {
      const order = receiver.at(path).filter(({ event }) => event.subject === referral);
      expect(order.map(({ event }) => event.sequence)).toEqual([1, 2, 3, 4, 5]);
    }
    expect(most).toBeLessThanOrEqual(10);
  });
});

describe('a partner manages its endpoints', () => {
  it('pauses one: what comes waits, and goes out in order when it is resumed', async () => {
    const partner = await service.onboard();
    const { id, path } = await endpointOf(partner);
    await act(partner, `${id}/pause`);
    for (const sequence of [1, 2]) {
      await service.tell(partner, partnerReferralReceived, { referralId: partner.id, sequence });
    }
    await expect.poll(async () => (await look(partner, id)).waiting).toBe(2);
    expect(receiver.at(path)).toEqual([]);
    expect((await act(partner, `${id}/resume`)).json()).toMatchObject({ status: 'active' });
    await expect.poll(() => receiver.at(path).map(({ event }) => event.sequence)).toEqual([1, 2]);
  });

  it('cannot resume what staff paused; staff can', async () => {
    const partner = await service.onboard();
    const { id } = await endpointOf(partner);
    const pause = `/v1/staff/webhook-endpoints/${id}/pause`;
    expect((await service.ask('technician', 'POST', pause)).statusCode).toBe(403);
    expect((await service.ask('coordinator', 'POST', pause)).json()).toMatchObject({ statusBy: 'staff' });
    await act(partner, `${id}/pause`);
    const refused = await act(partner, `${id}/resume`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().code).toBe('notifications.webhook-endpoint.paused-by-staff');
    const resumed = await service.ask('coordinator', 'POST', `/v1/staff/webhook-endpoints/${id}/resume`);
    expect(resumed.json()).toMatchObject({ status: 'active' });
    const listed = await service.ask('technician', 'GET', `/v1/staff/webhook-endpoints?partner=${partner.id}`);
    expect(listed.json().items).toMatchObject([{ id, partnerName: 'Coop de prova' }]);
    expect(listed.body).not.toContain('whsec_');
  });

  it('rotates a secret: both sign during the overlap, and with none of it the old one no longer', async () => {
    const partner = await service.onboard();
    const { id, path, secret } = await endpointOf(partner);
    const second = (await act(partner, `${id}/rotate-secret`)).json().secret as string;
    expect(second).not.toBe(secret);
    const verifies = async (candidate: string): Promise<boolean> => {
      const before = receiver.at(path).length;
      await service.tell(partner, partnerReferralSent);
      await expect.poll(() => receiver.at(path).length).toBe(before + 1);
      const { headers, body } = receiver.at(path)[before] ?? { headers: {}, body: '' };
      try {
        verifyWebhook({ secret: candidate, headers, body });
        return true;
      } catch {
        return false;
      }
    };
    expect([await verifies(secret), await verifies(second)]).toEqual([true, true]);
    expect(receiver.at(path)[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    const third = (await act(partner, `${id}/rotate-secret`, { overlapHours: 0 })).json().secret as string;
    expect([await verifies(second), await verifies(third)]).toEqual([false, true]);
  });

  it('tests one, and sees what was posted and what came back', async () => {
    const partner = await service.onboard();
    const { id, path, secret } = await endpointOf(partner);
    receiver.answer(path, { status: 200, body: 'x'.repeat(100_000) });
    const tested = (await act(partner, `${id}/test`)).json();
    expect(tested).toMatchObject({ delivered: true, response: { status: 200, truncated: true } });
    expect(tested.response.body.length).toBeLessThanOrEqual(2_048);
    const [arrived] = receiver.at(path);
    const { headers = {}, body = '' } = arrived ?? {};
    expect(verifyWebhook({ secret, headers, body })).toMatchObject({
      kind: 'unknown',
      id: arrived?.headers['webhook-id'],
    });
    receiver.answer(path, { status: 500 });
    expect((await act(partner, `${id}/test`)).json()).toMatchObject({ delivered: false, error: 'HTTP 500' });
  });

  it('has one message sent again, or those of a window, those from before the endpoint too', async () => {
    const partner = await service.onboard();
    const early = await service.tell(partner, partnerReferralSent);
    const kept = () => service.database.pool.query(`select from webhook_event where event_id = $1`, [early.id]);
    await expect.poll(async () => (await kept()).rowCount).toBe(1);
    const { id, path } = await endpointOf(partner);
    const event = await service.tell(partner, partnerReferralClosed);
    await expect.poll(async () => (await look(partner, `${id}/messages?status=delivered`)).items).toHaveLength(1);
    const [message] = (await look(partner, `${id}/messages`)).items;
    expect((await act(partner, `${id}/messages/${message.id}/resend`)).statusCode).toBe(202);
    await expect.poll(() => receiver.at(path).map((item) => item.event.id)).toEqual([event.id, event.id]);
    const from = new Date(Date.parse(early.time) - 1_000).toISOString();
    expect((await act(partner, `${id}/resend`, { from })).json()).toEqual({ waiting: 1 });
    await expect.poll(() => receiver.at(path).at(-1)?.event.id).toBe(early.id);
    await expect.poll(async () => (await look(partner, id)).waiting).toBe(0);
    expect((await act(partner, `${id}/resend`, { from, only: 'all' })).json()).toEqual({ waiting: 2 });
    await expect.poll(() => receiver.at(path).length).toBe(5);
    // Of two referrals, which go side by side.
    const again = receiver.at(path).slice(3);
    expect(again.map((item) => item.event.id).toSorted()).toEqual([early.id, event.id].toSorted());
  });

  it('deletes one, and it is sent nothing more', async () => {
    const partner = await service.onboard();
    const [gone, stays] = [await endpointOf(partner), await endpointOf(partner)];
    const answer = await service.askWithKey(partner.apiKey, 'DELETE', `${endpoints}/${gone.id}`);
    expect(answer.statusCode).toBe(204);
    await service.tell(partner, partnerReferralSent);
    await expect.poll(() => receiver.at(stays.path)).toHaveLength(1);
    expect(receiver.at(gone.path)).toEqual([]);
  });

  it('has ten at most', async () => {
    const partner = await service.onboard();
    const one = () => service.askWithKey(partner.apiKey, 'POST', endpoints, { url: `${receiver.origin}/x` });
    const answers = await Promise.all(Array.from({ length: 12 }, one));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(10);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(2);
  });
});

describe('an API key', () => {
  it('opens what it opens until its time has come, and nothing of it is known but its hash', async () => {
    const partner = await service.onboard();
    const ask = async () => (await service.askWithKey(partner.apiKey, 'GET', endpoints)).statusCode;
    expect(await ask()).toBe(200);
    expect((await service.askWithKey(`${partner.apiKey}x`, 'GET', endpoints)).statusCode).toBe(401);
    const { rows } = await service.database.pool.query(`select sha256 from partner_api_key where partner_id = $1`, [
      partner.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(partner.apiKey);
    const sha256 = rows[0].sha256 as string;
    await service.tellPartner(partner, {
      apiKeys: [{ sha256, validUntil: new Date(Date.now() - 1_000).toISOString() }],
    });
    expect(await ask()).toBe(401);
  });

  it('of a suspended partner opens nothing, its events wait, and go out when the suspension ends', async () => {
    const partner = await service.onboard();
    const { path } = await endpointOf(partner);
    await service.tellPartner(partner, { standing: 'suspended' });
    expect((await service.askWithKey(partner.apiKey, 'GET', endpoints)).statusCode).toBe(401);
    const event = await service.tell(partner, partnerReferralSent);
    const waiting = () =>
      service.database.pool.query(
        `select from webhook_message join webhook_event using (position) where event_id = $1`,
        [event.id],
      );
    await expect.poll(async () => (await waiting()).rowCount).toBe(1);
    expect(receiver.at(path)).toEqual([]);
    await service.tellPartner(partner);
    await expect.poll(() => receiver.at(path).map((item) => item.event.id)).toEqual([event.id]);
  });

  it('is not brought back by news that is older than what is known', async () => {
    const partner = await service.onboard();
    await service.tellPartner(partner, { apiKeys: [] });
    const handled = async () =>
      (await service.database.pool.query(`select from inbox where consumer = 'notifications/know-partner'`)).rowCount ??
      0;
    const before = await handled();
    const late = { ...partner, sequence: 0 };
    await service.tellPartner(late);
    await expect.poll(handled).toBe(before + 1);
    expect((await service.askWithKey(partner.apiKey, 'GET', endpoints)).statusCode).toBe(401);
  });
});
