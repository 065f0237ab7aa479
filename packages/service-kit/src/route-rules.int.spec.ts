import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, testApp } from '../test/test-app.ts';
import { type App, RouteRuleError } from './index.ts';

const response = { 200: z.object({}) };
const nothing = async () => ({});

async function complaint(routes: (app: App) => void): Promise<string> {
  try {
    await using _app = await testApp(routes);
  } catch (error) {
    if (error instanceof RouteRuleError) return error.message;
    throw error;
  }
  throw new Error('The app was built.');
}

describe('an app is not built', () => {
  test('where a route does not say who may call it', async () => {
    const message = await complaint((app) => {
      app.get('/v1/open', { schema: { ...documented('open'), response } }, nothing);
      app.get(
        '/v1/limited',
        { config: { rateLimit: false } as never, schema: { ...documented('limited'), response } },
        nothing,
      );
    });
    expect(message).toContain('GET /v1/open declares no config.access; say who may call it');
    expect(message).toContain('GET /v1/limited declares no config.access');
  });

  test('where a route inside a plugin does not', async () => {
    const message = await complaint((app) => {
      void app.register(async (inner) => {
        inner.post('/v1/hidden', { schema: { hide: true } }, nothing);
      });
    });
    expect(message).toContain('POST /v1/hidden declares no config.access');
  });

  test('where a route is for staff of no role, or for partners that nobody can recognise', async () => {
    const message = await complaint((app) => {
      const schema = { ...documented('none'), response };
      app.get('/v1/none', { config: { access: { kind: 'staff', roles: [] as never } }, schema }, nothing);
      app.get(
        '/v1/partner',
        { config: { access: { kind: 'partner' } }, schema: { ...documented('p'), response } },
        nothing,
      );
    });
    expect(message).toContain('GET /v1/none is for staff but names no role');
    expect(message).toContain('GET /v1/partner is for partners, but createApp was given no auth.partner');
  });

  test('where a route is not documented', async () => {
    const message = await complaint((app) => {
      app.get('/v1/bare', { config: anybody }, nothing);
      app.get(
        '/v1/half',
        { config: anybody, schema: { operationId: 'half', tags: [], summary: 'Half', description: '' } },
        nothing,
      );
    });
    expect(message).toContain(
      'GET /v1/bare has no schema.operationId, no schema.summary, no schema.description, no schema.tags',
    );
    expect(message).toContain('GET /v1/bare declares no 2xx or 3xx in schema.response');
    expect(message).toContain('GET /v1/half has no schema.description, no schema.tags');
  });

  test('where two routes have one operationId', async () => {
    const message = await complaint((app) => {
      app.get('/v1/a', { config: anybody, schema: { ...documented('same'), response } }, nothing);
      app.post('/v1/a', { config: anybody, schema: { ...documented('same'), response } }, nothing);
    });
    expect(message).toContain('operationId same is used by GET /v1/a and POST /v1/a');
  });
});

test('a route that is for machines alone may be hidden, not open', async () => {
  await using app = await testApp((app) => {
    app.get('/v1/hidden', { config: anybody, schema: { hide: true } }, async () => ({ ok: true }));
  });
  expect((await app.inject('/v1/hidden')).json()).toEqual({ ok: true });
  expect(JSON.stringify(app.swagger())).not.toContain('hidden');
});
