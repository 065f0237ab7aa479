import { type Database, recordAudit } from '@ateneu/persistence';
import { emailKey, emailSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './route-context.ts';

const records = z.array(z.record(z.string(), z.unknown()));

const statements = {
  messages: `select jsonb_strip_nulls(jsonb_build_object('id', id, 'kind', kind, 'recipient', recipient,
      'recipientName', recipient_name, 'language', language, 'subject', subject, 'text', text, 'status', status,
      'createdAt', created_at, 'sentAt', sent_at, 'bouncedAt', bounced_at, 'bounceReason', bounce_reason,
      'complainedAt', complained_at)) as item
    from delivery where lower(recipient) = $1 order by id`,
  optOuts: `select jsonb_build_object('topic', topic, 'via', via, 'createdAt', created_at) as item
    from opt_out where address = $1 order by created_at`,
  suppressions: `select jsonb_build_object('reason', reason, 'detail', detail, 'createdAt', created_at) as item
    from suppression where address = $1`,
  digests: `select jsonb_build_object('day', day, 'items', items) as item
    from staff_digest where lower(recipient) = $1 order by day`,
} as const;

/** Coordinators gather what is kept of a person who asks for it. */
export function exportPersonRoute({ app, database }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/exports',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'exportPerson',
      tags: ['Privacy'],
      summary: 'Gather everything that is kept of a person',
      description:
        'By their address, which is not in the address of the request: every message with its text, what they want no ' +
        'more of, why nothing is sent to them, and who looked at any of it.',
      body: z.object({ email: emailSchema }),
      response: {
        200: z.object({
          messages: records,
          optOuts: records,
          suppressions: records,
          digests: records.describe('Days on which the person was written to as one of the staff.'),
          accesses: records,
        }),
      },
    },
    handler: async (request) => {
      const found = await readPerson(database, emailKey(request.body.email));
      const details = { messages: found.messages.length };
      await recordAudit(database, { action: 'export', subjectType: 'person', subjectId: '*', details });
      return found;
    },
  });
}

async function readPerson({ pool }: Database, address: string) {
  const read = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await pool.query<{ item: Record<string, unknown> }>(text, values)).rows.map(({ item }) => item);
  const [messages, optOuts, suppressions, digests] = await Promise.all([
    read(statements.messages, [address]),
    read(statements.optOuts, [address]),
    read(statements.suppressions, [address]),
    read(statements.digests, [address]),
  ]);
  const accesses = await read(
    `select jsonb_build_object('at', at, 'actorKind', actor_kind, 'actorName', actor_name, 'action', action,
       'subjectType', subject_type) as item
     from audit_record where subject_id = any ($1::text[]) order by at limit 5000`,
    [messages.map(({ id }) => String(id))],
  );
  return { messages, optOuts, suppressions, digests, accesses };
}
