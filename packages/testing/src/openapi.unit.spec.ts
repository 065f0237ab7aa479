import { expect, it } from 'vitest';

import { openApiProblems } from './openapi.ts';

const info = { title: 'A', version: '1' };

it('tells a valid OpenAPI document from one that is not', async () => {
  expect(await openApiProblems({ openapi: '3.1.0', info, paths: {} })).toEqual([]);
  const broken = { openapi: '3.1.0', info, paths: { '/a': { get: { responses: { 200: {} } } } } };
  expect(await openApiProblems(broken)).not.toEqual([]);
});
