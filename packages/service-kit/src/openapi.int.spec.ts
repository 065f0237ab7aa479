import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, staff, testApp } from '../test/test-app.ts';
import { type App, idSchema, localizedTextSchema, pageOf, pageQuery, publicBaseUrl } from './index.ts';

const summarySchema = z.object({ id: idSchema, name: localizedTextSchema({ max: 20 }) }).meta({ id: 'ThingSummary' });
const thingSchema = z.object({ id: idSchema, places: z.int(), related: z.array(summarySchema) }).meta({ id: 'Thing' });
z.object({ a: z.string() }).meta({ id: 'SchemaOfAnotherService' });

function routes(app: App): void {
  const params = z.object({ id: idSchema });
  app.get(
    '/v1/things',
    {
      config: anybody,
      schema: { ...documented('listThings'), querystring: pageQuery(), response: { 200: pageOf(summarySchema) } },
    },
    async () => ({ items: [], next: null }),
  );
  app.post(
    '/v1/things',
    {
      config: { access: { kind: 'partner' }, idempotent: true },
      schema: {
        ...documented('createThing'),
        body: z.strictObject({ name: localizedTextSchema({ max: 20 }) }),
        response: { 201: thingSchema },
      },
    },
    async () => ({ id: '', places: 1, related: [] }),
  );
  app.put(
    '/v1/things/:id',
    {
      config: { ...staff('coordinator'), ifMatch: true },
      schema: {
        ...documented('editThing'),
        params,
        body: z.object({ places: z.int() }),
        response: { 200: thingSchema },
      },
    },
    async () => ({ id: '', places: 1, related: [] }),
  );
  app.delete(
    '/v1/things/:id',
    {
      config: staff('admin'),
      schema: { ...documented('deleteThing'), params, response: { 204: z.undefined().describe('It is gone.') } },
    },
    async () => {},
  );
  app.get(
    '/v1/links/:token',
    {
      config: { access: { kind: 'link' } },
      schema: {
        ...documented('showLink'),
        params: z.object({ token: z.string() }),
        response: { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } },
      },
    },
    async (_request, reply) => reply.type('text/html').send('<p>'),
  );
}

interface Operation {
  operationId: string;
  security: object[];
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: object;
  responses: Record<string, { description?: string; $ref?: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  tags: object[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    responses: Record<string, object>;
    securitySchemes: Record<string, { type: string }>;
  };
}

async function document(): Promise<Document> {
  await using app = await testApp(routes, {
    auth: { partner: async () => undefined },
    service: {
      name: 'training',
      title: 'Training',
      description: 'd',
      version: '1.2.3',
      tags: { Tests: 'What tests use.' },
    },
  });
  const response = await app.inject('/openapi.json');
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toContain('application/json');
  return response.json<Document>();
}

function statuses(operation: Operation | undefined): string[] {
  return Object.keys(operation?.responses ?? {});
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' ? [child] : references(child),
  );
}

describe('the document of a service', () => {
  test('is OpenAPI 3.1, of the service, through the platform’s origin', async () => {
    const { openapi, info, servers, tags, paths } = await document();
    expect(openapi).toBe('3.1.0');
    expect(info).toMatchObject({ title: 'Training', version: '1.2.3' });
    expect(servers[0]?.url).toBe('http://localhost:4000/training');
    expect(tags).toEqual([{ name: 'Tests', description: 'What tests use.' }]);
    expect(Object.keys(paths).toSorted()).toEqual(['/v1/links/{token}', '/v1/things', '/v1/things/{id}']);
  });

  test('refers to nothing that is not in it, and holds nothing that is not referred to', async () => {
    const whole = await document();
    const found = new Set(references(whole));
    for (const reference of found) {
      const target = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], whole);
      expect(target, reference).toBeTypeOf('object');
    }
    const used = Object.keys(whole.components.schemas).filter((name) => found.has(`#/components/schemas/${name}`));
    expect(Object.keys(whole.components.schemas)).toEqual(used);
    expect(used.toSorted()).toEqual(['Problem', 'Thing', 'ThingSummary']);
  });

  test('says who may call each operation', async () => {
    const { paths, components } = await document();
    expect(paths['/v1/things']?.['get']?.security).toEqual([]);
    expect(paths['/v1/things']?.['post']?.security).toEqual([{ partner: [] }]);
    expect(paths['/v1/things/{id}']?.['put']?.security).toEqual([{ staff: [] }]);
    expect(components.securitySchemes).toMatchObject({
      staff: { type: 'openIdConnect' },
      partner: { type: 'http', scheme: 'bearer' },
    });
  });

  test('has the problems that each operation can answer with, and no other', async () => {
    const { paths } = await document();
    expect(statuses(paths['/v1/things']?.['get'])).toEqual(['200', '400', '429', '503', 'default']);
    expect(statuses(paths['/v1/things']?.['post'])).toEqual([
      '201',
      '400',
      '401',
      '413',
      '415',
      '429',
      '503',
      'default',
    ]);
    expect(statuses(paths['/v1/things/{id}']?.['put'])).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '412',
      '413',
      '415',
      '428',
      '429',
      '503',
      'default',
    ]);
    expect(statuses(paths['/v1/links/{token}']?.['get'])).toEqual([
      '200',
      '400',
      '404',
      '410',
      '429',
      '503',
      'default',
    ]);
  });

  test('has one schema for all of them', async () => {
    const { components } = await document();
    for (const response of Object.values(components.responses)) {
      expect(response).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
    }
  });

  test('has the headers that an operation declares', async () => {
    const { paths } = await document();
    const headers = (operation: Operation | undefined) =>
      operation?.parameters
        ?.filter((parameter) => parameter.in === 'header')
        .map(({ name, required }) => [name, required]);
    expect(headers(paths['/v1/things']?.['post'])).toEqual([
      ['Accept-Language', false],
      ['Idempotency-Key', false],
    ]);
    expect(headers(paths['/v1/things/{id}']?.['put'])).toEqual([
      ['Accept-Language', false],
      ['If-Match', true],
    ]);
  });

  test('describes every answer, of any media type, and one without a body', async () => {
    const { paths } = await document();
    expect(paths['/v1/things']?.['post']?.responses['201']).toEqual({
      description: 'Created',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
    });
    expect(paths['/v1/things']?.['get']?.responses['200']?.description).toBe('OK');
    const gone = paths['/v1/things/{id}']?.['delete']?.responses['204'];
    expect(gone).toEqual({ description: 'It is gone.' });
    const page = paths['/v1/links/{token}']?.['get']?.responses['200'];
    expect(page).toMatchObject({ description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } });
  });

  test('lets answers grow, and holds requests to what they may have', async () => {
    const { paths, components } = await document();
    expect(JSON.stringify(components.schemas)).not.toContain('additionalProperties');
    expect(JSON.stringify(paths['/v1/things']?.['post']?.requestBody)).toContain('"additionalProperties":false');
    expect(JSON.stringify({ paths, components })).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  test('names every operation once, and every parameter of an address', async () => {
    const { paths } = await document();
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const [path, methods] of Object.entries(paths)) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        expect(
          operation.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? [],
        ).toEqual(inAddress);
      }
    }
    expect(JSON.stringify(paths)).not.toContain('x-route');
  });
});

describe('the page to read it', () => {
  test('works behind a prefix: it is redirected to and refers to its parts relatively', async () => {
    await using app = await testApp(() => {});
    const redirect = await app.inject('/docs');
    expect(redirect.statusCode).toBe(308);
    expect(redirect.headers['location']).toBe('docs/');
    const page = await app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('src="./static/swagger-ui-bundle.js"');
    expect(page.body).not.toMatch(/(src|href)="\//);
  });

  test('allows no script but its own', async () => {
    await using app = await testApp(() => {});
    const page = await app.inject('/docs/');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.body).not.toMatch(/<script>|<style/);
    const script = await app.inject('/docs/static/swagger-ui-bundle.js');
    expect(script.statusCode).toBe(200);
    expect((await app.inject('/docs/json')).json()).toMatchObject({ openapi: '3.1.0' });
    const etag = script.headers['etag'] ?? '';
    const again = await app.inject({ url: '/docs/static/swagger-ui-bundle.js', headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const nothing = await app.inject('/docs/static/nothing.js');
    expect([nothing.statusCode, nothing.headers['content-type']]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});

test('the public address of a service is below the platform’s origin', () => {
  const config = { PUBLIC_URL: 'https://ateneu.example' };
  expect(publicBaseUrl({ name: 'training' }, config)).toBe('https://ateneu.example/training');
  expect(publicBaseUrl({ name: 'training', prefix: '/formacio' }, config)).toBe('https://ateneu.example/formacio');
});
