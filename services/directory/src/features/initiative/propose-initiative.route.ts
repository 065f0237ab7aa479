import { type App, emailSchema, idempotency, languageSchema, personNameSchema } from '@ateneu/service-kit';
import { newId } from '@ateneu/kernel';
import { z } from 'zod';

import { decide } from './initiative.decide.ts';
import { detailsFrom, detailsSchema } from './initiative.schemas.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { initialInitiative } from './initiative.ts';

const body = z.object({
  ...detailsSchema.shape,
  proposer: z
    .object({ name: personNameSchema, email: emailSchema, language: languageSchema.default('ca') })
    .describe('Who proposes it: told by e-mail what becomes of the proposal, never published.'),
});

/** Anybody proposes an initiative, without an account. */
export function proposeInitiative(app: App, { store, clock }: InitiativeRoutes): void {
  app.route({
    method: 'POST',
    url: '/v1/initiative-proposals',
    config: { access: { kind: 'public' }, idempotent: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      operationId: 'proposeInitiative',
      tags: ['Proposals'],
      summary: 'Propose an initiative for the directory',
      description: 'Staff review every proposal. The proposer is told by e-mail of each step.',
      body,
      response: { 201: z.object({ id: z.uuid(), status: z.literal('proposed') }) },
    },
    handler: async (request, reply) => {
      const { proposer, ...details } = request.body;
      const events = decide(
        {
          type: 'propose',
          id: newId(),
          details: detailsFrom(details),
          origin: { kind: 'public' },
          proposer,
          at: clock.now(),
        },
        initialInitiative,
      );
      const { id } = await store.create(events, { idempotency: idempotency(request) });
      return reply.code(201).send({ id, status: 'proposed' as const });
    },
  });
}
