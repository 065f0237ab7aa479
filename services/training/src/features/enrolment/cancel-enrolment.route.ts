import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './enrolment.decide.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { enrolmentStatuses } from './enrolment.ts';

/** Staff cancel somebody's enrolment, for one who called. */
export function cancelEnrolment({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/enrolments/:id/cancel',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'cancelEnrolment',
      tags: ['Enrolments'],
      summary: 'Cancel an enrolment',
      description: 'The person is told, and the place goes to the first who waits. The version is in the list.',
      params: z.object({ id: idSchema }),
      body: z.strictObject({}).optional(),
      response: { 200: z.object({ id: z.uuid(), version: z.int(), status: z.enum(enrolmentStatuses) }) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const saved = await store.update(
        id,
        (desk) => decide({ type: 'cancel', cause: 'staff', at: clock.now() }, desk),
        {
          expectedVersion: requireIfMatch(request),
          audit: { action: 'cancel', subjectType: 'enrolment', subjectId: id },
        },
      );
      void reply.header('etag', etag(saved.version));
      return { id, version: saved.version, status: saved.status };
    },
  });
}
