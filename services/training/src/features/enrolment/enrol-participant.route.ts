import { newId } from '@ateneu/kernel';
import { idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './enrolment.decide.ts';
import { automaticSubmission } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { enrolledSchema, enrolSchema, participantFrom } from './enrolment.schemas.ts';

/** Anybody enrols in a session, without an account. */
export function enrolParticipant({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/sessions/:id/enrolments',
    config: { access: { kind: 'public' }, idempotent: true },
    schema: {
      operationId: 'enrol',
      tags: ['Enrolment'],
      summary: 'Enrol in a session',
      description:
        'Gives a place, or a turn in the waiting list when the session is full. One enrolment per address and session. ' +
        'The person gets an e-mail with a link to see and cancel the enrolment.',
      params: z.object({ id: idSchema }),
      body: enrolSchema,
      response: { 201: enrolledSchema },
    },
    handler: async (request, reply) => {
      const { body, params } = request;
      if ((body.homepage ?? '') !== '') throw automaticSubmission();
      const at = clock.now();
      const participant = participantFrom(body, at);
      const { id, status, position } = await store.enrol(
        params.id,
        { email: participant.email, place: body.place },
        (desk) => decide({ type: 'enrol', enrolmentId: newId(), participant, place: body.place, at }, desk),
        { idempotency: idempotency(request) },
      );
      if (status !== 'confirmed' && status !== 'waiting') throw new TypeError(`A new enrolment cannot be ${status}.`);
      void reply.code(201);
      return { id, status, position };
    },
  });
}
