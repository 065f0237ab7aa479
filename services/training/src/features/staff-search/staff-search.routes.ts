import { type Database, recordAudit } from '@ateneu/persistence';
import { type App, isoDateTimeSchema, localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { search } from './search.query.ts';

const hitSchema = z.object({
  type: z.enum(['course', 'session', 'enrolment', 'certificate']),
  id: z.uuid(),
  label: localizedTextSchema({ max: 300 }).describe('A title; a person’s name as it is, under `ca`.'),
  within: z
    .uuid()
    .nullable()
    .describe('The session of an enrolment, the course of a session, either of a certificate.'),
  about: localizedTextSchema({ max: 300 }).nullable().describe('What that is called.'),
  status: z.string(),
  at: isoDateTimeSchema.nullable().describe('When it begins; of a certificate, when it was issued.'),
});

/** Staff find a course, a session, or somebody who enrolled, by a few words. */
export function staffSearchRoutes({ app, database }: { app: App; database: Database }): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/search',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'searchStaff',
      tags: ['Sessions'],
      summary: 'Search courses, sessions, enrolments and certificates',
      description:
        'By words, all of which must be there, whatever their case and accents. Courses and sessions first, then people, ' +
        'the latest first. Personal data: every search is recorded, by what it found.',
      querystring: z.object({
        q: safeText({ min: 2, max: 100 }),
        limit: z.coerce.number().int().min(1).max(100).default(30),
      }),
      response: { 200: z.object({ items: z.array(hitSchema) }) },
    },
    handler: async (request) => {
      const items = await search(database, request.query.q, request.query.limit);
      const details = { ids: items.map(({ id }) => id) };
      await recordAudit(database, { action: 'search', subjectType: '*', subjectId: '*', details });
      return { items };
    },
  });
}
