import { nanos } from '@nats-io/transport-node';
import { type OwnNats, startOwnNats } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import {
  aReferral,
  askFeed,
  connectAsPartner,
  feedOf,
  type Harness,
  type OnboardedPartner,
  type PartnerEvent,
  readPartnerEvents,
  startHarness,
} from './harness.ts';

const day = 24 * 60 * 60 * 1_000;
let nats: OwnNats;
let harness: Harness;

beforeAll(async () => {
  // A broker of its own, because it is restarted while the partner is away.
  nats = await startOwnNats();
  for (const [name, value] of Object.entries(nats.env)) vi.stubEnv(name, value);
  harness = await startHarness();
});
afterAll(async () => {
  // The suites after it have the common broker again.
  vi.unstubAllEnvs();
  await harness.stop();
  await nats.close();
});

const asPartner = (partner: OnboardedPartner, path: string, body?: object) =>
  harness.ask('POST', `/v1/partner/referrals${path}`, { token: partner.apiKey, body });
/** A referral from the ateneu, which staff send without the partner doing anything. */
async function sentTo(partner: OnboardedPartner): Promise<string> {
  const token = harness.tokens.technician;
  const body = { ...aReferral, partnerId: partner.id };
  const drafted = await harness.ask('POST', '/v1/staff/referrals', { token, body });
  const headers = { 'if-match': drafted.etag };
  await harness.ask('POST', `/v1/staff/referrals/${drafted.body.id}/send`, { token, headers });
  return drafted.body.id;
}
async function withdraw(id: string): Promise<void> {
  const token = harness.tokens.technician;
  const { etag } = await harness.ask('GET', `/v1/staff/referrals/${id}`, { token });
  await harness.ask('POST', `/v1/staff/referrals/${id}/withdraw`, { token, headers: { 'if-match': etag } });
}
/** Everything once, and each referral's steps in their order. */
function expectWhole(events: PartnerEvent[], ids: readonly string[], steps: readonly string[]): void {
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  expect(events).toHaveLength(ids.length * steps.length);
  for (const id of ids) {
    const own = events.filter(({ subject }) => subject === id).map(({ type }) => type.split('.').at(-2));
    expect(own).toEqual(steps);
  }
}

describe('a partner that was offline for 29 days', () => {
  it('gets over NATS everything once and in order, over a restart of the broker, from where it stood', async () => {
    const partner = await harness.onboard('Entitat de vacances');
    const seen = await sentTo(partner);
    const before = await connectAsPartner(partner);
    expect((await readPartnerEvents(before, partner, 1)).map(({ subject }) => subject)).toEqual([seen]);
    await before.close();

    const ids = [await sentTo(partner), await sentTo(partner)];
    await nats.restart();
    ids.push(await sentTo(partner));
    for (const id of ids) await withdraw(id);
    const { consumer } = partner.nats;
    // What the service committed while the broker was away is there as well before the partner comes back.
    await expect
      .poll(async () => (await harness.broker.admin.manager.consumers.info('REFERRALS', consumer)).num_pending)
      .toBe(6);
    await nats.restart();

    const after = await connectAsPartner(partner);
    try {
      expectWhole(await readPartnerEvents(after, partner, 6), ids, ['sent', 'withdrawn']);
      await expect
        .poll(async () => {
          const info = await harness.broker.admin.manager.consumers.info('REFERRALS', consumer);
          return [info.num_pending, info.num_ack_pending];
        })
        .toEqual([0, 0]);
    } finally {
      await after.close();
    }
  }, 120_000);

  it('has a place at the broker that no absence ends, in a stream that keeps 30 days and drops nothing for size', async () => {
    const partner = await harness.onboard('Entitat absent');
    const { manager } = harness.broker.admin;
    const { config: stream } = await manager.streams.info('REFERRALS');
    expect(stream).toMatchObject({
      max_age: nanos(30 * day),
      max_msgs: -1,
      max_bytes: -1,
      max_msgs_per_subject: -1,
      retention: 'limits',
    });
    const { config } = await manager.consumers.info('REFERRALS', partner.nats.consumer);
    expect(config).toMatchObject({
      durable_name: partner.nats.consumer,
      ack_policy: 'explicit',
      deliver_policy: 'all',
    });
    expect(config.max_deliver).toBe(-1);
    // Nothing of these: each would end the consumer, or its memory of its place, while nobody is there.
    expect(config.inactive_threshold ?? 0).toBe(0);
    expect(config.mem_storage ?? false).toBe(false);
    expect(stream.consumer_limits?.inactive_threshold ?? 0).toBe(0);
  });

  it('gets by the feed everything once and in order, day by day, and by HTTP how each referral stands', async () => {
    const partner = await harness.onboard('Entitat que torna');
    const { body: start } = await askFeed(harness, partner);
    const ids: string[] = [];
    for (let days = 0; days < 29; days += 1) {
      harness.clock.advance(day);
      await harness.clear();
      if (days % 7 === 0) ids.push((await asPartner(partner, '', aReferral)).body.id);
    }
    for (const id of ids) await asPartner(partner, `/${id}/withdraw`);
    await feedOf(harness, partner, ids.length * 2, { after: start.next, limit: '100' });

    const events: PartnerEvent[] = [];
    let { next: after } = start;
    for (let more = true; more;) {
      const { status, body } = await askFeed(harness, partner, { after, limit: '3' });
      expect(status).toBe(200);
      events.push(...body.events);
      ({ next: after, more } = body);
    }
    expectWhole(events, ids, ['received', 'withdrawn']);
    for (const id of ids) {
      const own = await harness.ask('GET', `/v1/partner/referrals/${id}`, { token: partner.apiKey });
      expect(own).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    }

    // Two days more, and the place is too old: it is told so, and what to do.
    harness.clock.advance(2 * day);
    const late = await askFeed(harness, partner, { after: start.next });
    expect(late).toMatchObject({ status: 410, body: { code: 'accompaniment.feed.cursor-expired' } });
    expect(late.body.detail).toMatch(/\S/);
    expect((await askFeed(harness, partner)).status).toBe(200);
    expect((await askFeed(harness, partner, { after })).status).toBe(200);
  });
});

// Real time, in the proportion of the promise: too slow for every run.
describe.skipIf(process.env['ATENEU_MEASURE'] !== '1')('29 of 30 parts of the time that the stream keeps', () => {
  it('take nothing from the partner, and the thirtieth does', async () => {
    const partner = await harness.onboard('Entitat al límit');
    const { manager } = harness.broker.admin;
    const { config } = await manager.streams.info('REFERRALS');
    const unit = 1_000;
    await manager.streams.update('REFERRALS', { ...config, max_age: nanos(30 * unit), duplicate_window: nanos(unit) });
    const { consumer } = partner.nats;
    const pending = async () => (await manager.consumers.info('REFERRALS', consumer)).num_pending;
    const published = performance.now();
    const ids = [await sentTo(partner), await sentTo(partner)];
    await expect.poll(pending).toBe(2);
    await expect.poll(() => performance.now() - published, { timeout: 40_000 }).toBeGreaterThan(28.8 * unit);
    const client = await connectAsPartner(partner);
    expectWhole(await readPartnerEvents(client, partner, 2), ids, ['sent']);
    await client.close();
    await sentTo(partner);
    await expect.poll(pending).toBe(1);
    await expect.poll(pending, { timeout: 45_000 }).toBe(0);
  }, 120_000);
});
