import { recordAudit } from '@ateneu/persistence';
import { emailSchema, idSchema, pageOf, pageQuery, safeText, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { deliveryStatuses } from '../delivery/delivery.ts';
import { deliverySummarySchema } from './delivery.schemas.ts';
import { listDeliveries } from './list-deliveries.query.ts';
import type { RouteContext } from './route-context.ts';

const query = pageQuery({ defaultSize: 20, maxSize: 100 }).extend({
  recipient: emailSchema.optional().describe('Messages to this address; case does not matter.'),
  status: z.enum(deliveryStatuses).optional(),
  kind: safeText({ max: 60 }).optional().describe('Messages of this kind: `enrolment-confirmed`, …'),
  eventType: safeText({ max: 120 }).optional().describe('Messages that events of this type gave rise to.'),
  reported: z.enum(['bounced', 'complained']).optional().describe('Messages that came back, or were called unwanted.'),
  event: idSchema.optional().describe('Messages that this event gave rise to.'),
});

/** Staff search the log of what people were sent. */
export function listDeliveriesRoute({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/deliveries',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listDeliveries',
      tags: ['Deliveries'],
      summary: 'Search the log of deliveries',
      description: 'Latest first. Every search leaves an audit record.',
      querystring: query,
      response: { 200: pageOf(deliverySummarySchema) },
    },
    handler: async (request, reply) => {
      const { recipient, status, kind, event, eventType, reported, limit, cursor } = request.query;
      const { items, next } = await listDeliveries(database, {
        recipient,
        status,
        kind,
        eventId: event,
        eventType,
        reported,
        limit,
        cursor,
      });
      await recordAudit(database, {
        action: 'list',
        subjectType: 'delivery',
        subjectId: '*',
        details: {
          byRecipient: recipient !== undefined,
          status,
          kind,
          event,
          eventType,
          reported,
          shown: items.map((item) => item.id),
        },
      });
      return withLink(request, reply, { items, next });
    },
  });
}
