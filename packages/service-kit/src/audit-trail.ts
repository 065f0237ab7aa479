import { type Database, isoTimestamp, recordAudit } from '@ateneu/persistence';
import { z } from 'zod';

import type { App } from './app-type.ts';
import { isoDateTimeSchema, safeText } from './schemas.ts';

const lineSchema = z.object({
  at: isoDateTimeSchema,
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
});

const select = `
  select ${isoTimestamp('at')} as at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", action,
    subject_type as "subjectType", subject_id as "subjectId", details from audit_record
  where ($1::text is null or subject_id = $1) and ($2::text is null or actor_id = $2)
    and ($3::text is null or action = $3) order by audit_record.at desc, id desc limit 500`;

/**
 * Coordinators see who read or changed what in a service: `GET /v1/staff/privacy/audit`. Each service keeps its own records
 * and shows them in the same form. Looking leaves a record too.
 */
export function auditTrailRoute(app: App, database: Pick<Database, 'pool'>): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/privacy/audit',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'readAudit',
      tags: ['Privacy'],
      summary: 'See who read or changed what',
      description: 'Newest first, of one subject or one actor, and refused attempts (`action=refuse`). At most 500.',
      querystring: z.object({
        subjectId: safeText({ min: 1, max: 100 }).optional(),
        actorId: safeText({ min: 1, max: 100 }).optional(),
        action: safeText({ min: 1, max: 50 }).optional(),
      }),
      response: { 200: z.object({ items: z.array(lineSchema) }) },
    },
    handler: async (request) => {
      const { subjectId, actorId, action } = request.query;
      const { rows } = await database.pool.query<z.output<typeof lineSchema>>({
        name: 'audit-trail',
        text: select,
        values: [subjectId ?? null, actorId ?? null, action ?? null],
      });
      await recordAudit(database, { action: 'read', subjectType: 'audit', subjectId: subjectId ?? '*' });
      return { items: rows };
    },
  });
}
