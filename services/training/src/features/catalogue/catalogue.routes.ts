import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { type App, idSchema, pageOf, pageQuery, preferredLanguage, sendCached, withLink } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { sessionNotFound } from '../session/index.ts';
import { readCatalogue, readCatalogueSession } from './catalogue.query.ts';
import { catalogueFilters, sessionSchema } from './catalogue.schemas.ts';
import { sessionJsonLd, sessionJsonLdSchema } from './session.json-ld.ts';

/** How long anybody may show a place as free without asking again. */
const maxAgeSeconds = 10;

const query = pageQuery({ defaultSize: 20, maxSize: 100 }).extend({
  from: instantSchema.optional().describe('Those that end after this instant; now when absent.'),
  to: instantSchema.optional().describe('Those that start before this instant.'),
  ...catalogueFilters,
});

/** What the feature's routes work with. */
export interface CatalogueContext {
  app: App;
  database: Database;
  clock: Clock;
  /** The page of a session, for whoever wants to know more. */
  sessionUrl: (sessionId: string) => string;
}

const jsonLd = 'application/ld+json';

/** Whether the caller asks for linked data by name; nobody else gets it. */
function wantsJsonLd(request: FastifyRequest): boolean {
  const types = (request.headers.accept ?? '').slice(0, 1_000).toLowerCase().split(',');
  const wanted = types.map((type) => type.split(';', 1)[0]?.trim());
  const plain = wanted.indexOf('application/json');
  const linked = wanted.indexOf(jsonLd);
  return linked !== -1 && (plain === -1 || linked < plain);
}

/** What the public sees of the sessions. */
export function catalogueRoutes({ app, database, clock, sessionUrl }: CatalogueContext): void {
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
      const { from = at, q, ...filter } = request.query;
      return sendCached(request, reply, {
        maxAgeSeconds,
        body: async () => withLink(request, reply, await readCatalogue(database, { ...filter, from, text: q, at })),
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
      description:
        'A cancelled one too, with the reason. The `ETag` changes with the places left. Asked for as ' +
        '`application/ld+json` it is a schema.org `Event`.',
      params: z.object({ id: idSchema }),
      response: {
        200: {
          description: 'The session.',
          content: { 'application/json': { schema: sessionSchema }, [jsonLd]: { schema: sessionJsonLdSchema } },
        },
      },
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds,
        vary: ['Accept', 'Accept-Language'],
        body: async () => {
          const found = await readCatalogueSession(database, request.params.id, clock.now());
          if (found === undefined) throw sessionNotFound();
          if (!wantsJsonLd(request)) return found;
          (reply as FastifyReply).type(jsonLd);
          return sessionJsonLd(found, preferredLanguage(request), sessionUrl(found.id));
        },
      }),
  });
}
