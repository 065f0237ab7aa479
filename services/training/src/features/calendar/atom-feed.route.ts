import { languageSchema, preferredLanguage, sendCached } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { catalogueFilters } from '../catalogue/index.ts';
import { sessionsFeed } from './atom.document.ts';
import { readCalendar } from './calendar.query.ts';
import type { CalendarContext } from './calendar.routes.ts';

/** Readers come by every hour or so. */
const maxAgeSeconds = 300;

/** The sessions to come, for whoever follows the ateneu with a feed reader. */
export function atomFeed({ app, database, clock, sessionUrl, serviceUrl }: CalendarContext): void {
  app.route({
    method: 'GET',
    url: '/v1/sessions.atom',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getFeed',
      tags: ['Catalogue'],
      summary: 'Follow the sessions to come in a feed reader',
      description: 'Atom 1.0, with the catalogue’s filters. An entry changes when something that people see does.',
      querystring: z.object({ ...catalogueFilters, lang: languageSchema.optional() }),
      response: {
        200: { description: 'An Atom feed, RFC 4287.', content: { 'application/atom+xml': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      const { q, lang, ...filter } = request.query;
      return sendCached(request, reply, {
        maxAgeSeconds,
        vary: ['Accept-Language'],
        body: async () => {
          const sessions = await readCalendar(database, { ...filter, from: clock.now(), text: q });
          (reply as FastifyReply).type('application/atom+xml; charset=utf-8');
          return sessionsFeed(
            sessions.filter(({ status }) => status !== 'cancelled'),
            { language: lang ?? preferredLanguage(request), self: `${serviceUrl}/v1/sessions.atom`, sessionUrl },
          );
        },
      });
    },
  });
}
