import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { documented, testApp } from '../test/test-app.ts';
import { type App, etag, preferredLanguage, requireIfMatch, sendCached } from './index.ts';

const open = { access: { kind: 'public' } } as const;

describe('an edit of one version', () => {
  function routes(app: App): void {
    app.put(
      '/v1/things',
      {
        config: { ...open, ifMatch: true },
        schema: { ...documented('edit'), response: { 200: z.object({ version: z.int() }) } },
      },
      async (request, reply) => {
        const version = requireIfMatch(request);
        void reply.header('etag', etag(version + 1));
        return { version };
      },
    );
    app.route({
      method: 'PUT',
      url: '/v1/undeclared',
      config: open,
      schema: { ...documented('undeclared'), response: { 204: z.undefined() } },
      handler: async (request) => {
        requireIfMatch(request);
      },
    });
  }

  async function edit(ifMatch?: string) {
    await using app = await testApp(routes);
    return app.inject({
      method: 'PUT',
      url: '/v1/things',
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });
  }

  test('takes the version from its tag, also one that a proxy has weakened', async () => {
    expect((await edit('"7"')).json()).toEqual({ version: 7 });
    expect((await edit('W/"7"')).json()).toEqual({ version: 7 });
    expect((await edit(' "12" ')).headers['etag']).toBe('"13"');
  });

  test.each([undefined, '', '  '])('is refused with 428 without one: %j', async (header) => {
    const response = await edit(header);
    expect(response.statusCode).toBe(428);
    expect(response.json()).toMatchObject({ code: 'kit.if-match.required' });
  });

  test.each(['*', '7', '"a"', '"7", "8"', '"-1"', '"7.5"', '"99999999999999999999"'])(
    'is refused with 412 where the tag is none of ours: %s',
    async (header) => {
      const response = await edit(header);
      expect(response.statusCode).toBe(412);
      expect(response.json()).toMatchObject({ code: 'kit.if-match.mismatch' });
    },
  );

  test('fails where the route does not declare it, so that the document never lies', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ method: 'PUT', url: '/v1/undeclared', headers: { 'if-match': '"1"' } });
    expect(response.statusCode).toBe(500);
  });
});

describe('a cached read', () => {
  const loads = { tagged: 0, hashed: 0 };
  let together = true;
  let name = 'one';

  function routes(app: App): void {
    const schema = { response: { 200: z.object({ name: z.string() }) } };
    app.get('/v1/tagged', { config: open, schema: { ...documented('tagged'), ...schema } }, (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 60,
        staleWhileRevalidateSeconds: 300,
        etag: async () => '"3"',
        body: async () => {
          loads.tagged += 1;
          return { name };
        },
      }),
    );
    app.get('/v1/hashed', { config: open, schema: { ...documented('hashed'), ...schema } }, (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 0,
        body: () => {
          loads.hashed += 1;
          return { name };
        },
      }),
    );
    app.get('/v1/translated', { config: open, schema: { ...documented('translated'), ...schema } }, (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 60,
        etag: etag(4),
        vary: ['Accept-Language'],
        body: () => ({ name: preferredLanguage(request) }),
      }),
    );
    app.get('/v1/together', { config: open, schema: { ...documented('together'), ...schema } }, (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 60,
        etag: etag(6),
        body: () => ({ name: 'apart' }),
        tagged: () => Promise.resolve(together ? { etag: etag(7), body: { name: 'together' } } : undefined),
      }),
    );
    app.get('/v1/missing', { config: open, schema: { ...documented('missing'), ...schema } }, (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds: 60,
        etag: etag(5),
        body: (): { name: string } => {
          throw new Error('gone wrong');
        },
      }),
    );
  }

  test('says how long it holds, and has a tag', async () => {
    await using app = await testApp(routes);
    const response = await app.inject('/v1/tagged');
    expect(response.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300');
    expect(response.headers['etag']).toBe('"3"');
    expect(response.json()).toEqual({ name: 'one' });
  });

  test.each(['"3"', 'W/"3"', '"2", "3"', '*'])(
    'is 304 without running its query where the caller has it: %s',
    async (tag) => {
      await using app = await testApp(routes);
      const before = loads.tagged;
      const response = await app.inject({ url: '/v1/tagged', headers: { 'if-none-match': tag } });
      expect(response.statusCode).toBe(304);
      expect(response.body).toBe('');
      expect(response.headers['etag']).toBe('"3"');
      expect(response.headers['cache-control']).toContain('max-age=60');
      expect(loads.tagged).toBe(before);
    },
  );

  test('is sent again where the caller has another', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ url: '/v1/tagged', headers: { 'if-none-match': '"2"' } });
    expect(response.statusCode).toBe(200);
  });

  test('without a version has the hash of its answer for a tag', async () => {
    await using app = await testApp(routes);
    const tag = String((await app.inject('/v1/hashed')).headers['etag']);
    expect((await app.inject({ url: '/v1/hashed', headers: { 'if-none-match': tag } })).statusCode).toBe(304);
    name = 'two';
    const changed = await app.inject({ url: '/v1/hashed', headers: { 'if-none-match': tag } });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers['etag']).not.toBe(tag);
  });

  test('has a tag for each language it is in, and says that it varies beside what CORS says', async () => {
    await using app = await testApp(routes);
    const [catalan, spanish] = await Promise.all(
      ['ca', 'es'].map((language) => app.inject({ url: '/v1/translated', headers: { 'accept-language': language } })),
    );
    expect(catalan?.headers['vary']).toBe('Origin, Accept-Language');
    expect(catalan?.headers['etag']).not.toBe(spanish?.headers['etag']);
    const crossed = await app.inject({
      url: '/v1/translated',
      headers: { 'accept-language': 'es', 'if-none-match': String(catalan?.headers['etag']) },
    });
    expect(crossed.json()).toEqual({ name: 'es' });
  });

  test('is read with its tag by whoever has nothing yet, where both can be read at once', async () => {
    await using app = await testApp(routes);
    const ask = async (headers = {}) => {
      const { headers: answered, body } = await app.inject({ url: '/v1/together', headers });
      return [answered['etag'], JSON.parse(body).name];
    };
    expect(await ask()).toEqual(['"7"', 'together']);
    expect(await ask({ 'if-none-match': '"5"' })).toEqual(['"6"', 'apart']);
    together = false;
    expect(await ask()).toEqual(['"6"', 'apart']);
  });

  test('that fails is kept by no cache', async () => {
    await using app = await testApp(routes);
    const response = await app.inject('/v1/missing');
    expect(response.statusCode).toBe(500);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['etag']).toBeUndefined();
  });
});
