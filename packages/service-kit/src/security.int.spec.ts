import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, staff, testApp } from '../test/test-app.ts';
import type { App } from './index.ts';

function routes(app: App): void {
  const response = { 200: z.object({ ip: z.string() }) };
  const answer = (request: { ip: string }) => Promise.resolve({ ip: request.ip });
  app.get('/v1/public', { config: anybody, schema: { ...documented('public'), response } }, answer);
  app.get(
    '/v1/scarce',
    {
      config: { ...anybody, rateLimit: { max: 1, timeWindow: '1 minute' } },
      schema: { ...documented('scarce'), response },
    },
    answer,
  );
  app.get('/v1/staff', { config: staff('technician'), schema: { ...documented('staff'), response } }, answer);
}

describe('every answer', () => {
  test('tells a browser to run, frame and guess nothing', async () => {
    await using app = await testApp(routes);
    for (const url of ['/v1/public', '/nowhere', '/health/live']) {
      const { headers } = await app.inject(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  test('insists on HTTPS where the platform is reached by it', async () => {
    await using app = await testApp(routes, { config: { PUBLIC_URL: 'https://ateneu.example' } });
    const { headers } = await app.inject('/v1/public');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('is kept by no cache unless its route says so', async () => {
    await using app = await testApp(routes);
    expect((await app.inject('/v1/public')).headers['cache-control']).toBe('no-cache');
    expect((await app.inject('/v1/staff')).headers['cache-control']).toBe('no-store');
    expect((await app.inject('/nowhere')).headers['cache-control']).toBe('no-store');
  });
});

describe('scripts of other origins', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'idempotency-key' };

  test('may call from an origin that is listed, and read what they need', async () => {
    await using app = await testApp(routes);
    const asked = await app.inject({
      method: 'OPTIONS',
      url: '/v1/public',
      headers: { origin: 'https://web.example', ...preflight },
    });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers['access-control-allow-origin']).toBe('https://web.example');
    expect(asked.headers['access-control-allow-headers']).toBe('idempotency-key');
    const response = await app.inject({ url: '/v1/public', headers: { origin: 'https://web.example' } });
    expect(response.headers['access-control-allow-origin']).toBe('https://web.example');
    expect(response.headers['access-control-expose-headers']).toContain('ETag');
    expect(response.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test.each(['https://evil.example', 'https://web.example.evil.example', 'http://web.example', 'null'])(
    'may not from %s',
    async (origin) => {
      await using app = await testApp(routes);
      const response = await app.inject({ url: '/v1/public', headers: { origin } });
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test('may not from anywhere where no origin is listed', async () => {
    await using app = await testApp(routes, { config: { CORS_ORIGINS: [] } });
    const response = await app.inject({ url: '/v1/public', headers: { origin: 'https://web.example' } });
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('somebody who asks too often', () => {
  test('is refused until the minute is over, and told when that is', async () => {
    await using app = await testApp(routes, { config: { RATE_LIMIT_PER_MINUTE: 2 } });
    expect((await app.inject('/v1/public')).headers['ratelimit-remaining']).toBe('1');
    await app.inject('/v1/public');
    const response = await app.inject('/v1/public');
    expect(response.statusCode).toBe(429);
    expect(response.json()).toMatchObject({ code: 'kit.request.rate-limited', status: 429 });
    const seconds = Number(response.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(response.json<{ detail: string }>().detail).toContain(`${seconds} segons`);
  });

  test('is refused whoever they say they are, before that is checked', async () => {
    let checked = 0;
    await using app = await testApp(routes, {
      config: { RATE_LIMIT_PER_MINUTE: 2 },
      auth: {
        staff: async () => {
          checked += 1;
          throw new Error('never');
        },
      },
    });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await app.inject({ url: '/v1/staff', headers: { authorization: `Bearer guess-${attempt}` } });
    }
    expect(checked).toBe(2);
  });

  test('is refused at addresses that do not exist too', async () => {
    await using app = await testApp(routes, { config: { RATE_LIMIT_PER_MINUTE: 1 } });
    await app.inject('/nowhere');
    expect((await app.inject('/nowhere')).statusCode).toBe(429);
  });

  test('has the limit that a route sets for itself', async () => {
    await using app = await testApp(routes);
    await app.inject('/v1/scarce');
    expect((await app.inject('/v1/scarce')).statusCode).toBe(429);
    expect((await app.inject('/v1/public')).statusCode).toBe(200);
  });

  test('is told apart by the proxy in front, where that is trusted and only there', async () => {
    const forwarded = (address: string) => ({ url: '/v1/public', headers: { 'x-forwarded-for': address } });
    await using trusting = await testApp(routes, { config: { TRUST_PROXY: ['loopback'] } });
    expect((await trusting.inject(forwarded('203.0.113.7'))).json()).toEqual({ ip: '203.0.113.7' });
    await using careful = await testApp(routes);
    expect((await careful.inject(forwarded('203.0.113.7'))).json()).toEqual({ ip: '127.0.0.1' });
  });

  test('never keeps health and metrics from being asked', async () => {
    await using app = await testApp(routes, { config: { RATE_LIMIT_PER_MINUTE: 1 } });
    for (const url of ['/health/live', '/health/ready', '/metrics']) {
      await app.inject(url);
      expect((await app.inject(url)).statusCode, url).toBe(200);
    }
  });
});
