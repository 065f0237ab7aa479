import { hashSecret } from '@ateneu/kernel';
import { emailKey, prefersHtml, sendPage } from '@ateneu/service-kit';
import { z } from 'zod';

import { answerLink, findByLink } from '../enrolment/index.ts';
import { findCalendarOwner, issueCalendarLink } from './calendar-link.store.ts';
import { calendarLinkExpired, calendarLinkUnknown } from './calendar.errors.ts';
import { readOwnCalendar } from './calendar.query.ts';
import type { CalendarContext } from './calendar.routes.ts';
import { ownCalendar } from './calendar.document.ts';
import { ownCalendarPage } from './own-calendar.page.ts';
import { asCalendar, calendarResponse } from './public-calendars.route.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link.') });

/** What a person went to stays in their calendar for a year, and the link with it. */
const historyMs = 365 * 24 * 60 * 60 * 1_000;

/** A person's own sessions in their calendar, by a link of its own: it shows and changes nothing. */
export function ownCalendars({ app, database, clock, links, sessionUrl, serviceUrl }: CalendarContext): void {
  app.route({
    method: 'POST',
    url: '/v1/self-service/enrolments/:secret/calendar',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'createOwnCalendar',
      tags: ['Enrolment'],
      summary: 'Get a link to one’s sessions for a calendar',
      description:
        'All sessions of the person, not only this one. The link is a secret, shown once; asking again gives a new one ' +
        'and ends the one before. It ends a year after the last session.',
      params,
      body: z.strictObject({}).optional(),
      response: { 200: z.object({ url: z.url(), subscribeUrl: z.string().describe('The same, as `webcal:`.') }) },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { email, language } = await findByLink(request, { database, clock, links }, request.params.secret);
        const owner = { emailKey: emailKey(email), language };
        const secret = await issueCalendarLink(database, owner, clock.now());
        const url = `${serviceUrl}/v1/self-service/calendars/${secret}/sessions.ics`;
        const subscribeUrl = url.replace(/^https?:/, 'webcal:');
        void reply.header('cache-control', 'no-store');
        if (prefersHtml(request)) return sendPage(reply, ownCalendarPage(language, url)) as never;
        return { url, subscribeUrl };
      }),
  });

  app.route({
    method: 'GET',
    url: '/v1/self-service/calendars/:secret/sessions.ics',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnCalendar',
      tags: ['Enrolment'],
      summary: 'One person’s sessions as a calendar',
      description: 'Those the person waits for are tentative; those left or called off stay, as cancelled.',
      params,
      response: calendarResponse,
    },
    handler: async (request, reply) => {
      const owner = await findCalendarOwner(database, hashSecret(request.params.secret));
      if (owner === undefined) throw calendarLinkUnknown();
      const from = new Date(clock.now().getTime() - historyMs);
      const sessions = await readOwnCalendar(database, owner.emailKey, from);
      if (sessions.length === 0) throw calendarLinkExpired();
      asCalendar(reply, 'ateneu');
      void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
      return ownCalendar(sessions, { language: owner.language, sessionUrl });
    },
  });
}
