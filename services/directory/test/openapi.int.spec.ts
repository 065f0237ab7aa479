import { openApiProblems } from '@ateneu/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';

let directory: Harness;
beforeAll(async () => {
  directory = await startDirectory();
});
afterAll(() => directory.close());

it('the directory documents itself in valid OpenAPI', async () => {
  const document = (await directory.app.inject({ url: '/openapi.json' })).json<Record<string, unknown>>();
  expect(document['openapi']).toMatch(/^3\.1/);
  expect(await openApiProblems(document)).toEqual([]);
  expect(Object.keys(Object(document['paths']))).toContain('/v1/ops/dead-letters');
});
