import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import type { RouteContext } from './referral.routes.ts';
import { rerouteSchema, versionSchema } from './referral.schemas.ts';

/** Staff pass a project that was referred to the ateneu on to another partner. */
export function rerouteReferral({ app, rerouting, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/referrals/:id/reroute',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'rerouteStaffReferral',
      tags: ['Referrals'],
      summary: 'Pass a referral on to another partner',
      description:
        'Makes a new referral and sends it; both name each other, for staff alone: the sender learns that it was ' +
        'rerouted and not to whom. Needs `If-Match`, and a consent that reaches so far. Asking again changes nothing.',
      params: z.object({ id: idSchema }),
      body: rerouteSchema,
      response: { 200: versionSchema.extend({ reroutedTo: z.uuid() }) },
    },
    handler: async (request, reply) => {
      const at = clock.now();
      const { partnerId, consent } = request.body;
      const saved = await rerouting.reroute(
        request.params.id,
        { partnerId, consent, today: dayOf(at), at },
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
