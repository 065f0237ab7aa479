import { etag, idSchema, requireIfMatch, safeText } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { decide } from './partner.decide.ts';
import type { RouteContext } from './partner.routes.ts';
import { versionSchema } from './partner.schemas.ts';
import type { ClaimsSync } from './partner-claims.sync.ts';

const answerSchema = versionSchema.extend({
  brokerInformed: z
    .boolean()
    .describe('False while the broker cannot be reached: its connections then end, or work again, as soon as it can.'),
});

/**
 * Coordinators shut a partner out and let it in again. Its API key is refused from the commit on; its connections to the
 * broker end as soon as the broker is told, and if that fails it is told again until it succeeds.
 */
export function suspendPartner({ app, store, claims, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/partners/:id/suspend',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, ifMatch: true },
    schema: {
      operationId: 'suspendPartner',
      tags: ['Partners'],
      summary: 'Suspend a partner at once',
      description: 'Needs `If-Match`. Its API key stops working and its connections to the broker end.',
      params: z.object({ id: idSchema }),
      body: z.object({ reason: safeText({ min: 1, max: 500 }).optional() }).default({}),
      response: { 200: answerSchema },
    },
    handler: async (request, reply) => {
      const { reason } = request.body;
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'suspend', reason, at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return { ...saved, brokerInformed: await inform(request, claims, saved.id) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/partners/:id/reinstate',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, ifMatch: true },
    schema: {
      operationId: 'reinstatePartner',
      tags: ['Partners'],
      summary: 'End a suspension',
      description: 'Needs `If-Match`. The credentials it had work again.',
      params: z.object({ id: idSchema }),
      response: { 200: answerSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'reinstate', at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return { ...saved, brokerInformed: await inform(request, claims, saved.id) };
    },
  });
}

/** What was decided stands whether or not the broker can be told of it now. */
async function inform(request: FastifyRequest, claims: ClaimsSync, partnerId: string): Promise<boolean> {
  try {
    await claims.sync(partnerId);
    return true;
  } catch (err) {
    request.log.warn({ err, partnerId }, 'The broker could not be told of an account; again soon.');
    return false;
  }
}
