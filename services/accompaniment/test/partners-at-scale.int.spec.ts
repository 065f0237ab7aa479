import { createEvent, partnerReferralReceived } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { transact } from '@ateneu/persistence';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectAsPartner, feedOf, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

/** Times are only promised, and held to, on a machine that has nothing else to do. */
const measuring = process.env['ATENEU_MEASURE'] === '1';
const partnersCount = 200;
const referralsEach = 1_000;

/** The time under which this part of all stay, in milliseconds. */
function percentile(times: number[], part: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
}
const p99 = (times: number[]): number => percentile(times, 0.99);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const told = (what: string, times: number[]): void =>
  say(`${what}: p50 ${percentile(times, 0.5)} ms, p99 ${p99(times)} ms`);

describe.skipIf(!measuring)(`${partnersCount} partners with ${referralsEach} referrals each`, () => {
  let harness: Harness;
  const partners: OnboardedPartner[] = [];
  const onboardings: number[] = [];

  beforeAll(async () => {
    harness = await startHarness();
    for (let index = 0; index < partnersCount; index += 1) {
      const begin = performance.now();
      partners.push(await harness.onboard(`Entitat ${index}`));
      onboardings.push(performance.now() - begin);
    }
    const event = createEvent(partnerReferralReceived, {
      id: newId(),
      aggregateId: newId(),
      sequence: 2,
      time: new Date(),
      correlationId: 'measure',
      data: { ...partnerReferralReceived.example },
    });
    for (const { id } of partners) {
      await harness.database.pool.query(
        `with made as (
           insert into referral (id, version, status, direction, partner_id, modality, project, person, consent, chain_id,
             sent_at, created_at, updated_at)
           select id, 3, 'received', 'inbound', $1, 'creation', '{"name": "x", "description": "x"}',
             '{"name": "x", "email": "x@example.org", "language": "ca"}',
             '{"scope": "referral", "givenOn": "2026-01-01", "textVersion": "1"}', id, now(), now(), now()
           from (select gen_random_uuid() as id from generate_series(1, $2)) as ids returning id)
         insert into partner_feed (partner_id, event_id, payload, occurred_at)
         select $1, id, replace($3, $4, id::text), now() from made`,
        [id, referralsEach, JSON.stringify(event), event.id],
      );
    }
    await harness.database.pool.query('analyze');
  }, 600_000);
  afterAll(() => harness.stop(), 60_000);

  it('are onboarded in under a second each', () => {
    told('onboarding', onboardings);
    expect(p99(onboardings)).toBeLessThan(1_000);
  });

  it('read a page of their feed in under 50 ms, 99 times in 100', async () => {
    const times: number[] = [];
    for (const partner of partners) await feedOf(harness, partner, 100, { limit: '100' });
    for (let round = 0; round < 1_000; round += 1) {
      const partner = partners[(round * 7) % partners.length];
      if (partner === undefined) continue;
      const first = await harness.ask('GET', '/v1/partner/events?limit=100', { token: partner.apiKey });
      const begin = performance.now();
      const page = await harness.ask('GET', `/v1/partner/events?limit=100&after=${first.body.next}`, {
        token: partner.apiKey,
      });
      times.push(performance.now() - begin);
      expect(page.body.events).toHaveLength(100);
    }
    told('feed page', times);
    expect(p99(times)).toBeLessThan(50);
  }, 300_000);

  it('all get their events as they come, 200 in a second', async () => {
    const seconds = 10;
    const perSecond = 200;
    const total = seconds * perSecond;
    const sentAt = new Map<string, number>();
    const delays: number[] = [];
    const clients: NatsConnection[] = [];
    for (const partner of partners) {
      const client = await connectAsPartner(partner);
      clients.push(client);
      const { nats } = partner;
      const consumer = await jetstream(client, { apiPrefix: nats.apiPrefix }).consumers.get(nats.stream, nats.consumer);
      const messages = await consumer.consume({ max_messages: 50 });
      void (async () => {
        for await (const message of messages) {
          const { subject } = message.json<{ subject: string }>();
          const sent = sentAt.get(subject);
          if (sent !== undefined) delays.push(performance.now() - sent);
          message.ack();
        }
      })();
    }
    const begin = performance.now();
    let sent = 0;
    while (sent < total) {
      const due = Math.min(total, Math.floor(((performance.now() - begin) / 1_000) * perSecond));
      for (; sent < due; sent += 1) {
        const partner = partners[sent % partners.length];
        if (partner === undefined) continue;
        const referralId = newId();
        sentAt.set(referralId, performance.now());
        await transact(harness.database, async (tx) =>
          publishAll(tx, [
            publication(partnerReferralReceived, {
              aggregateId: referralId,
              sequence: 1,
              occurredAt: new Date(),
              partnerAccount: partner.nats.consumer,
              data: { ...partnerReferralReceived.example, referralId },
            }),
          ]),
        );
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    const written = performance.now() - begin;
    await expect.poll(() => delays.length, { timeout: 30_000 }).toBe(total);
    const took = performance.now() - begin;
    say(`${total} events written in ${Math.round(written)} ms, all there after ${Math.round(took)} ms`);
    told('delivery', delays);
    expect(took - written).toBeLessThan(2_000);
    await Promise.all(clients.map((client) => client.close()));
  }, 300_000);
});
