import { newId } from '@ateneu/kernel';
import { idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './enrolment.decide.ts';
import { automaticSubmission } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { enrolledSchema, enrolSchema, participantFrom } from './enrolment.schemas.ts';

/** Anybody enrols in all sessions of a course at once. */
export function enrolInCourse({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/courses/:id/enrolments',
    config: { access: { kind: 'public' }, idempotent: true },
    schema: {
      operationId: 'enrolInCourse',
      tags: ['Enrolment'],
      summary: 'Enrol in every session of a course that is still to come',
      description:
        'A place or a turn in each, or nothing where one of them refuses. Those the person is in already stay as they are. ' +
        'Each session keeps an enrolment of its own, with a link of its own.',
      params: z.object({ id: idSchema }),
      body: enrolSchema,
      response: {
        201: z.object({
          enrolments: z.array(enrolledSchema.extend({ sessionId: z.uuid() })).describe('Those that are new.'),
        }),
      },
    },
    handler: async (request, reply) => {
      const { body, params } = request;
      if ((body.homepage ?? '') !== '') throw automaticSubmission();
      const at = clock.now();
      const participant = participantFrom(body, at);
      const { place } = body;
      const saved = await store.enrolInCourse(
        params.id,
        { email: participant.email, place },
        (desk) => {
          const asked = new Set((desk.questions ?? []).map(({ id }) => id));
          const answers = Object.fromEntries(Object.entries(participant.answers ?? {}).filter(([id]) => asked.has(id)));
          const person = { ...participant, answers };
          return decide({ type: 'enrol', enrolmentId: newId(), participant: person, place, at }, desk);
        },
        { at, idempotency: idempotency(request) },
      );
      void reply.code(201);
      return {
        enrolments: saved.map(({ id, status, position, sessionId }) => {
          if (status !== 'confirmed' && status !== 'waiting')
            throw new TypeError(`A new enrolment cannot be ${status}.`);
          return { id, status, position, sessionId };
        }),
      };
    },
  });
}
