import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { IntakeEntity } from './intake.entity.ts';
import { intakeNotFound } from './intake.errors.ts';
import type { RouteContext } from './intake.routes.ts';
import { intakeSchema, lineSchema } from './intake.schemas.ts';
import { intakeStatuses } from './intake-transitions.ts';
import { intakeModalities } from './intake.ts';
import { readIntakeHistory, readIntakeLines } from './read-intakes.query.ts';

const query = pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
  status: z
    .enum(['open', ...intakeStatuses])
    .optional()
    .describe('`open`: whatever is still to be dealt with.'),
  modality: z.enum(intakeModalities).optional(),
});

/** Staff see which requests wait and for how long, and read one whole. */
export function triageIntakes({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/intake-requests',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listIntakes',
      tags: ['Intake'],
      summary: 'List intake requests',
      description: 'The confirmed ones, oldest first, with their age; `status=open` is the triage queue.',
      querystring: query,
      response: { 200: pageOf(lineSchema) },
    },
    handler: async (request, reply) => {
      const found = await readIntakeLines(database, request.query, clock.now());
      await recordAudit(database, {
        action: 'list',
        subjectType: 'intake',
        subjectId: '*',
        details: { ids: found.items.map((item) => item.id) },
      });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/intake-requests/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getIntake',
      tags: ['Intake'],
      summary: 'Read an intake request',
      description: 'With its history. The `ETag` is its version, for `If-Match` on what follows.',
      params: z.object({ id: idSchema }),
      response: { 200: intakeSchema },
    },
    handler: async (request, reply) => {
      const row = await database.fork().findOne(IntakeEntity, { id: request.params.id });
      // Until it is confirmed, anybody may have written anything in that name.
      if (row === null || row.confirmedAt === null || row.confirmedAt === undefined) throw intakeNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'intake', subjectId: row.id });
      void reply.header('etag', etag(row.version));
      const { id, version, status, modality, project, person, textVersion } = row;
      return {
        id,
        version,
        status,
        modality,
        project,
        person,
        textVersion,
        lead: row.lead ?? null,
        confirmedAt: row.confirmedAt.toISOString(),
        meeting: row.meeting ?? null,
        projectId: row.projectId ?? null,
        referralId: row.referralId ?? null,
        reasonCode: row.reason ?? null,
        note: row.note ?? null,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        history: await readIntakeHistory(database, id),
      };
    },
  });
}
