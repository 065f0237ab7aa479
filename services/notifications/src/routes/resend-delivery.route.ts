import { transact } from '@ateneu/persistence';
import { idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { reopenDelivery } from '../delivery/delivery.store.ts';
import { deliveryStatuses } from '../delivery/delivery.ts';
import type { RouteContext } from './route-context.ts';

/** A coordinator has a message sent once more, as it was. */
export function resendDeliveryRoute({ app, database, queue }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/deliveries/:id/resend',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, idempotent: true },
    schema: {
      operationId: 'resendDelivery',
      tags: ['Deliveries'],
      summary: 'Send a message again',
      description:
        'The same message, under the same Message-ID. Refused while it is still being sent; afterwards whatever its state.',
      params: z.object({ id: idSchema }),
      response: { 202: z.object({ id: z.uuid(), version: z.int(), status: z.enum(deliveryStatuses) }) },
    },
    handler: async (request, reply) => {
      const reopened = await transact(
        database,
        async (tx) => {
          const { id, version, status } = await reopenDelivery(tx, request.params.id);
          await queue.enqueue(tx, id);
          await tx.audit({ action: 'resend', subjectType: 'delivery', subjectId: id });
          return { id, version, status };
        },
        { idempotency: idempotency(request) },
      );
      return reply.code(202).send(reopened);
    },
  });
}
