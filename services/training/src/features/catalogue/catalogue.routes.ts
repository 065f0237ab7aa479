import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import {
  type App,
  idSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  pageOf,
  pageQuery,
  safeText,
  sendCached,
  withLink,
} from '@ateneu/service-kit';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { availabilities } from '../enrolment/index.ts';
import { sessionModes, sessionNotFound, sessionStatuses } from '../session/index.ts';
import { readCatalogue, readCatalogueSession } from './catalogue.query.ts';

/** How long anybody may show a place as free without asking again. */
const maxAgeSeconds = 10;

const sessionSchema = z.object({
  id: z.uuid(),
  status: z.enum(sessionStatuses).exclude(['draft']),
  title: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 2_000, multiline: true }),
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
  mode: z.enum(sessionModes),
  venue: z.string().nullable(),
  enrolmentOpensAt: isoDateTimeSchema.nullable(),
  enrolmentClosesAt: isoDateTimeSchema.nullable(),
  waitingListEnabled: z.boolean(),
  capacity: z.int().describe('Places in all.'),
  placesLeft: z.int().describe('Places that nobody has yet.'),
  waiting: z.int().describe('People in the waiting list.'),
  availability: z.enum(availabilities).describe('What a person who enrolled now would find.'),
  cancellationReason: localizedTextSchema({ max: 500 }).nullable(),
});

const query = pageQuery({ defaultSize: 20, maxSize: 100 }).extend({
  from: instantSchema.optional().describe('Those that end after this instant; now when absent.'),
  to: instantSchema.optional().describe('Those that start before this instant.'),
  q: safeText({ max: 200 }).optional().describe('Words to look for; accents and case do not matter.'),
});

/** What the public sees of the sessions. */
export function catalogueRoutes({ app, database, clock }: { app: App; database: Database; clock: Clock }): void {
  app.route({
    method: 'GET',
    url: '/v1/sessions',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listSessions',
      tags: ['Catalogue'],
      summary: 'List the published sessions',
      description: 'By their date, those to come when no other period is asked for. Cancelled ones are left out.',
      querystring: query,
      response: { 200: pageOf(sessionSchema) },
    },
    handler: async (request, reply) => {
      const at = clock.now();
      const { from = at, to, q, limit, cursor } = request.query;
      return sendCached(request, reply, {
        maxAgeSeconds,
        body: async () =>
          withLink(request, reply, await readCatalogue(database, { from, to, text: q, limit, cursor, at })),
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/sessions/:id',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getSession',
      tags: ['Catalogue'],
      summary: 'Read a published session',
      description: 'A cancelled one too, with the reason. The `ETag` changes with the places left.',
      params: z.object({ id: idSchema }),
      response: { 200: sessionSchema },
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds,
        body: async () => {
          const found = await readCatalogueSession(database, request.params.id, clock.now());
          if (found === undefined) throw sessionNotFound();
          return found;
        },
      }),
  });
}
