import { type App, sendCached } from '@ateneu/service-kit';
import { z } from 'zod';

import type { InitiativeRoutes } from '../initiative/index.ts';
import { countFacets } from './count-facets.query.ts';
import { readPublicState } from './public-state.query.ts';
import { facetsQuery, filtersFrom } from './search.schemas.ts';

const counts = z.array(z.object({ code: z.string(), count: z.int() }));

/** How many initiatives each value of each filter would give, for the search at hand. */
export function facetsRoute(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/initiatives/facets',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'countInitiativeFacets',
      tags: ['Directory'],
      summary: 'Count the published initiatives by each filter',
      description:
        'With the filters of the search. The counts of a filter’s values leave that filter out: they are what choosing ' +
        'the value in its place would give.',
      querystring: facetsQuery,
      response: {
        200: z.object({
          total: z.int(),
          sectors: counts,
          legalForms: counts,
          districts: counts,
          neighbourhoods: counts,
          cooperative: counts.describe('`yes` and `no`.'),
        }),
      },
    },
    handler: async (request, reply) => {
      const filters = filtersFrom(request.query);
      return sendCached(request, reply, {
        maxAgeSeconds: 30,
        etag: () => readPublicState(database),
        body: () => countFacets(database, filters),
      });
    },
  });
}
