import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { partnerReferralReceived } from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, type TestPartner } from './running-service.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const measuring = process.env['ATENEU_MEASURE'] !== undefined;
const kinds = { healthy: measuring ? 60 : 6, hanging: measuring ? 20 : 3, failing: measuring ? 20 : 3 };
const rounds = measuring ? 60 : 3;

let service: RunningService;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  service = await startNotifications({
    WEBHOOK_ALLOW_HTTP: 'true',
    WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
    WEBHOOK_TIMEOUT_MS: '15000',
    SHUTDOWN_TIMEOUT_MS: '20000',
    // Fewer places than endpoints that hang at once would take, so that it shows whether they take them all.
    ...(measuring ? {} : { WEBHOOK_CONCURRENCY: '4' }),
  });
}, 60_000);
afterAll(async () => {
  await receiver.stop();
  await service.close();
}, 60_000);

/** What is still held once all that can be collected is. */
const liveHeapMiB = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};
const percentile = (sorted: number[], share: number): number =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;

describe('endpoints that hang or fail', () => {
  it('take nothing from the healthy ones, which get every event once and soon', { timeout: 300_000 }, async () => {
    const partners: (TestPartner & { path: string; kind: string })[] = [];
    for (const [kind, count] of Object.entries(kinds)) {
      for (let index = 0; index < count; index += 1) {
        const partner = await service.onboard(`${kind} ${index}`);
        const path = `/${kind}/${index}`;
        if (kind === 'hanging') receiver.answer(path, 'hang');
        if (kind === 'failing') receiver.answer(path, { status: 500 });
        const url = receiver.origin + path;
        const { statusCode } = await service.askWithKey(partner.apiKey, 'POST', '/v1/partner/webhook-endpoints', {
          url,
        });
        expect(statusCode).toBe(201);
        partners.push(Object.assign(partner, { path, kind }));
      }
    }
    const toldAt = new Map<string, number>();
    const memory: number[] = [];
    // What the test itself keeps would look like memory that the service holds on to.
    const arrivals: { at: number; path: string; id: string }[] = [];
    const collect = (): void => {
      for (const { at, path, event } of receiver.received.splice(0)) arrivals.push({ at, path, id: event.id });
    };
    for (let round = 0; round < rounds; round += 1) {
      const pause = delay(measuring ? 1_000 : 0);
      // The bad ones first, so that they are in front wherever there is a line.
      for (const partner of partners.toReversed()) {
        const event = await service.tell(partner, partnerReferralReceived);
        toldAt.set(event.id, Date.now());
      }
      collect();
      if (round % 10 === 9) memory.push(liveHeapMiB());
      await pause;
    }
    const healthy = partners.filter(({ kind }) => kind === 'healthy');
    const counts = () => {
      collect();
      return healthy.map(({ path }) => arrivals.filter((arrival) => arrival.path === path).length);
    };
    await expect.poll(counts, { timeout: 120_000 }).toEqual(healthy.map(() => rounds));
    const late = arrivals
      .filter(({ path }) => path.startsWith('/healthy/'))
      .map(({ at, id }) => at - (toldAt.get(id) ?? Number.NaN))
      .toSorted((a, b) => a - b);
    expect(late.some(Number.isNaN)).toBe(false);
    if (measuring) {
      const shown = [0.5, 0.95, 0.99, 1].map((share) => `p${share * 100} ${percentile(late, share)} ms`);
      process.stdout.write(`${late.length} webhooks to healthy endpoints: ${shown.join(', ')}\n`);
      const each = memory.map((value) => value.toFixed(1)).join(', ');
      process.stdout.write(`live heap after each ten seconds, the test’s own included: ${each} MiB\n`);
      expect(percentile(late, 0.99)).toBeLessThan(2_000);
    }
  });
});
