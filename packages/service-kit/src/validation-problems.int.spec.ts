import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, testApp } from '../test/test-app.ts';
import { type App, emailSchema, idSchema, localizedTextSchema, pageQuery, type Problem, safeText } from './index.ts';

const body = z.strictObject({
  name: localizedTextSchema({ max: 10 }),
  email: emailSchema,
  seats: z.int().min(1).max(30),
  tags: z.array(z.string().max(5)).min(1).max(2),
  mode: z.enum(['online', 'in-person']),
  startsAt: z.iso.datetime().optional(),
  note: z.string().optional(),
  labels: z.array(z.string().max(2)).optional(),
  anything: z.unknown().optional(),
  code: safeText({ max: 5 })
    .refine((text) => text !== 'taken', {
      params: { message: { ca: 'Ja s’ha fet servir.', es: 'Ya se ha usado.', en: 'Already used.' } },
    })
    .optional(),
  plain: z
    .string()
    .refine((text) => text === 'good', 'Only good ones.')
    .optional(),
});

const good = { name: { ca: 'Hola' }, email: 'a@b.example', seats: 2, tags: ['a'], mode: 'online' };

function routes(app: App): void {
  const response = { 200: z.object({ ok: z.boolean() }) };
  const ok = async () => ({ ok: true });
  app.post('/v1/things', { config: anybody, schema: { ...documented('post'), body, response } }, ok);
  app.get(
    '/v1/things/:id',
    {
      config: anybody,
      schema: { ...documented('get'), params: z.object({ id: idSchema }), querystring: pageQuery(), response },
    },
    ok,
  );
}

async function refuse(payload: unknown, language = 'en'): Promise<Problem> {
  await using app = await testApp(routes);
  const response = await app.inject({
    method: 'POST',
    url: '/v1/things',
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });
  expect(response.statusCode).toBe(400);
  expect(response.headers['content-type']).toBe('application/problem+json');
  const problem = response.json<Problem>();
  expect(problem.code).toBe('kit.request.invalid');
  return problem;
}

const reasons = ({ errors = [] }: Problem) => errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a request that does not match its schema', () => {
  test('is accepted when it does', async () => {
    await using app = await testApp(routes);
    expect((await app.inject({ method: 'POST', url: '/v1/things', payload: good })).statusCode).toBe(200);
  });

  test('is told every field that is wrong, and why', async () => {
    const problem = await refuse({
      name: { ca: 'a'.repeat(11), es: '' },
      email: 'nobody',
      seats: 31,
      tags: [],
      mode: 'by post',
      startsAt: 'tomorrow',
      code: 'taken',
      plain: 'bad',
      'x/y~z': 1,
    });
    expect(reasons(problem).toSorted()).toEqual([
      '/body/code rule',
      '/body/email email',
      '/body/mode choice',
      '/body/name/ca too-long',
      '/body/name/es required',
      '/body/plain rule',
      '/body/seats too-big',
      '/body/startsAt format',
      '/body/tags too-few',
      '/body/x~1y~0z unknown-field',
    ]);
  });

  test('is told what is missing, and what is of another type', async () => {
    const problem = await refuse({ name: 'Hola', email: 7, seats: '2', tags: ['a', 'b', 'c'], labels: ['ok', 'long'] });
    expect(reasons(problem).toSorted()).toEqual([
      '/body/email type',
      '/body/labels/1 too-long',
      '/body/mode required',
      '/body/name type',
      '/body/seats type',
      '/body/tags too-many',
    ]);
  });

  test.each([null, [], 'text', 7, true])('is refused whole when its body is %j', async (payload) => {
    expect(reasons(await refuse(payload))).toEqual([payload === null ? '/body required' : '/body type']);
  });

  test('is refused when its body is not there', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ method: 'POST', url: '/v1/things' });
    expect(response.statusCode).toBe(400);
    expect(reasons(response.json<Problem>())).toEqual(['/body required']);
  });

  test('is answered in the language of the reader', async () => {
    const messages = async (language: string) =>
      (await refuse({ ...good, seats: 0, mode: 'x', code: 'taken' }, language)).errors?.map(({ message }) => message);
    expect(await messages('ca')).toEqual([
      'No pot ser més petit que 1.',
      'Ha de ser un d’aquests valors: online, in-person.',
      'Ja s’ha fet servir.',
    ]);
    expect(await messages('es')).toContain('Ya se ha usado.');
    expect(await messages('en')).toContain('This cannot be less than 1.');
  });

  test('is never shown what it sent', async () => {
    const secret = 'carme.secret';
    const problem = await refuse({ ...good, email: secret, mode: secret, seats: secret, note: { secret } });
    expect(JSON.stringify(problem)).not.toContain(secret);
  });

  test('is told of 50 fields at most', async () => {
    const problem = await refuse({ ...good, labels: Array.from({ length: 1_000 }, () => 'too long') });
    expect(problem.errors).toHaveLength(50);
  });

  test('is told of its address too', async () => {
    await using app = await testApp(routes);
    const byId = await app.inject('/v1/things/7?limit=5');
    expect(reasons(byId.json<Problem>())).toEqual(['/params/id format']);
    const byQuery = await app.inject('/v1/things/0190a4f0-0000-7000-8000-000000000000?limit=1000&cursor=');
    expect(reasons(byQuery.json<Problem>())).toEqual(['/query/limit too-big', '/query/cursor required']);
  });
});

test('what is nested deeper than any document is refused, and exhausts nothing', async () => {
  await using app = await testApp(routes);
  const nested = (depth: number) =>
    app.inject({
      method: 'POST',
      url: '/v1/things',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ ...good, anything: 0 }).replace(':0', `:${'['.repeat(depth)}${']'.repeat(depth)}`),
    });
  expect((await nested(30)).statusCode).toBe(200);
  for (const depth of [100, 100_000]) {
    const response = await nested(depth);
    expect(response.statusCode).toBe(400);
    expect(response.json<Problem>().errors?.map(({ code }) => code)).toEqual(['too-deep']);
  }
});

describe('a text that the store could not keep', () => {
  test.each([
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800'],
  ])('is refused for %s in a field whose schema says nothing of it', async (_what, text) => {
    expect(reasons(await refuse({ ...good, note: text }))).toEqual(['/body/note unsafe-text']);
    expect(reasons(await refuse({ ...good, anything: { deep: [1, { down: text }] } }))).toEqual([
      '/body/anything/deep/1/down unsafe-text',
    ]);
    expect(reasons(await refuse({ ...good, anything: { [text]: 1 } }))).toEqual(['/body/anything unsafe-text']);
  });

  test('is refused in the address', async () => {
    await using app = await testApp(routes);
    const response = await app.inject('/v1/things/0190a4f0-0000-7000-8000-000000000000?cursor=a%00b');
    expect(response.statusCode).toBe(400);
    expect(reasons(response.json<Problem>())).toEqual(['/query/cursor unsafe-text']);
  });
});
