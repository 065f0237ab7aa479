import { type AuditEntry, type Database, type Idempotency, recordChanged, transact } from '@ateneu/persistence';
import type { Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { lockSession } from '../session/index.ts';
import type { EnrolmentDesk } from './desk.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { enrolmentNotFound } from './enrolment.errors.ts';
import { createQueues } from './enrolment.queues.ts';
import { deskOf, firstWaiting, type ManageUrl, openLedger } from './enrolment.saving.ts';
import type { Enrolment, EnrolmentEvent } from './enrolment.ts';

/** Where an enrolment stands after a change. */
export interface EnrolmentVersion {
  id: string;
  version: number;
  status: Exclude<Enrolment['status'], 'none'>;
  /** The place in the waiting list that the change gave, from 1; null for one that does not wait. */
  position: number | null;
}

/** Decides over a desk. */
type Decide = (desk: EnrolmentDesk) => readonly EnrolmentEvent[];

/** Loads, decides, saves and publishes enrolments, each in one transaction that holds the session's lock. */
export interface EnrolmentStore {
  /**
   * Lets a person enrol in a session. The desk's own enrolment is the person's active one there.
   *
   * @throws DomainError `training.session.not-found`
   */
  enrol(
    sessionId: string,
    email: string,
    fn: Decide,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<EnrolmentVersion>;
  /**
   * Changes one enrolment, and whoever follows from it. No event, no new version.
   *
   * @throws DomainError `training.enrolment.not-found`, or `kit.record.changed` where `expectedVersion` is not current
   */
  update(
    enrolmentId: string,
    fn: Decide,
    options?: { expectedVersion?: number | undefined; audit?: AuditEntry | undefined },
  ): Promise<EnrolmentVersion>;
}

export function createEnrolmentStore(database: Database, manageUrl: ManageUrl): EnrolmentStore {
  const enqueue = createQueues();
  return {
    enrol: (sessionId, email, fn, options = {}) =>
      enqueue(sessionId, () => transact(database, (tx) => enrol(tx, manageUrl, sessionId, email, fn), options)),
    update: async (enrolmentId, fn, { expectedVersion, audit } = {}) => {
      const sessionId = await sessionOf(database, enrolmentId);
      return enqueue(sessionId, () =>
        transact(database, async (tx) => {
          if (audit !== undefined) await tx.audit(audit);
          return update(tx, manageUrl, { sessionId, enrolmentId }, fn, expectedVersion);
        }),
      );
    },
  };
}

/** The session of an enrolment, which never changes: it can be read before anything is locked. */
async function sessionOf({ pool }: Database, enrolmentId: string): Promise<string> {
  const { rows } = await pool.query<{ sessionId: string }>({
    name: 'session-of-enrolment',
    text: 'select session_id as "sessionId" from enrolment where id = $1',
    values: [enrolmentId],
  });
  if (rows[0] === undefined) throw enrolmentNotFound();
  return rows[0].sessionId;
}

async function enrol(
  tx: Transaction,
  manageUrl: ManageUrl,
  sessionId: string,
  email: string,
  fn: Decide,
): Promise<EnrolmentVersion> {
  const session = await lockSession(tx, sessionId);
  const own = await tx.em.findOne(EnrolmentEntity, {
    sessionId,
    emailNormalised: emailKey(email),
    status: { $ne: 'cancelled' },
  });
  const rows = { session, own: own ?? undefined };
  const events = fn(deskOf(rows));
  const [first] = events;
  const ledger = openLedger(tx, session, manageUrl);
  const row = ledger.record(rows, events);
  await ledger.close();
  if (first === undefined || row === undefined) throw new TypeError('Enrolling decides something or is refused.');
  const position = first.type === 'waitlisted' ? first.position : null;
  return { id: row.id, version: row.version, status: row.status, position };
}

async function update(
  tx: Transaction,
  manageUrl: ManageUrl,
  { sessionId, enrolmentId }: { sessionId: string; enrolmentId: string },
  fn: Decide,
  expectedVersion: number | undefined,
): Promise<EnrolmentVersion> {
  const session = await lockSession(tx, sessionId);
  const own = await tx.em.findOneOrFail(EnrolmentEntity, { id: enrolmentId });
  if (expectedVersion !== undefined && expectedVersion !== own.version) throw recordChanged({ current: own.version });
  const rows = { session, own, next: await firstWaiting(tx, session, enrolmentId) };
  const ledger = openLedger(tx, session, manageUrl);
  ledger.record(rows, fn(deskOf(rows)));
  await ledger.close();
  return { id: own.id, version: own.version, status: own.status, position: null };
}
