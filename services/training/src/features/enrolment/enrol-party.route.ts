import { idempotency, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { automaticSubmission } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { enrolFields, participantFrom } from './enrolment.schemas.ts';
import { hasName } from './person.schemas.ts';

/** Somebody enrols several people of one group at once. */
export function enrolParty({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/sessions/:id/party-enrolments',
    config: { access: { kind: 'public' }, idempotent: true },
    schema: {
      operationId: 'enrolParty',
      tags: ['Enrolment'],
      summary: 'Enrol several people of one group',
      description:
        'All of them get a place, or nobody does: a group does not wait. Each has an address of their own, consents of ' +
        'their own, and gets an e-mail with a link of their own.',
      params: z.object({ id: idSchema }),
      body: z.object({
        people: z
          .array(enrolFields.omit({ homepage: true }).refine(...hasName))
          .min(2)
          .max(20),
        homepage: z.string().max(500).optional().describe('Leave it empty: hidden from people, it catches programs.'),
      }),
      response: {
        201: z.object({
          partyId: z.uuid(),
          enrolments: z.array(z.object({ id: z.uuid(), status: z.literal('confirmed') })),
        }),
      },
    },
    handler: async (request, reply) => {
      const { body, params } = request;
      if ((body.homepage ?? '') !== '') throw automaticSubmission();
      const at = clock.now();
      const members = body.people.map((person) => ({ participant: participantFrom(person, at), place: person.place }));
      const saved = await store.enrolParty(params.id, members, at, { idempotency: idempotency(request) });
      void reply.code(201);
      return {
        partyId: saved.partyId,
        enrolments: saved.enrolments.map(({ id }) => ({ id, status: 'confirmed' as const })),
      };
    },
  });
}
