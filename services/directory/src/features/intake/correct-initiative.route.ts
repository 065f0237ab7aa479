import { newId } from '@ateneu/kernel';
import { idempotency, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { changesFrom, correctionEmpty, correctableSchema } from '../correction/index.ts';
import { initiativeNotFound, readPublicInitiative, readStaffInitiative } from '../initiative/index.ts';
import type { RouteContext } from './intake.routes.ts';
import { authorSchema, handedInSchema, honeypot, refuseAutomatic } from './intake.schemas.ts';

const body = z.object({
  changes: correctableSchema,
  comment: safeText({ max: 2_000, multiline: true })
    .optional()
    .describe('What staff should know: how you know it, or what you cannot put into the fields.'),
  author: authorSchema,
  ...honeypot,
});

/** Anybody proposes a correction to what is published, without an account. */
export function correctInitiative({ app, submissions, database, clock, perMinute }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/initiatives/:slug/corrections',
    config: { access: { kind: 'public' }, idempotent: true, rateLimit: { max: perMinute, timeWindow: '1 minute' } },
    schema: {
      operationId: 'correctInitiative',
      tags: ['Proposals'],
      summary: 'Propose a correction to an initiative',
      description:
        'Only the fields that are to change; null takes a text away. The author confirms it by e-mail and is told what ' +
        'becomes of it.',
      params: z.object({ slug: z.string().max(100) }),
      body,
      response: { 201: handedInSchema },
    },
    handler: async (request, reply) => {
      const { changes: input, comment, author, homepage } = request.body;
      refuseAutomatic({ homepage });
      const shown = await readPublicInitiative(database, request.params.slug);
      const found = shown && (await readStaffInitiative(database, shown.id));
      if (found === undefined) throw initiativeNotFound();
      const changes = changesFrom(found, input, { givenBy: author.name, at: clock.now() });
      if (changes.length === 0 && comment === undefined) throw correctionEmpty();
      const { id, expiresAt } = await submissions.create(
        {
          id: newId(),
          kind: 'correction',
          initiativeId: found.id,
          name: found.name,
          author,
          content: { baseVersion: found.version, changes, comment },
          at: clock.now(),
        },
        { idempotency: idempotency(request) },
      );
      return reply.code(201).send({ id, status: 'unconfirmed' as const, expiresAt });
    },
  });
}
