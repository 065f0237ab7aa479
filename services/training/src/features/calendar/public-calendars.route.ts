import { idSchema, languageSchema, preferredLanguage, sendCached } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { catalogueFilters } from '../catalogue/index.ts';
import { sessionNotFound } from '../session/index.ts';
import { readCalendar, readCalendarSession } from './calendar.query.ts';
import type { CalendarContext } from './calendar.routes.ts';
import { sessionsCalendar } from './calendar.document.ts';

/** Calendars are asked for every hour or so, and nobody needs them fresher. */
const maxAgeSeconds = 300;
/** A session stays in a subscriber's calendar for a while after it was held. */
const historyMs = 90 * 24 * 60 * 60 * 1_000;

export const calendarResponse = {
  200: { description: 'An iCalendar, RFC 5545.', content: { 'text/calendar': { schema: z.string() } } },
};

/** Marks an answer as a calendar, with the name that a browser saves it under. */
export function asCalendar(reply: object, fileName: string): void {
  (reply as FastifyReply)
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', `inline; filename="${fileName}.ics"`);
}

const language = languageSchema
  .optional()
  .describe('Language of the texts, for calendars that send no `Accept-Language`.');

/** The catalogue, and one session, for anybody's calendar. */
export function publicCalendars({ app, database, clock, sessionUrl }: CalendarContext): void {
  app.route({
    method: 'GET',
    url: '/v1/sessions.ics',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getCalendar',
      tags: ['Catalogue'],
      summary: 'Subscribe to the sessions in a calendar',
      description:
        'Those of the catalogue, with its filters, and those of the last 90 days when no other period is asked for. A ' +
        'session keeps its UID; SEQUENCE rises with each change people can see, and a cancelled one stays with its ' +
        'STATUS, so that calendars follow. Times are in UTC.',
      querystring: z.object({
        from: instantSchema.optional().describe('Those that end after this instant; 90 days ago when absent.'),
        to: instantSchema.optional().describe('Those that start before this instant.'),
        ...catalogueFilters,
        lang: language,
      }),
      response: calendarResponse,
    },
    handler: async (request, reply) => {
      const { from = new Date(clock.now().getTime() - historyMs), q, lang, ...filter } = request.query;
      return sendCached(request, reply, {
        maxAgeSeconds,
        vary: ['Accept-Language'],
        body: async () => {
          const sessions = await readCalendar(database, { ...filter, from, text: q });
          asCalendar(reply, 'ateneu');
          return sessionsCalendar(sessions, { language: lang ?? preferredLanguage(request), sessionUrl });
        },
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/sessions/:id/calendar.ics',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getSessionCalendar',
      tags: ['Catalogue'],
      summary: 'Put one session into a calendar',
      description: 'A cancelled one too, as cancelled. The UID is that of the catalogue’s calendar.',
      params: z.object({ id: idSchema }),
      querystring: z.object({ lang: language }),
      response: calendarResponse,
    },
    handler: async (request, reply) =>
      sendCached(request, reply, {
        maxAgeSeconds,
        vary: ['Accept-Language'],
        body: async () => {
          const session = await readCalendarSession(database, request.params.id);
          if (session === undefined) throw sessionNotFound();
          asCalendar(reply, session.id);
          return sessionsCalendar([session], {
            language: request.query.lang ?? preferredLanguage(request),
            sessionUrl,
          });
        },
      }),
  });
}
