import { evolveAll } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { type App, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { detailsSchema } from './details.schemas.ts';
import { initiativeDecider } from './initiative.decide.ts';
import { initiativeNotFound } from './initiative.errors.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { initiativeStatuses } from './initiative.ts';
import { readEvents, readRevisions } from './read-revisions.query.ts';
import { readStaffInitiative } from './read-initiatives.query.ts';

/** A change of one field, as JSON; null where it said nothing. */
export const changeSchema = z.object({
  field: z.string().describe('The field, as the API names it.'),
  from: z.unknown().describe('What it said; null where nothing.'),
  to: z.unknown().describe('What it says; null where nothing.'),
});

const revisionSchema = z.object({
  version: z.int(),
  status: z.enum(initiativeStatuses).describe('The state after it.'),
  actions: z.array(z.string()).describe('What was done.'),
  changes: z.array(changeSchema),
  at: z.iso.datetime(),
  author: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  correctionId: z.uuid().nullable().describe('The correction that was applied, where one was.'),
});

/** Staff read the history of an initiative: who changed what, when; and what it said at any version. */
export function readRevisionRoutes(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/initiatives/:id/revisions',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listInitiativeRevisions',
      tags: ['Moderation'],
      summary: 'Read the history of an initiative',
      description: 'Every change is a revision with its author, time and difference; the newest first.',
      params: z.object({ id: idSchema }),
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }),
      response: { 200: pageOf(revisionSchema) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      if ((await readStaffInitiative(database, id)) === undefined) throw initiativeNotFound();
      await recordAudit(database, { action: 'read-history', subjectType: 'initiative', subjectId: id });
      return withLink(request, reply, await readRevisions(database, { id, ...request.query }));
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/initiatives/:id/revisions/:version',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getInitiativeRevision',
      tags: ['Moderation'],
      summary: 'Read what an initiative said at a version',
      description: 'Replayed from its history.',
      params: z.object({ id: idSchema, version: z.coerce.number().int().min(1).max(2_147_483_647) }),
      response: {
        200: z.object({
          version: z.int(),
          status: z.enum(initiativeStatuses),
          slug: z.string().nullable(),
          details: detailsSchema,
        }),
      },
    },
    handler: async (request) => {
      const { id, version } = request.params;
      const { items } = await readRevisions(database, { id, limit: 1 });
      const state = evolveAll(
        initiativeDecider,
        initiativeDecider.initialState,
        await readEvents(database, id, version),
      );
      if (state.status === 'none' || version > (items[0]?.version ?? 0)) throw initiativeNotFound();
      await recordAudit(database, { action: 'read-history', subjectType: 'initiative', subjectId: id });
      const slug = 'slug' in state ? state.slug : null;
      return {
        version,
        status: state.status,
        slug,
        details: state.details,
      };
    },
  });
}
