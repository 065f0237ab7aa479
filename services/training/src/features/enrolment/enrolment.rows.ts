import type { Transaction } from '@ateneu/persistence';

import type { AttendancePlace } from '../../vocabulary.ts';
import { type CourseFacts, effectiveProgramme, sessionNotFound, type SessionRow } from '../session/index.ts';
import { freePlaces, type Seats, type SessionFacts } from './availability.ts';
import type { EnrolmentDesk } from './desk.ts';
import { EnrolmentEntity, type EnrolmentRow, toState } from './enrolment.entity.ts';
import { noEnrolment } from './enrolment.ts';

/** Which places of a session are counted together: all of them, or those of one kind. */
export type Pool = 'all' | AttendancePlace;

/** The rows behind a desk. */
export interface DeskRows {
  session: SessionRow;
  course?: CourseFacts | undefined;
  own?: EnrolmentRow | undefined;
  next?: EnrolmentRow | undefined;
  /** Where the person wants to take part, for one who has no enrolment yet. */
  place?: AttendancePlace | undefined;
}

/** The desk that rows stand for. @throws DomainError `training.session.not-found` for a draft: it is not public */
export function deskOf({ session, course, own, next, place }: DeskRows): EnrolmentDesk {
  const subject = own?.status === 'cancelled' ? undefined : (own ?? next);
  return {
    session: factsOf(session),
    seats: seatsOf(session, poolOf(session, subject === undefined ? place : subject.place)),
    questions: effectiveProgramme(session, course).questions,
    own: own === undefined ? noEnrolment : toState(own),
    next: next === undefined ? noEnrolment : toState(next),
  };
}

/** What enrolling depends on, of a session's row. */
function factsOf(row: SessionRow): SessionFacts {
  const { id, status, startsAt, endsAt, waitingListEnabled, forMinors } = row;
  if (status === 'draft') throw sessionNotFound();
  return {
    id,
    status,
    startsAt,
    endsAt,
    enrolmentOpensAt: row.enrolmentOpensAt ?? undefined,
    enrolmentClosesAt: row.enrolmentClosesAt ?? undefined,
    waitingListEnabled,
    offerHours: row.offerHours ?? undefined,
    forMinors,
    hybrid: row.mode === 'hybrid',
    placesApart: countsApart(row),
  };
}

function countsApart({ mode, onlineCapacity }: SessionRow): boolean {
  return mode === 'hybrid' && onlineCapacity !== null && onlineCapacity !== undefined;
}

/** The pool of whoever takes part there; in a session that once counted nobody apart, they are in the room. */
export function poolOf(session: SessionRow, place: AttendancePlace | null | undefined): Pool {
  return countsApart(session) ? (place ?? 'room') : 'all';
}

/** Every pool of a session. */
export function poolsOf(session: SessionRow): Pool[] {
  return countsApart(session) ? ['room', 'online'] : ['all'];
}

/** The counters of one pool: the row has those of all places, and of them those online. */
export function seatsOf(row: SessionRow, pool: Pool): Seats {
  const { capacity, confirmedCount, waitingCount, lastArrival, onlineConfirmedCount, onlineWaitingCount } = row;
  const onlineCapacity = row.onlineCapacity ?? 0;
  switch (pool) {
    case 'all':
      return { capacity, confirmed: confirmedCount, waiting: waitingCount, lastArrival };
    case 'online':
      return { capacity: onlineCapacity, confirmed: onlineConfirmedCount, waiting: onlineWaitingCount, lastArrival };
    case 'room':
      return {
        capacity: capacity - onlineCapacity,
        confirmed: confirmedCount - onlineConfirmedCount,
        waiting: waitingCount - onlineWaitingCount,
        lastArrival,
      };
  }
}

/** What a change of one pool's counters makes of the row's. */
export function countersAfter(
  row: SessionRow,
  before: Seats,
  after: Seats,
  place: AttendancePlace | null | undefined,
): Pick<SessionRow, 'confirmedCount' | 'waitingCount' | 'lastArrival' | 'onlineConfirmedCount' | 'onlineWaitingCount'> {
  const confirmed = after.confirmed - before.confirmed;
  const waiting = after.waiting - before.waiting;
  const online = place === 'online' ? 1 : 0;
  return {
    confirmedCount: row.confirmedCount + confirmed,
    waitingCount: row.waitingCount + waiting,
    lastArrival: after.lastArrival,
    onlineConfirmedCount: row.onlineConfirmedCount + confirmed * online,
    onlineWaitingCount: row.onlineWaitingCount + waiting * online,
  };
}

/** Which places an enrolment of a pool may have; those of old have none and are in the room. */
function placesIn(pool: Pool): object {
  if (pool === 'all') return {};
  return pool === 'online' ? { place: 'online' } : { $or: [{ place: 'room' }, { place: null }] };
}

/** The one of a pool who has waited longest, other than `exceptId`. The session must be locked. */
export async function firstWaiting(
  tx: Transaction,
  session: SessionRow,
  pool: Pool,
  exceptId: string,
): Promise<EnrolmentRow | undefined> {
  // The counter spares most sessions the query.
  if (session.waitingCount === 0) return undefined;
  const row = await tx.em.findOne(
    EnrolmentEntity,
    { sessionId: session.id, status: 'waiting', id: { $ne: exceptId }, ...placesIn(pool) },
    { orderBy: { arrival: 'asc' } },
  );
  return row ?? undefined;
}

/** Those of a pool who wait, as many as there are free places. The session must be locked. */
export async function nextWaiting(tx: Transaction, session: SessionRow, pool: Pool): Promise<EnrolmentRow[]> {
  const seats = seatsOf(session, pool);
  const free = freePlaces(seats);
  if (seats.waiting === 0 || free === 0) return [];
  return tx.em.find(
    EnrolmentEntity,
    { sessionId: session.id, status: 'waiting', ...placesIn(pool) },
    { orderBy: { arrival: 'asc' }, limit: free },
  );
}
