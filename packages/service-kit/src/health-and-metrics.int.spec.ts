import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, keepLog, testApp } from '../test/test-app.ts';
import { type App, createMessagingMetrics, createMetrics, Registry } from './index.ts';

describe('health', () => {
  test('is live while the process answers, whatever its parts do', async () => {
    await using app = await testApp(() => {}, { readiness: async () => ({ database: false }) });
    const response = await app.inject('/health/live');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ status: 'live' });
  });

  test('is ready while every part is', async () => {
    await using app = await testApp(() => {}, { readiness: async () => ({ database: true, broker: true }) });
    const response = await app.inject('/health/ready');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ status: 'ready' });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('is not ready while one part is not, and says which by name alone', async () => {
    await using app = await testApp(() => {}, { readiness: async () => ({ database: true, broker: false }) });
    const response = await app.inject('/health/ready');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ status: 'not-ready', failing: ['broker'] });
  });

  test('is not ready where the parts cannot tell, and keeps the reason to itself', async () => {
    const log = keepLog();
    await using app = await testApp(() => {}, {
      log,
      readiness: async () => {
        throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
      },
    });
    const response = await app.inject('/health/ready');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ status: 'not-ready', failing: ['readiness'] });
    expect(log.lines.join('')).toContain('ECONNREFUSED');
  });

  test('is not ready where the parts do not tell in time', { timeout: 10_000 }, async () => {
    await using app = await testApp(() => {}, { readiness: () => new Promise(() => {}) });
    expect((await app.inject('/health/ready')).statusCode).toBe(503);
  });
});

describe('metrics', () => {
  function routes(app: App): void {
    app.get(
      '/v1/links/:token',
      {
        config: { access: { kind: 'link' } },
        schema: { ...documented('link'), params: z.object({ token: z.string() }), response: { 200: z.object({}) } },
      },
      async () => ({}),
    );
    app.get(
      '/v1/ok',
      { config: anybody, schema: { ...documented('ok'), response: { 200: z.object({}) } } },
      async () => ({}),
    );
  }

  test('count requests by route and status, never by address', async () => {
    await using app = await testApp(routes);
    await app.inject('/v1/links/s3cret');
    await app.inject('/v1/links/other');
    await app.inject('/v1/nowhere/s3cret');
    const response = await app.inject('/metrics');
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/v1/links/:token",status="200"} 2',
    );
    expect(response.body).toContain('http_request_duration_seconds_count{method="GET",route="unknown",status="404"} 1');
    expect(response.body).not.toContain('s3cret');
  });

  test('of two apps in one process do not mix', async () => {
    await using one = await testApp(routes);
    await using two = await testApp(routes);
    await one.inject('/v1/ok');
    expect((await two.inject('/metrics')).body).not.toContain('route="/v1/ok"');
  });

  test('are those of the process and of the messaging too, where they share a registry', async () => {
    const metrics = createMetrics();
    const messaging = createMessagingMetrics(metrics);
    messaging.relayed(3, 1_500);
    messaging.consumed('cat.ateneulh.training.session.published.v1', 'handled', 12);
    messaging.leading(true);
    await using app = await testApp(routes, { metrics });
    const { body } = await app.inject('/metrics');
    expect(body).toContain('outbox_relayed_total 3');
    expect(body).toContain('outbox_lag_seconds_sum 1.5');
    expect(body).toContain(
      'event_handling_seconds_count{type="cat.ateneulh.training.session.published.v1",outcome="handled"} 1',
    );
    expect(body).toContain('outbox_relay_leader 1');
    expect(body).toContain('process_resident_memory_bytes');
  });

  test('say that the relay follows before it ever leads', async () => {
    const registry = new Registry();
    createMessagingMetrics(registry).leading(false);
    expect(await registry.metrics()).toContain('outbox_relay_leader 0');
  });
});
