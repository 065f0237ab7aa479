import { openApiProblems } from '@ateneu/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await startHarness();
});
afterAll(() => service.stop());

it('accompaniment documents itself in valid OpenAPI', async () => {
  const document = (await service.raw({ url: '/openapi.json' })).json<Record<string, unknown>>();
  expect(document['openapi']).toMatch(/^3\.1/);
  expect(await openApiProblems(document)).toEqual([]);
  expect(Object.keys(Object(document['paths']))).toContain('/v1/ops/dead-letters');
});
