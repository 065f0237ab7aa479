import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { enrolmentNotFound } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { staffEnrolmentSchema } from './enrolment.schemas.ts';
import { enrolmentStatuses } from './enrolment.ts';
import { readEnrolment, readEnrolments } from './read-enrolments.query.ts';

/** Staff see who is enrolled. */
export function listEnrolments({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/sessions/:id/enrolments',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listEnrolments',
      tags: ['Enrolments'],
      summary: 'List the enrolments of a session',
      description: 'In the order people arrived. Personal data: every read is recorded.',
      params: z.object({ id: idSchema }),
      querystring: pageQuery({ defaultSize: 100, maxSize: 500 }).extend({
        status: z.enum(enrolmentStatuses).optional(),
      }),
      response: { 200: pageOf(staffEnrolmentSchema) },
    },
    handler: async (request, reply) => {
      const { params, query } = request;
      const found = await readEnrolments(database, params.id, query);
      await recordAudit(database, {
        action: 'list',
        subjectType: 'enrolment',
        subjectId: '*',
        details: { sessionId: params.id, status: query.status ?? 'any', ids: found.items.map((item) => item.id) },
      });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/enrolments/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getEnrolment',
      tags: ['Enrolments'],
      summary: 'Read one enrolment',
      description: 'The `ETag` is its version, for `If-Match`. Personal data: every read is recorded.',
      params: z.object({ id: idSchema }),
      response: { 200: staffEnrolmentSchema.extend({ sessionId: z.uuid() }) },
    },
    handler: async (request, reply) => {
      const found = await readEnrolment(database, request.params.id);
      if (found === undefined) throw enrolmentNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'enrolment', subjectId: found.id });
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
