import { request as rawRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createProxyApp, isInternal, type ProxyOptions } from './app.ts';
import { routes } from './routes.ts';

describe('the origin', () => {
  let upstream: FastifyInstance;
  let origin: FastifyInstance;
  let impatient: FastifyInstance;
  let address: string;

  beforeAll(async () => {
    upstream = fastify();
    upstream.all('/*', (request) => ({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body ?? null,
    }));
    upstream.get('/v1/broken', (request) => request.raw.socket.destroy());
    upstream.get('/v1/never', () => new Promise(() => undefined));
    upstream.get('/v1/busy', (_request, reply) => reply.code(503).header('retry-after', '0').send({ code: 'own' }));
    upstream.get<{ Querystring: { to: string } }>('/v1/redirect', (request, reply) => reply.redirect(request.query.to));
    await upstream.listen({ host: '127.0.0.1', port: 0 });
    const up = `http://127.0.0.1:${(upstream.server.address() as AddressInfo).port}`;
    // Nobody listens on the discard port of this address.
    const down = 'http://127.0.0.1:9';
    const options: ProxyOptions = {
      routes,
      upstreamsOf: (route) => [route.name === 'training' ? down : up],
      landing: {
        origin: 'http://localhost:4000',
        issuer: 'http://localhost:4000/issuer',
        natsUrl: 'nats://n:1',
        natsWebsocketUrl: 'ws://n:2',
      },
      readDocument: (name) => Promise.resolve(name === 'EVENTS.md' ? '# Esdeveniments' : undefined),
    };
    origin = createProxyApp(options);
    address = await origin.listen({ host: '127.0.0.1', port: 0 });
    impatient = createProxyApp({ ...options, timeoutMs: 300 });
  });

  afterAll(async () => {
    upstream.server.closeAllConnections();
    await Promise.all([origin.close(), impatient.close(), upstream.close()]);
  });

  it('passes a request on without the prefix, with its query, body and headers', async () => {
    const response = await fetch(`${address}/directory/v1/initiatives?text=caf%C3%A9`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'abc' },
      body: JSON.stringify({ name: 'Queviures' }),
    });

    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: '/v1/initiatives?text=caf%C3%A9',
      body: { name: 'Queviures' },
      headers: { 'idempotency-key': 'abc' },
    });
  });

  it('passes on a body whose sender first asks whether to go on, as curl does with a file', async () => {
    const url = new URL('/directory/v1/file', address);
    const answer = await new Promise<string>((resolve, reject) => {
      const headers = { expect: '100-continue', 'content-type': 'application/json' };
      const sending = rawRequest(url, { method: 'PUT', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve(text));
      });
      sending.once('error', reject);
      sending.once('continue', () => sending.end('{"rows":2}'));
      sending.flushHeaders();
    });
    expect(JSON.parse(answer)).toMatchObject({ method: 'PUT', url: '/v1/file', body: { rows: 2 } });
  });

  it('leaves the prefix to the parts that know it', async () => {
    expect(await getJson('/issuer/auth?x=1')).toMatchObject({ url: '/issuer/auth?x=1' });
    expect(await getJson('/mail/')).toMatchObject({ url: '/mail/' });
  });

  it('puts the prefix before the paths that a service sends people to, and only there', async () => {
    const locationOf = async (to: string): Promise<string | null> =>
      (await fetch(`${address}/directory/v1/redirect?to=${to}`, { redirect: 'manual' })).headers.get('location');

    expect(await locationOf('/v1/elsewhere')).toBe('/directory/v1/elsewhere');
    expect(await locationOf('/directory/v1/elsewhere')).toBe('/directory/v1/elsewhere');
    expect(await locationOf('./static/index.html')).toBe('./static/index.html');
    expect(await locationOf('https://elsewhere.example/')).toBe('https://elsewhere.example/');
  });

  it('says where the request came from, and believes nobody who says it for it', async () => {
    const { headers } = (await getJson('/directory/v1/x', {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'https',
    })) as { headers: Record<string, string> };

    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(address).host,
      'x-forwarded-proto': 'http',
      'x-forwarded-prefix': '/directory',
    });
  });

  it('says in the reader’s language that a part is down', async () => {
    const answer = (language: string): Promise<Response> =>
      fetch(`${address}/training/v1/sessions`, { headers: { 'accept-language': language } });

    const response = await answer('es-ES, ca;q=0.5');
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({
      status: 503,
      code: 'proxy.upstream.unavailable',
      detail: expect.stringContaining('(training) no responde') as string,
    });
    expect(await (await answer('de')).json()).toMatchObject({
      detail: expect.stringContaining('no respon ara') as string,
    });
  });

  it('answers 502 for a part that breaks off and 504 for one that never answers', async () => {
    expect(await statusAndCode('/directory/v1/broken')).toEqual([502, 'proxy.upstream.broken']);
    const late = await impatient.inject('/directory/v1/never');
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([504, 'proxy.upstream.timeout']);
  });

  it('passes a part’s own refusal on as it is, at once', async () => {
    expect(await statusAndCode('/directory/v1/busy')).toEqual([503, 'own']);
  });

  it('shows nobody outside a service’s health and metrics, however they are spelt', async () => {
    for (const path of [
      '/health/ready',
      '/health',
      '/metrics',
      '/metrics/',
      '/%6detrics',
      '//metrics',
      '/metrics?x=1',
    ]) {
      expect(await rawStatus(`/directory${path}`), path).toBe(404);
    }
    expect(isInternal('/directory/%E0%A4', { prefix: '/directory', service: true })).toBe(true);
    expect(isInternal('/directory/v1/metrics', { prefix: '/directory', service: true })).toBe(false);
  });

  it('gives the site every path that belongs to nobody else', async () => {
    expect(await getJson('/')).toMatchObject({ url: '/', headers: { 'x-forwarded-prefix': '' } });
    expect(await getJson('/ca/directori?sector=cures')).toMatchObject({ url: '/ca/directori?sector=cures' });
    expect(await getJson('/directoryx/v1')).toMatchObject({ url: '/directoryx/v1' });
    expect(await statusAndCode('/health/ready')).toEqual([404, 'proxy.not-found']);
    expect(await statusAndCode('/metrics')).toEqual([404, 'proxy.not-found']);
  });

  it('lets no path escape its part', async () => {
    expect(await rawStatus('/directory/../issuer/auth')).not.toBe(200);
  });

  it('shows where everything is, and the event catalogue', async () => {
    const home = await (await fetch(`${address}/platform`)).text();
    for (const text of [
      '/directory/docs',
      '/accompaniment/openapi.json',
      '/mail/',
      'nats://n:1',
      'Tània Soler',
      'lang="es"',
    ]) {
      expect(home).toContain(text);
    }
    expect(await (await fetch(`${address}/events`)).text()).toBe('# Esdeveniments');
    expect((await fetch(`${address}/events/asyncapi.yaml`)).status).toBe(404);
  });

  async function getJson(path: string, headers: Record<string, string> = {}): Promise<unknown> {
    return (await fetch(address + path, { headers })).json();
  }

  async function statusAndCode(path: string): Promise<[number, unknown]> {
    const response = await fetch(address + path);
    return [response.status, ((await response.json()) as { code?: string }).code];
  }

  /** Without the tidying of addresses that `fetch` does. */
  function rawStatus(path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(address);
      rawRequest({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
  }
});
