import { newId } from '@ateneu/kernel';
import { idempotency } from '@ateneu/service-kit';
import { z } from 'zod';

import { detailsFrom, detailsSchema } from '../initiative/index.ts';
import { publicDuplicates, publicDuplicateSchema } from './find-duplicates.route.ts';
import type { RouteContext } from './intake.routes.ts';
import { authorSchema, handedInSchema, honeypot, refuseAutomatic } from './intake.schemas.ts';

const body = z.object({ ...detailsSchema.shape, proposer: authorSchema, ...honeypot });

/** Anybody proposes an initiative, without an account. */
export function proposeInitiative({ app, submissions, database, clock, perMinute }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/initiative-proposals',
    config: { access: { kind: 'public' }, idempotent: true, rateLimit: { max: perMinute, timeWindow: '1 minute' } },
    schema: {
      operationId: 'proposeInitiative',
      tags: ['Proposals'],
      summary: 'Propose an initiative for the directory',
      description:
        'The proposer gets an e-mail with a link to confirm it; staff see the proposal from then on, and what is not ' +
        'confirmed is erased. The answer tells which public initiatives may be the same.',
      body,
      response: { 201: handedInSchema.extend({ possibleDuplicates: z.array(publicDuplicateSchema) }) },
    },
    handler: async (request, reply) => {
      const { proposer, homepage, ...input } = request.body;
      refuseAutomatic({ homepage });
      const details = detailsFrom(input, { givenBy: proposer.name, at: clock.now() });
      const { id, expiresAt } = await submissions.create(
        {
          id: newId(),
          kind: 'proposal',
          name: details.name,
          author: proposer,
          content: { details },
          at: clock.now(),
        },
        { idempotency: idempotency(request) },
      );
      const possibleDuplicates = await publicDuplicates(database, details);
      return reply.code(201).send({ id, status: 'unconfirmed' as const, expiresAt, possibleDuplicates });
    },
  });
}
