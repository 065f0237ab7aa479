import { type Broker, dropDeadLetter, getDeadLetter, listDeadLetters, replayDeadLetter } from '@ateneu/messaging';
import { type Database, recordAudit } from '@ateneu/persistence';
import { z } from 'zod';

import type { App } from './app-type.ts';
import { pageQuery } from './pagination.ts';

/** What the routes for a service's own dead letters work with. */
export interface DeadLetterDesk {
  service: string;
  broker: Broker;
  database: Database;
}

const letterSchema = z.object({
  sequence: z.int().describe('Its place in the stream of dead letters.'),
  reason: z.string().describe('`unreadable`, `schema`, `unexpected` (a kind it does not subscribe to) or `failed`.'),
  detail: z.string(),
  subject: z.string().describe('Where the message was published first.'),
  deliveries: z.int(),
  buriedAt: z.iso.datetime(),
  body: z.string().describe('The message as it was.'),
  truncated: z.boolean().describe('Only its beginning was kept, so it cannot be handled again.'),
});
const params = z.object({ sequence: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const access = { kind: 'staff', roles: ['admin'] } as const;
const tags = ['Dead letters'];

/**
 * What an admin does with the messages that this service could not handle: look, have them handled again, or drop them.
 * They may hold personal data, so every look is recorded.
 */
export function deadLetterRoutes(app: App, { service, broker, database }: DeadLetterDesk): void {
  const audit = (action: string, sequence: number | '*', details?: Record<string, unknown>): Promise<void> =>
    recordAudit(database, {
      action,
      subjectType: 'dead-letter',
      subjectId: String(sequence),
      ...(details === undefined ? {} : { details }),
    });

  app.route({
    method: 'GET',
    url: '/v1/ops/dead-letters',
    config: { access },
    schema: {
      operationId: 'listDeadLetters',
      tags,
      summary: 'List the messages that could not be handled',
      description: 'Oldest first; `after` is the sequence of the last one shown.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 })
        .omit({ cursor: true })
        .extend({ after: params.shape.sequence.optional() }),
      response: { 200: z.object({ items: z.array(letterSchema) }) },
    },
    handler: async ({ query }) => {
      const letters = await listDeadLetters(broker, service, {
        limit: query.limit,
        ...(query.after === undefined ? {} : { after: query.after }),
      });
      await audit('list', '*');
      return { items: letters.map((letter) => ({ ...letter, buriedAt: letter.buriedAt.toISOString() })) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/ops/dead-letters/:sequence',
    config: { access },
    schema: {
      operationId: 'getDeadLetter',
      tags,
      summary: 'Read one of them',
      description: 'With the message as it was.',
      params,
      response: { 200: letterSchema },
    },
    handler: async (request) => {
      const letter = await getDeadLetter(broker, service, request.params.sequence);
      await audit('read', letter.sequence);
      return { ...letter, buriedAt: letter.buriedAt.toISOString() };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/ops/dead-letters/:sequence/replay',
    config: { access },
    schema: {
      operationId: 'replayDeadLetter',
      tags,
      summary: 'Have one handled again',
      description: 'By this service alone. It stays in the list until it is dropped.',
      params,
      response: { 202: z.object({ sequence: z.int() }) },
    },
    handler: async (request, reply) => {
      const { sequence } = request.params;
      await replayDeadLetter(broker, service, sequence);
      await audit('replay', sequence);
      return reply.code(202).send({ sequence });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/ops/dead-letters/:sequence/drop',
    config: { access },
    schema: {
      operationId: 'dropDeadLetter',
      tags,
      summary: 'Drop one for good',
      description: 'With the reason, which is kept.',
      params,
      body: z.object({ reason: z.string().trim().min(3).max(500) }),
      response: { 200: z.object({ sequence: z.int() }) },
    },
    handler: async (request) => {
      const { sequence } = request.params;
      await audit('drop', sequence, { reason: request.body.reason });
      await dropDeadLetter(broker, service, sequence);
      return { sequence };
    },
  });
}
