import { openApiProblems } from '@ateneu/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type RunningService, startNotifications } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

it('notifications documents itself in valid OpenAPI', async () => {
  const document = (await service.composition.app.inject({ url: '/openapi.json' })).json<Record<string, unknown>>();
  expect(document['openapi']).toMatch(/^3\.1/);
  expect(await openApiProblems(document)).toEqual([]);
  expect(Object.keys(Object(document['paths']))).toContain('/v1/ops/dead-letters');
});
