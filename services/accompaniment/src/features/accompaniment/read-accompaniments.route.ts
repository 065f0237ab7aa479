import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, safeText, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { accompanimentNotFound } from './accompaniment.errors.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { accompanimentSchema, itinerarySchema, lineSchema } from './accompaniment.schemas.ts';
import { accompanimentStatuses } from './accompaniment-transitions.ts';
import { readAccompaniment, readAccompanimentLines, readItineraries } from './read-accompaniments.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;

const query = pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
  status: z.enum(accompanimentStatuses).optional(),
  technicianId: safeText({ min: 1, max: 100 }).optional(),
  projectId: idSchema.optional(),
});

/** Staff read accompaniments, and the itineraries that they follow. */
export function readAccompaniments({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/accompaniments',
    config: { access },
    schema: {
      operationId: 'listAccompaniments',
      tags: ['Accompaniments'],
      summary: 'List accompaniments',
      description: 'Newest first; by state, technician or project.',
      querystring: query,
      response: { 200: pageOf(lineSchema) },
    },
    handler: async (request, reply) => {
      const found = await readAccompanimentLines(database, request.query);
      await recordAudit(database, { action: 'list', subjectType: 'accompaniment', subjectId: '*' });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/accompaniments/:id',
    config: { access },
    schema: {
      operationId: 'getAccompaniment',
      tags: ['Accompaniments'],
      summary: 'Read an accompaniment',
      description:
        'With its project, itinerary and sessions. The `ETag` is its version, for `If-Match` on what follows.',
      params: z.object({ id: idSchema }),
      response: { 200: accompanimentSchema },
    },
    handler: async (request, reply) => {
      const found = await readAccompaniment(database, request.params.id);
      if (found === undefined) throw accompanimentNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'accompaniment', subjectId: found.id });
      void reply.header('etag', etag(found.version));
      return found;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/itineraries',
    config: { access },
    schema: {
      operationId: 'listItineraries',
      tags: ['Accompaniments'],
      summary: 'List the itineraries',
      description: 'The current version for each modality.',
      response: { 200: z.object({ items: z.array(itinerarySchema) }) },
    },
    handler: async () => ({ items: await readItineraries(database) }),
  });
}
