import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { App } from './app-type.ts';

export { Registry } from 'prom-client';

/** Makes the registry of one process, with what Node reports of itself (memory, event loop, garbage collection). */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Measures every request by route template, never by address, and serves `/metrics`. */
export function registerMetrics(app: App, registry: Registry): void {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
  app.get(
    '/metrics',
    { schema: { hide: true }, config: { access: { kind: 'public' }, rateLimit: false } },
    async (_request, reply) => {
      reply.type(registry.contentType);
      return registry.metrics();
    },
  );
}

/** What `@ateneu/messaging` reports; the same shape as its `MessagingObserver`. */
export interface MessagingMetrics {
  relayed(count: number, oldestMs: number): void;
  consumed(type: string, outcome: 'handled' | 'repeat' | 'retried' | 'dead', durationMs: number): void;
  leading(leader: boolean): void;
}

/** Turns what the relay and the consumer report into metrics: pass it as their observer. */
export function createMessagingMetrics(registry: Registry): MessagingMetrics {
  const relayed = new Counter({
    name: 'outbox_relayed_total',
    help: 'Events published from the outbox.',
    registers: [registry],
  });
  const lag = new Histogram({
    name: 'outbox_lag_seconds',
    help: 'How long the oldest event of each published batch had waited.',
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 300],
    registers: [registry],
  });
  const consumed = new Histogram({
    name: 'event_handling_seconds',
    help: 'Time to handle one delivery, by event type and outcome.',
    labelNames: ['type', 'outcome'],
    buckets: [0.002, 0.01, 0.05, 0.25, 1, 5],
    registers: [registry],
  });
  const leader = new Gauge({
    name: 'outbox_relay_leader',
    help: '1 while this process is the relay of its service.',
    registers: [registry],
  });
  return {
    relayed: (count, oldestMs) => {
      relayed.inc(count);
      lag.observe(oldestMs / 1_000);
    },
    consumed: (type, outcome, durationMs) => consumed.observe({ type, outcome }, durationMs / 1_000),
    leading: (leading) => leader.set(leading ? 1 : 0),
  };
}
