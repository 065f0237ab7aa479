import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { readDelivery } from '../delivery/delivery.store.ts';
import { deliverySchema } from './delivery.schemas.ts';
import type { RouteContext } from './route-context.ts';

/** One delivery, with the very text that the person was sent. */
export function getDeliveryRoute({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/deliveries/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getDelivery',
      tags: ['Deliveries'],
      summary: 'Read a delivery',
      description: 'With the text and HTML as they were sent. Every read leaves an audit record.',
      params: z.object({ id: idSchema }),
      response: { 200: deliverySchema },
    },
    handler: async (request, reply) => {
      const delivery = await readDelivery(database, request.params.id);
      await recordAudit(database, { action: 'read', subjectType: 'delivery', subjectId: delivery.id });
      void reply.header('etag', etag(delivery.version));
      return delivery;
    },
  });
}
