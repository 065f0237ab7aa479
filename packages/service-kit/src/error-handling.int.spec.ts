import { connect } from 'node:net';

import { defineError, type ErrorKind } from '@ateneu/kernel';
import { hostileBodies } from '@ateneu/testing';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, keepLog, listen, testApp } from '../test/test-app.ts';
import type { App } from './index.ts';

const kinds: readonly ErrorKind[] = ['invalid', 'not-found', 'conflict', 'stale', 'forbidden', 'gone', 'unavailable'];

const domainErrors = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    defineError({
      code: `training.session.${kind}`,
      kind,
      message: { ca: 'Ple: {n}', es: 'Lleno: {n}', en: 'Full: {n}' },
    }),
  ]),
);

function failure(properties: object, message = 'secret internals of postgres://root:s3cret@db'): Error {
  return Object.assign(new Error(message), properties);
}

const failures: Record<string, () => unknown> = {
  unknown: () => failure({}),
  'not an error': () => 'a string',
  'with a status of its own': () => failure({ statusCode: 200 }),
  refused: () => failure({ code: 'ECONNREFUSED', address: '10.1.2.3' }),
  'shutting down': () => failure({ code: '57P01' }),
  'out of connections': () => failure({ code: '53300' }),
  'statement timeout': () => failure({ code: '57014' }),
  deadlock: () => failure({ code: '40P01' }),
  'pool timeout': () => failure({}, 'timeout exceeded when trying to connect'),
  'wrapped by the ORM': () => failure({ previous: failure({ code: '08006' }) }),
  'as a cause': () => new Error('outer', { cause: new AggregateError([failure({ code: 'ECONNREFUSED' })]) }),
  'unique violation': () => failure({ code: '23505', detail: 'Key (email)=(carme@ateneu.example) already exists.' }),
};

function routes(app: App): void {
  const { response } = { response: { 200: z.object({ ok: z.literal(true) }) } };
  for (const [kind, error] of Object.entries(domainErrors)) {
    app.get(
      `/v1/domain/${kind}`,
      { config: anybody, schema: { ...documented(`domain ${kind}`), response } },
      async () => {
        throw error({ n: 30 });
      },
    );
  }
  for (const [name, make] of Object.entries(failures)) {
    const url = `/v1/fails/${name.replaceAll(' ', '-')}`;
    app.get(url, { config: anybody, schema: { ...documented(name), response } }, async () => {
      throw make();
    });
  }
  app.get(
    '/v1/bad-answer',
    { config: anybody, schema: { ...documented('bad'), response } },
    async () => ({ ok: 'secret' }) as never,
  );
  app.post(
    '/v1/echo',
    { config: anybody, schema: { ...documented('echo'), body: z.object({ text: z.string() }), response } },
    async () => ({ ok: true }) as const,
  );
  app.get(
    '/v1/things/:id',
    { config: anybody, schema: { ...documented('thing'), params: z.object({ id: z.string() }), response } },
    async () => ({ ok: true }) as const,
  );
}

describe('a rule of the business that is broken', () => {
  test.each([
    ['invalid', 422],
    ['not-found', 404],
    ['conflict', 409],
    ['stale', 412],
    ['forbidden', 403],
    ['gone', 410],
    ['unavailable', 503],
  ] as const)('of kind %s is a problem with status %i', async (kind, status) => {
    await using app = await testApp(routes);
    const response = await app.inject(`/v1/domain/${kind}`);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      type: `urn:ateneu:problem:training.session.${kind}`,
      title: expect.any(String),
      status,
      detail: 'Ple: 30',
      code: `training.session.${kind}`,
      instance: `urn:uuid:${String(response.headers['x-request-id'])}`,
    });
    expect(response.headers['retry-after']).toBe(kind === 'unavailable' ? '5' : undefined);
  });

  test('is told in the language of the reader', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ url: '/v1/domain/conflict', headers: { 'accept-language': 'es-ES' } });
    expect(response.headers['content-language']).toBe('es');
    expect(response.headers['vary']).toContain('Accept-Language');
    expect(response.json()).toMatchObject({ detail: 'Lleno: 30', title: 'No es posible en el estado actual' });
  });
});

describe('a failure of ours', () => {
  test.each(['unknown', 'not an error', 'with a status of its own', 'unique violation'])(
    'that is %s is a 500 that tells nothing',
    async (name) => {
      const log = keepLog();
      await using app = await testApp(routes, { log });
      const response = await app.inject(`/v1/fails/${name.replaceAll(' ', '-')}`);
      expect(response.statusCode).toBe(500);
      expect(response.json().code).toBe('kit.service.failed');
      expect(response.body).not.toMatch(/secret|postgres|carme|string/);
      expect(log.lines.join('')).toContain('"level":"error"');
    },
  );

  test('that is an answer its own schema does not allow is a 500 too', async () => {
    await using app = await testApp(routes);
    const response = await app.inject('/v1/bad-answer');
    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('kit.service.failed');
    expect(response.body).not.toContain('secret');
  });

  test.each([
    'refused',
    'shutting down',
    'out of connections',
    'statement timeout',
    'deadlock',
    'pool timeout',
    'wrapped by the ORM',
    'as a cause',
  ])('that is the database away or busy (%s) is a 503 that says when to come back', async (name) => {
    await using app = await testApp(routes);
    const response = await app.inject(`/v1/fails/${name.replaceAll(' ', '-')}`);
    expect(response.statusCode).toBe(503);
    expect(response.json().code).toBe('kit.service.unavailable');
    expect(response.headers['retry-after']).toBe('5');
    expect(response.body).not.toMatch(/10\.1\.2\.3|secret/);
  });
});

test('a handler that takes too long is a 503', async () => {
  await using app = await testApp((app) => {
    const schema = { ...documented('slow'), response: { 200: z.object({}) } };
    app.get(
      '/v1/slow',
      { config: anybody, schema, handlerTimeout: 50 },
      () => new Promise<Record<string, never>>(() => {}),
    );
  });
  const response = await app.inject('/v1/slow');
  expect(response.statusCode).toBe(503);
  expect(response.json()).toMatchObject({ code: 'kit.service.unavailable' });
});

test.each(hostileBodies.map((hostile) => [hostile.name, hostile] as const))(
  'what nobody should send is refused: %s',
  async (_name, { contentType, body }) => {
    await using app = await testApp((app) => {
      const schema = {
        ...documented('take'),
        body: z.strictObject({ text: z.string() }),
        response: { 200: z.object({}) },
      };
      app.post('/v1/take', { config: anybody, schema }, async () => ({}));
    });
    const response = await app.inject({
      method: 'POST',
      url: '/v1/take',
      headers: { 'content-type': contentType },
      payload: body,
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toBe('application/problem+json');
  },
);

describe('a request that cannot be read', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    ['broken JSON', '{', json, 400, 'kit.request.malformed'],
    ['an empty body that says it is JSON', '', json, 400, 'kit.request.malformed'],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"text":"a"}', json, 400, 'kit.request.malformed'],
    ['a body that is too large', JSON.stringify({ text: 'a'.repeat(300_000) }), json, 413, 'kit.request.too-large'],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415, 'kit.request.media-type'],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'kit.request.media-type'],
    ['no media type at all', 'hello', { 'content-type': 'nonsense' }, 415, 'kit.request.media-type'],
    [
      'a form, on a route that takes none',
      'text=a',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'kit.request.media-type',
    ],
  ])('for %s is refused', async (_what, payload, headers, status, code) => {
    await using app = await testApp(routes);
    const response = await app.inject({ method: 'POST', url: '/v1/echo', payload, headers });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ code, status });
  });

  test.each([
    ['GET', '/nowhere', 404, 'kit.route.not-found'],
    ['DELETE', '/v1/echo', 404, 'kit.route.not-found'],
    ['GET', '/v1/things/%zz', 400, 'kit.request.malformed'],
    ['GET', '/%c0%ae%c0%ae/', 400, 'kit.request.malformed'],
    ['GET', `/v1/things/${'a'.repeat(500)}`, 414, 'kit.request.uri-too-long'],
  ] as const)('for its address (%s %s) is refused', async (method, url, status, code) => {
    await using app = await testApp(routes);
    const response = await app.inject({ method, url, headers: { 'accept-language': 'en' } });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.headers['content-language']).toBe('en');
    expect(response.json()).toMatchObject({ code, status });
  });

  test.each([
    [
      'headers that overflow',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`,
      '431',
      'kit.request.headers-too-large',
    ],
    ['no HTTP', 'nonsense\r\n\r\n', '400', 'kit.request.malformed'],
    [
      'two lengths',
      'POST /v1/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      '400',
      'kit.request.malformed',
    ],
  ])('for %s is refused on the socket, in the same shape', async (_what, request, status, code) => {
    await using app = await testApp(routes);
    const answer = await exchange(await listen(app), request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as object;
    expect(body).toMatchObject({ code, status: Number(status) });
  });
});

function exchange(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(request));
    socket.setEncoding('utf8').on('data', (data: string) => {
      received += data;
    });
    socket.on('end', () => resolve(received)).on('error', reject);
  });
}
