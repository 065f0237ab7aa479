import { DomainError, type OperationContext, runInContext } from '@ateneu/kernel';
import { type Database, type Idempotency, transact, type Transaction } from '@ateneu/persistence';
import { emailKey, isTemporary } from '@ateneu/service-kit';

import { lockSession } from '../session/index.ts';
import type { Outcome } from './enrolment.batches.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import type { AttendancePlace } from '../../vocabulary.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { deskOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';
import type { Decide, EnrolmentVersion } from './enrolment.store.ts';

/** One person's wish to enrol. */
export interface EnrolRequest {
  email: string;
  /** Where the person wants to take part, where one chooses. */
  place?: AttendancePlace | undefined;
  decideOver: Decide;
  idempotency?: Idempotency | undefined;
  /** Whether staff do it for the person, which leaves an audit record. */
  audited?: boolean | undefined;
  /** The operation that it came with, for the events it gives rise to. */
  context?: OperationContext | undefined;
}

/** Whoever sends a key has a transaction alone, because key and enrolment must commit or fall together. */
export function groupsOf(requests: readonly EnrolRequest[]): EnrolRequest[][] {
  const groups: EnrolRequest[][] = [];
  for (const request of requests) {
    const last = groups.at(-1);
    const joins = request.idempotency === undefined && last?.[0] !== undefined && last[0].idempotency === undefined;
    if (joins) last.push(request);
    else groups.push([request]);
  }
  return groups;
}

/**
 * Enrols people in one transaction. Where it fails through one of them, nobody knows which: then each has another try
 * alone, so that nobody pays for somebody else.
 */
export async function enrolGroup(
  database: Database,
  links: PersonLinks,
  sessionId: string,
  group: readonly EnrolRequest[],
  alone: (sessionId: string, request: EnrolRequest) => Promise<EnrolmentVersion>,
): Promise<Outcome<EnrolmentVersion>[]> {
  if (group.length > 1) {
    try {
      return await transact(database, (tx) => enrolTogether(tx, links, sessionId, group));
    } catch (error) {
      if (error instanceof DomainError || isTemporary(error)) return group.map(() => ({ refused: error }));
    }
  }
  const outcomes: Outcome<EnrolmentVersion>[] = [];
  for (const request of group) {
    outcomes.push(
      await alone(sessionId, request).then(
        (done) => ({ done }),
        (error: unknown) => ({ refused: error }),
      ),
    );
  }
  return outcomes;
}

/** Decides for one after the other under one lock, each over the desk that the one before left, and saves them at once. */
export async function enrolTogether(
  tx: Transaction,
  links: PersonLinks,
  sessionId: string,
  requests: readonly EnrolRequest[],
): Promise<Outcome<EnrolmentVersion>[]> {
  const session = await lockSession(tx, sessionId);
  const found = await tx.em.find(EnrolmentEntity, {
    sessionId,
    emailNormalised: { $in: requests.map(({ email }) => emailKey(email)) },
    status: { $ne: 'cancelled' },
  });
  const active = new Map(found.map((row) => [row.emailNormalised, row]));
  const ledger = await openLedger(tx, session, links);

  const enrol = ({ email, place, decideOver }: EnrolRequest): EnrolmentVersion => {
    const rows = { ...ledger.around, place, own: active.get(emailKey(email)) };
    const events = decideOver(deskOf(rows));
    const [first] = events;
    const row = ledger.record(rows, events);
    if (first === undefined || row === undefined) throw new TypeError('Enrolling decides something or is refused.');
    active.set(row.emailNormalised, row);
    const position = first.type === 'waitlisted' ? first.position : null;
    return { id: row.id, version: row.version, status: row.status, position };
  };
  const outcomes = requests.map((request): Outcome<EnrolmentVersion> => {
    try {
      const { context } = request;
      return { done: context === undefined ? enrol(request) : runInContext(context, () => enrol(request)) };
    } catch (error) {
      // A refusal is decided before anything is recorded, so it leaves nothing behind.
      if (error instanceof DomainError) return { refused: error };
      throw error;
    }
  });
  await ledger.close();
  for (const [index, { audited, context }] of requests.entries()) {
    const outcome = outcomes[index];
    if (audited !== true || outcome === undefined || 'refused' in outcome) continue;
    const entry = { action: 'enrol', subjectType: 'enrolment', subjectId: outcome.done.id, details: { sessionId } };
    await (context === undefined ? tx.audit(entry) : runInContext(context, () => tx.audit(entry)));
  }
  return outcomes;
}
