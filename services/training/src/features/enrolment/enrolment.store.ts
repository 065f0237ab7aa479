import { currentContext } from '@ateneu/kernel';
import { type AuditEntry, type Database, type Idempotency, recordChanged, transact } from '@ateneu/persistence';
import type { Transaction } from '@ateneu/persistence';

import { lockSession } from '../session/index.ts';
import type { EnrolmentDesk } from './desk.ts';
import { type CourseEnrolment, enrolInCourse } from './course-enrolment.store.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { enrolmentNotFound } from './enrolment.errors.ts';
import { createBatches, type Outcome } from './enrolment.batches.ts';
import { enrolGroup, type EnrolRequest, enrolTogether, groupsOf } from './enrolment.rush.ts';
import { createQueues } from './enrolment.queues.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { enrolParty, type Move, moveEnrolment, type PartyMember } from './enrolment.moves.ts';
import { deskOf, firstWaiting, poolOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';
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
export type Decide = (desk: EnrolmentDesk) => readonly EnrolmentEvent[];

/** Loads, decides, saves and publishes enrolments, each in one transaction that holds the session's lock. */
export interface EnrolmentStore {
  /**
   * Lets a person enrol in a session. The desk's own enrolment is the person's active one there.
   *
   * @throws DomainError `training.session.not-found`
   */
  enrol(
    sessionId: string,
    person: Pick<EnrolRequest, 'email' | 'place' | 'audited'>,
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
  /** Gives every person of a party a place in one transaction, or nobody. @throws DomainError `training.session.not-found` */
  enrolParty(
    sessionId: string,
    members: readonly PartyMember[],
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<{ partyId: string; enrolments: EnrolmentVersion[] }>;
  /** Enrols a person in every session of a course that is to come, in one transaction. @throws as {@link enrolInCourse} */
  enrolInCourse(
    courseId: string,
    person: Pick<EnrolRequest, 'email' | 'place'>,
    fn: Decide,
    options: { at: Date; idempotency?: Idempotency | undefined },
  ): Promise<CourseEnrolment[]>;
  /** Moves somebody to another session; leaves an audit record. @throws DomainError as `update` */
  move(move: Omit<Move, 'fromSessionId'>): Promise<EnrolmentVersion>;
}

/** As many as are enrolled in one transaction: enough for a rush, and over in a tenth of a second. */
const maxBatch = 100;

export function createEnrolmentStore(database: Database, links: PersonLinks): EnrolmentStore {
  const enqueue = createQueues();
  const alone = (sessionId: string, request: EnrolRequest): Promise<EnrolmentVersion> =>
    transact(
      database,
      async (tx) => {
        const [outcome] = await enrolTogether(tx, links, sessionId, [request]);
        if (outcome === undefined || 'refused' in outcome) throw outcome?.refused;
        return outcome.done;
      },
      { idempotency: request.idempotency },
    );
  const enrol = createBatches<EnrolRequest, EnrolmentVersion>(enqueue, maxBatch, async (sessionId, requests) => {
    const outcomes: Outcome<EnrolmentVersion>[] = [];
    for (const group of groupsOf(requests)) {
      outcomes.push(...(await enrolGroup(database, links, sessionId, group, alone)));
    }
    return outcomes;
  });
  return {
    enrol: (sessionId, person, decideOver, { idempotency } = {}) =>
      enrol(sessionId, { ...person, decideOver, idempotency, context: currentContext() }),
    enrolParty: (sessionId, members, at, options = {}) =>
      enqueue(sessionId, () => transact(database, (tx) => enrolParty(tx, links, sessionId, members, at), options)),
    enrolInCourse: (courseId, person, decideOver, { at, idempotency }) =>
      transact(database, (tx) => enrolInCourse(tx, links, courseId, { ...person, decideOver, at }), { idempotency }),
    move: async (move) => {
      const { enrolmentId, toSessionId } = move;
      const fromSessionId = await sessionOf(database, enrolmentId);
      return transact(database, async (tx) => {
        const subject = { subjectType: 'enrolment', subjectId: enrolmentId };
        await tx.audit({ action: 'move', ...subject, details: { toSessionId } });
        return moveEnrolment(tx, links, { ...move, fromSessionId });
      });
    },
    update: async (enrolmentId, fn, { expectedVersion, audit } = {}) => {
      const sessionId = await sessionOf(database, enrolmentId);
      return enqueue(sessionId, () =>
        transact(database, async (tx) => {
          if (audit !== undefined) await tx.audit(audit);
          return update(tx, links, { sessionId, enrolmentId }, fn, expectedVersion);
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

async function update(
  tx: Transaction,
  links: PersonLinks,
  { sessionId, enrolmentId }: { sessionId: string; enrolmentId: string },
  fn: Decide,
  expectedVersion: number | undefined,
): Promise<EnrolmentVersion> {
  const session = await lockSession(tx, sessionId);
  const own = await tx.em.findOneOrFail(EnrolmentEntity, { id: enrolmentId });
  if (expectedVersion !== undefined && expectedVersion !== own.version) throw recordChanged({ current: own.version });
  const ledger = await openLedger(tx, session, links);
  const next = await firstWaiting(tx, session, poolOf(session, own.place), enrolmentId);
  const rows = { ...ledger.around, own, next };
  ledger.record(rows, fn(deskOf(rows)));
  await ledger.close();
  return { id: own.id, version: own.version, status: own.status, position: null };
}
