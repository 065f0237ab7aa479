import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { readSession, readSessionPage } from './read-sessions.query.ts';
import { sessionNotFound } from './session.errors.ts';
import type { RouteContext } from './session.routes.ts';
import { staffSessionSchema } from './session.schemas.ts';
import { sessionStatuses } from './session.ts';

const query = pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
  status: z.enum(sessionStatuses).optional(),
  from: instantSchema.optional().describe('Those that end after this instant.'),
  to: instantSchema.optional().describe('Those that start before this instant.'),
  courseId: idSchema.optional().describe('Those of one course.'),
});

/** Staff see the sessions in every state, drafts too. */
export function readSessions({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/sessions',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listStaffSessions',
      tags: ['Sessions'],
      summary: 'List sessions in any state',
      description: 'By their date, the earliest first.',
      querystring: query,
      response: { 200: pageOf(staffSessionSchema) },
    },
    handler: async (request, reply) => withLink(request, reply, await readSessionPage(database, request.query)),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/sessions/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getStaffSession',
      tags: ['Sessions'],
      summary: 'Read a session in any state',
      description: 'The `ETag` is its version, for `If-Match` on what follows. Enrolments do not change it.',
      params: z.object({ id: idSchema }),
      response: { 200: staffSessionSchema },
    },
    handler: async (request, reply) => {
      const found = await readSession(database, request.params.id);
      if (found === undefined) throw sessionNotFound();
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
