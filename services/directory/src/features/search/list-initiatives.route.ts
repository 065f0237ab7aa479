import { type App, pageOf, pageQuery, safeText, sendCached, withLink } from '@ateneu/service-kit';
import { findLegalForm, findNeighbourhood, findSector } from '@ateneu/reference-data';

import { initiativeCodeUnknown } from './initiative.errors.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { hitSchema } from './initiative.schemas.ts';
import { readPublicState, searchInitiatives } from './search-initiatives.query.ts';

const query = pageQuery({ defaultSize: 20, maxSize: 100 }).extend({
  q: safeText({ min: 1, max: 200 }).optional().describe('Words to look for; accents and case do not matter.'),
  sector: safeText({ min: 1, max: 60 }).optional(),
  legalForm: safeText({ min: 1, max: 60 }).optional(),
  neighbourhood: safeText({ min: 1, max: 10 }).optional(),
});

/** The public search of the directory. */
export function listInitiatives(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/initiatives',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listInitiatives',
      tags: ['Directory'],
      summary: 'Search the published initiatives',
      description: 'By relevance when words are given, else by name. A mistyped word is compared with the names.',
      querystring: query,
      response: { 200: pageOf(hitSchema) },
    },
    handler: async (request, reply) => {
      const { q, sector, legalForm, neighbourhood, limit, cursor } = request.query;
      refuseUnknown('sector', sector, findSector);
      refuseUnknown('legalForm', legalForm, findLegalForm);
      refuseUnknown('neighbourhood', neighbourhood, findNeighbourhood);
      const search = { text: q, sector, legalForm, neighbourhood, limit, cursor };
      return sendCached(request, reply, {
        maxAgeSeconds: 30,
        etag: () => readPublicState(database),
        body: async () => withLink(request, reply, await searchInitiatives(database, search)),
      });
    },
  });
}

function refuseUnknown(field: string, code: string | undefined, find: (code: string) => unknown): void {
  if (code !== undefined && find(code) === undefined) throw initiativeCodeUnknown({ field, value: code });
}
