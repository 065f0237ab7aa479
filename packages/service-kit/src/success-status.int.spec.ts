import { expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, testApp } from '../test/test-app.ts';
import type { App } from './index.ts';

const thing = z.object({ id: z.string() });

function routes(app: App): void {
  app.post(
    '/v1/created',
    { config: anybody, schema: { ...documented('created'), response: { 201: thing } } },
    async () => ({ id: 'a' }),
  );
  app.post(
    '/v1/empty',
    { config: anybody, schema: { ...documented('empty'), response: { 204: z.undefined() } } },
    async () => {},
  );
  app.post(
    '/v1/either',
    { config: anybody, schema: { ...documented('either'), response: { 200: thing, 202: thing } } },
    async (_request, reply) => reply.code(202).send({ id: 'a' }),
  );
  app.post(
    '/v1/undeclared',
    { config: anybody, schema: { ...documented('undeclared'), response: { 201: thing } } },
    async (_request, reply) => {
      void reply.code(200 as 201);
      return { id: 'a', secret: 'b' };
    },
  );
}

test('a route with one success status answers with it', async () => {
  await using app = await testApp(routes);
  const created = await app.inject({ method: 'POST', url: '/v1/created' });
  expect(created.statusCode).toBe(201);
  expect(created.json()).toEqual({ id: 'a' });
  const empty = await app.inject({ method: 'POST', url: '/v1/empty' });
  expect(empty.statusCode).toBe(204);
  expect(empty.body).toBe('');
});

test('a route with several says which', async () => {
  await using app = await testApp(routes);
  expect((await app.inject({ method: 'POST', url: '/v1/either' })).statusCode).toBe(202);
});

test('nothing goes out under a status that has no schema', async () => {
  await using app = await testApp(routes);
  const response = await app.inject({ method: 'POST', url: '/v1/undeclared' });
  expect(response.statusCode).toBe(500);
  expect(response.body).not.toContain('secret');
});
