import { recordAudit } from '@ateneu/persistence';
import { type App, etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { initiativeNotFound } from './initiative.errors.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { staffInitiativeSchema } from './initiative.schemas.ts';
import { initiativeStatuses } from './initiative.ts';
import { readStaffInitiative, readStaffInitiatives } from './read-initiatives.query.ts';

/** Staff see what is there in any state, what has waited longest first. */
export function readModerationQueue(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/initiatives',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listStaffInitiatives',
      tags: ['Moderation'],
      summary: 'List initiatives in any state',
      description: 'Oldest first; `status=proposed` is the moderation queue.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
        status: z.enum(initiativeStatuses).optional(),
      }),
      response: { 200: pageOf(staffInitiativeSchema) },
    },
    handler: async (request, reply) => {
      const found = await readStaffInitiatives(database, request.query);
      await recordAudit(database, {
        action: 'list',
        subjectType: 'initiative',
        subjectId: '*',
        details: { status: request.query.status ?? 'any', ids: found.items.map((item) => item.id) },
      });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/initiatives/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getStaffInitiative',
      tags: ['Moderation'],
      summary: 'Read an initiative in any state',
      description: 'The `ETag` is its version, for `If-Match` on what follows.',
      params: z.object({ id: idSchema }),
      response: { 200: staffInitiativeSchema },
    },
    handler: async (request, reply) => {
      const found = await readStaffInitiative(database, request.params.id);
      if (found === undefined) throw initiativeNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'initiative', subjectId: found.id });
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
