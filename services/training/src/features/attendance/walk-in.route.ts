import { newId } from '@ateneu/kernel';
import { etag, idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { enrolFields, hasName, participantFrom } from '../enrolment/index.ts';
import type { AttendanceContext } from './attendance.routes.ts';
import { attendanceVersionSchema, minutesSchema } from './attendance.schemas.ts';

/** Staff take in somebody who came without having enrolled: the same form, the same consents. */
export function walkIn({ app, store, clock }: AttendanceContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/walk-ins',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'recordWalkIn',
      tags: ['Attendance'],
      summary: 'Record somebody who came without having enrolled',
      description:
        'From the start on, while there is room: those recorded as absent leave theirs. The form and the consents are ' +
        'those of enrolling.',
      params: z.object({ id: idSchema }),
      body: enrolFields
        .omit({ homepage: true })
        .extend({ minutes: minutesSchema })
        .refine(...hasName),
      response: { 201: attendanceVersionSchema },
    },
    handler: async (request, reply) => {
      const { body, params } = request;
      const at = clock.now();
      const person = {
        enrolmentId: newId(),
        participant: participantFrom(body, at),
        place: body.place,
        minutes: body.minutes,
        at,
      };
      const saved = await store.walkIn(params.id, person, { idempotency: idempotency(request) });
      void reply.code(201).header('etag', etag(saved.version));
      return saved;
    },
  });
}
