import { openApiProblems } from '@ateneu/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Harness, startTraining } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await startTraining();
});
afterAll(() => service.close());

it('training documents itself in valid OpenAPI', async () => {
  const document = (await service.app.inject({ url: '/openapi.json' })).json<Record<string, unknown>>();
  expect(document['openapi']).toMatch(/^3\.1/);
  expect(await openApiProblems(document)).toEqual([]);
  expect(Object.keys(Object(document['paths']))).toContain('/v1/ops/dead-letters');
});
