import type { Clock } from '@ateneu/kernel';
import { type Database, recordAudit, transact } from '@ateneu/persistence';
import { type App, auditTrailRoute, emailKey, emailSchema, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { Rerouting } from '../referral/index.ts';
import { erasePerson, type RemoveContact } from './erase-person.store.ts';
import { exportPerson } from './person.query.ts';
import { retentionSubjectNotFound } from './privacy.errors.ts';
import type { RetentionPolicy } from './retention.ts';
import { planRetention } from './run-retention.job.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  database: Database;
  clock: Clock;
  rerouting: Rerouting;
  removeContact: RemoveContact;
  policy: RetentionPolicy;
}

const access = { kind: 'staff', roles: ['coordinator'] } as const;
const tags = ['Privacy'];
const records = z.array(z.record(z.string(), z.unknown()));
const kinds = ['intake', 'referral', 'project'] as const;

/** Coordinators answer what people ask about their data, and see what retention is about to do. */
export function privacyRoutes(context: RouteContext): void {
  exportAndErase(context);
  retention(context);
  auditTrailRoute(context.app, context.database);
}

function exportAndErase({ app, database, clock, rerouting, removeContact, policy }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/exports',
    config: { access },
    schema: {
      operationId: 'exportPerson',
      tags,
      summary: 'Gather everything that is kept of a person',
      description: 'By their address, which is not in the address of the request: with who looked at it, and when.',
      body: z.object({ email: emailSchema }),
      response: {
        200: z.object({
          intakes: records,
          referrals: records,
          contactOf: records,
          memberOf: records,
          sessions: records,
          jobInsertions: records,
          partnerContacts: records,
          workbooks: records,
          accesses: records,
        }),
      },
    },
    handler: async (request) => {
      const found = await exportPerson(database, emailKey(request.body.email));
      const details = { intakes: found.intakes.length, referrals: found.referrals.length };
      await recordAudit(database, { action: 'export', subjectType: 'person', subjectId: '*', details });
      return found;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/erasures',
    config: { access },
    schema: {
      operationId: 'erasePerson',
      tags,
      summary: 'Erase what is kept of a person',
      description:
        'Withdraws their consents, so that partners hear of it; then nothing names them, and the platform’s other ' +
        'services are told. What was counted stays counted, and what the funder may still audit is kept apart until ' +
        'then. With `dryRun` nothing changes.',
      body: z.object({ email: emailSchema, dryRun: z.boolean() }),
      response: {
        200: z.object({
          id: z.uuid().nullable().describe('Null for a dry run.'),
          intakes: z.int(),
          referrals: z.int(),
          contacts: z.int(),
          members: z.int(),
          partnerContacts: z.int().describe('A partner’s own address is the entity’s: staff change it.'),
          keptUntil: z.string().nullable().describe('Until when what the funder’s audit needs is kept.'),
        }),
      },
    },
    handler: async (request) => {
      const { email, dryRun } = request.body;
      return erasePerson({ database, rerouting, removeContact, policy }, email, { at: clock.now(), dryRun });
    },
  });
}

function retention({ app, database, clock, policy }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/privacy/retention',
    config: { access },
    schema: {
      operationId: 'planRetention',
      tags,
      summary: 'See what retention will do',
      description:
        'A dry run of the nightly job: what it would warn of and make anonymous now. Looking changes nothing.',
      response: {
        200: z.object({
          items: z.array(
            z.object({
              kind: z.enum(kinds),
              id: z.uuid(),
              since: z.iso.datetime().describe('Since when nothing has happened.'),
              warnedAt: z.iso.datetime().nullable(),
              step: z.enum(['warn', 'wait', 'anonymise']),
            }),
          ),
        }),
      },
    },
    handler: async () => {
      const lines = await planRetention(database, policy, clock.now());
      await recordAudit(database, { action: 'list', subjectType: 'retention', subjectId: '*' });
      return { items: lines.map(({ kind, id, since, warnedAt, step }) => ({ kind, id, since, warnedAt, step })) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/retention/keep',
    config: { access },
    schema: {
      operationId: 'keepData',
      tags,
      summary: 'Keep something that the person wants kept',
      description: 'Its retention begins anew from now.',
      body: z.object({ kind: z.enum(kinds), id: idSchema }),
      response: { 200: z.object({ id: z.uuid() }) },
    },
    handler: async (request) => {
      const { kind, id } = request.body;
      await transact(database, async (tx) => {
        const kept = await tx.query(`update ${kind} set retained_at = $2 where id = $1 returning id`, [
          id,
          clock.now(),
        ]);
        if (kept.length === 0) throw retentionSubjectNotFound();
        await tx.audit({ action: 'keep', subjectType: kind, subjectId: id });
      });
      return { id };
    },
  });
}
