import { type App, pageOf } from '@ateneu/service-kit';
import { z } from 'zod';

import { negotiateMediaType } from '../../media-types.ts';
import type { InitiativeRoutes } from '../initiative/index.ts';
import { answerSearch, type SearchFormat, searchFormats } from './search.answer.ts';
import { hitSchema, searchQuery } from './search.schemas.ts';

const text = { schema: z.string() };

/** The public search of the directory: in the format that `Accept` asks for, and each file format at its own address. */
export function listInitiatives(app: App, context: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/initiatives',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listInitiatives',
      tags: ['Directory'],
      summary: 'Search the published initiatives',
      description:
        'Filters add up; several values of one filter are alternatives. Text that matches nothing is compared with the ' +
        'names by likeness. `Accept` chooses between JSON, GeoJSON, CSV and Atom.',
      querystring: searchQuery,
      response: {
        200: {
          description: 'A page of initiatives; `Link` leads to the next one.',
          content: {
            'application/json': { schema: pageOf(hitSchema) },
            'application/geo+json': text,
            'text/csv': text,
            'application/atom+xml': text,
          },
        },
      },
    },
    handler: async (request, reply) => {
      const format = negotiateMediaType(request.headers.accept, searchFormats);
      return answerSearch(context, request, reply, request.query, { format, vary: ['Accept'] });
    },
  });

  file(app, context, 'geojson', 'GeoJSON', 'application/geo+json');
  file(app, context, 'csv', 'CSV', 'text/csv');
  file(app, context, 'atom', 'Atom', 'application/atom+xml');
}

function file(
  app: App,
  context: InitiativeRoutes,
  ending: string,
  name: string,
  format: Exclude<SearchFormat, 'application/json'>,
): void {
  app.route({
    method: 'GET',
    url: `/v1/initiatives.${ending}`,
    config: { access: { kind: 'public' } },
    schema: {
      operationId: `listInitiativesAs${name}`,
      tags: ['Directory'],
      summary: `Search the published initiatives, as ${name}`,
      description: `The same search as \`/v1/initiatives\`, whatever \`Accept\` says.`,
      querystring: searchQuery,
      response: {
        200: {
          description: 'The initiatives, as many as `limit` allows; `Link` leads to the rest.',
          content: { [format]: text },
        },
      },
    },
    handler: async (request, reply) => answerSearch(context, request, reply, request.query, { format, vary: [] }),
  });
}
