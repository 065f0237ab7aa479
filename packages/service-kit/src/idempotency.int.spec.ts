import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { documented, staff, testApp } from '../test/test-app.ts';
import { canonicalJson } from './idempotency.ts';
import { type Access, type App, idempotency, type IdempotencyClaim } from './index.ts';

const claims: (IdempotencyClaim | undefined)[] = [];

function routes(app: App): void {
  const schema = { body: z.record(z.string(), z.unknown()), response: { 204: z.undefined() } };
  const open = { access: { kind: 'public' } } as const;
  const take = (url: string, config: { access: Access; idempotent?: true }, useCase?: string) => {
    app.route({
      method: 'POST',
      url,
      config,
      schema: { ...documented(url), ...schema },
      handler: async (request) => {
        claims.push(idempotency(request, useCase));
      },
    });
  };
  take('/v1/a/:id', { ...open, idempotent: true });
  take('/v1/b', { ...open, idempotent: true }, 'propose-initiative');
  take('/v1/staff', { ...staff('technician'), idempotent: true });
  take('/v1/undeclared', open);
}

async function post(url: string, payload: object, key?: string, as?: string) {
  claims.length = 0;
  await using app = await testApp(routes, {
    auth: { staff: async (token) => ({ kind: 'staff', id: token, name: token, roles: ['technician'] }) },
  });
  const response = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
    },
  });
  return {
    status: response.statusCode,
    code: response.body === '' ? '' : response.json<{ code: string }>().code,
    claim: claims[0],
  };
}

describe('a request that may be repeated', () => {
  test('is the same request however its body is spelt', async () => {
    const { claim: first } = await post('/v1/a/1', { a: 1, b: { c: [1, 2], d: null } }, 'k');
    const { claim: second } = await post('/v1/a/1', { b: { d: null, c: [1, 2] }, a: 1 }, 'k');
    expect(first).toEqual({
      scope: 'POST /v1/a/:id citizen:anonymous',
      key: 'k',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(second).toEqual(first);
  });

  test('is another request with another body, address or caller', async () => {
    const { claim: first } = await post('/v1/a/1', { a: 1 }, 'k');
    const { claim: otherBody } = await post('/v1/a/1', { a: 2 }, 'k');
    const { claim: otherAddress } = await post('/v1/a/2', { a: 1 }, 'k');
    expect(new Set([first, otherBody, otherAddress].map((claim) => claim?.fingerprint)).size).toBe(3);
    const [tania, carme] = [await post('/v1/staff', {}, 'k', 'tania'), await post('/v1/staff', {}, 'k', 'carme')];
    expect(tania.claim?.scope).toBe('POST /v1/staff staff:tania');
    expect(carme.claim?.scope).toBe('POST /v1/staff staff:carme');
    expect(carme.claim?.fingerprint).not.toBe(tania.claim?.fingerprint);
  });

  test('is in a scope that a use case may name', async () => {
    expect((await post('/v1/b', {}, 'k')).claim?.scope).toBe('propose-initiative citizen:anonymous');
  });

  test('needs no key', async () => {
    expect(await post('/v1/a/1', {})).toMatchObject({ status: 204, claim: undefined });
  });

  test.each(['', ' ', 'a b', 'x'.repeat(256), 'clau-é'])('is refused where its key is no key: %j', async (key) => {
    expect(await post('/v1/a/1', {}, key)).toMatchObject({ status: 400, code: 'kit.idempotency.key-malformed' });
  });

  test('takes a key of 255 characters', async () => {
    expect((await post('/v1/a/1', {}, '~'.repeat(255))).status).toBe(204);
  });

  test('fails where the route does not declare it, so that the document never lies', async () => {
    expect((await post('/v1/undeclared', {}, 'k')).status).toBe(500);
  });
});

test('canonical JSON does not mix up what differs', () => {
  expect(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson(undefined)).toBe('');
  expect(canonicalJson(null)).toBe('null');
});
