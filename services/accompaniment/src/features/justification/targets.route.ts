import { etag, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { indicatorNames, readTargets, readTargetVersion } from './indicators.query.ts';
import { callOf } from './justification.call.ts';
import type { RouteContext } from './justification.routes.ts';
import { setTargets } from './target.store.ts';

const url = '/v1/staff/justification/:call/targets';
const params = z.object({ call: z.string().max(20).describe('The code of a call, such as `2024-2025`.') });
const target = z.int().min(0).max(1_000_000);
const viewSchema = z.object({
  call: z.string(),
  version: z.int(),
  targets: z.partialRecord(z.enum(indicatorNames), target),
});

/** Coordinators say what was promised for a call, and do not overwrite one another. */
export function targetRoutes({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url,
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getTargets',
      tags: ['Justification'],
      summary: 'See what was promised for a call',
      description: 'By indicator. The `ETag` is their version, for `If-Match` when they are set.',
      params,
      response: { 200: viewSchema },
    },
    handler: async (request, reply) => {
      const call = callOf(request.params.call);
      // The version first: what is set between the two reads then meets a 412.
      const version = await readTargetVersion(database, call);
      void reply.header('etag', etag(version));
      return { call: call.code, version, targets: await readTargets(database, call) };
    },
  });

  app.route({
    method: 'PUT',
    url,
    config: { access: { kind: 'staff', roles: ['coordinator'] }, ifMatch: true },
    schema: {
      operationId: 'setTargets',
      tags: ['Justification'],
      summary: 'Say what was promised for a call',
      description:
        'Sets the targets of the indicators that are named, and leaves the others; `null` takes one back. Needs ' +
        '`If-Match` with the version of the call’s targets, `"0"` before anybody set one.',
      params,
      body: z.object({ targets: z.partialRecord(z.enum(indicatorNames), target.nullable()) }),
      response: { 200: viewSchema },
    },
    handler: async (request, reply) => {
      const call = callOf(request.params.call);
      const how = { at: clock.now(), expectedVersion: requireIfMatch(request) };
      const version = await setTargets(database, call, request.body.targets, how);
      void reply.header('etag', etag(version));
      return { call: call.code, version, targets: await readTargets(database, call) };
    },
  });
}
