import { currentActor, currentContext, newId } from '@ateneu/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { runSql } from './sql.ts';

/** One read or write of personal data by staff or a partner. Who and in which operation come from the context. */
export interface AuditEntry {
  /** What was done, in the imperative: `read`, `list`, `create`, `accept`. */
  action: string;
  /** The kind of thing: `referral`, `enrolment`. */
  subjectType: string;
  subjectId: string;
  /** What else an auditor needs; never the personal data itself. */
  details?: Record<string, unknown>;
}

const insertAudit = `
  insert into audit_record (id, actor_kind, actor_id, actor_name, action, subject_type, subject_id, details, correlation_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

function valuesOf(entry: AuditEntry): unknown[] {
  const actor = currentActor();
  return [
    newId(),
    actor.kind,
    actor.id,
    'name' in actor ? actor.name : null,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.details === undefined ? null : JSON.stringify(entry.details),
    currentContext()?.correlationId ?? null,
  ];
}

/** Records an access inside a transaction, so that it is kept exactly when the change is. */
export async function insertAuditRecord(em: EntityManager, entry: AuditEntry): Promise<void> {
  await runSql(em, insertAudit, valuesOf(entry));
}

/** Records a read, outside any transaction. Await it before answering: an unrecorded read must not be served. */
export async function recordAudit(database: { pool: Pool }, entry: AuditEntry): Promise<void> {
  await database.pool.query({ name: 'audit-record', text: insertAudit, values: valuesOf(entry) });
}
