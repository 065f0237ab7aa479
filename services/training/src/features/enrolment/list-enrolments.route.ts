import { recordAudit } from '@ateneu/persistence';
import { idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './enrolment.routes.ts';
import { staffEnrolmentSchema } from './enrolment.schemas.ts';
import { enrolmentStatuses } from './enrolment.ts';
import { readEnrolments } from './read-enrolments.query.ts';

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
}
