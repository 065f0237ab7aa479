import { issueSecret } from '@ateneu/kernel';
import { type Publication, publishAll } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import { sessionNotFound, type SessionRow } from '../session/index.ts';
import type { Seats, SessionFacts } from './availability.ts';
import { type EnrolmentDesk, evolveSeats } from './desk.ts';
import { EnrolmentEntity, type EnrolmentRow, toColumns, toFirstColumns, toState } from './enrolment.entity.ts';
import { type AttendanceEntry, insertAttendance } from './attendance.history.ts';
import { attendancePublication, publicationOf } from './enrolment.publications.ts';
import { type Enrolment, type EnrolmentEvent, evolve, noEnrolment } from './enrolment.ts';

/** Makes the address a person manages an enrolment at, from the secret in it. */
export type ManageUrl = (secret: string) => string;

/** Addresses under the origin that people reach the platform at. */
export function manageUrlUnder(publicUrl: string): ManageUrl {
  return (secret) => `${publicUrl}/training/v1/self-service/enrolments/${secret}`;
}

/** The rows behind a desk. */
export interface DeskRows {
  session: SessionRow;
  own?: EnrolmentRow | undefined;
  next?: EnrolmentRow | undefined;
}

/** The desk that rows stand for. @throws DomainError `training.session.not-found` for a draft: it is not public */
export function deskOf({ session, own, next }: DeskRows): EnrolmentDesk {
  return {
    session: factsOf(session),
    seats: seatsOf(session),
    own: own === undefined ? noEnrolment : toState(own),
    next: next === undefined ? noEnrolment : toState(next),
  };
}

/** What enrolling depends on, of a session's row. */
export function factsOf(row: SessionRow): SessionFacts {
  const { id, status, startsAt, endsAt, waitingListEnabled } = row;
  if (status === 'draft') throw sessionNotFound();
  return {
    id,
    status,
    startsAt,
    endsAt,
    enrolmentOpensAt: row.enrolmentOpensAt ?? undefined,
    enrolmentClosesAt: row.enrolmentClosesAt ?? undefined,
    waitingListEnabled,
  };
}

function seatsOf(row: SessionRow): Seats {
  const { capacity, confirmedCount: confirmed, waitingCount: waiting, lastArrival } = row;
  return { capacity, confirmed, waiting, lastArrival };
}

/** The one who has waited longest, other than `exceptId`. The session must be locked. */
export async function firstWaiting(
  tx: Transaction,
  session: SessionRow,
  exceptId: string,
): Promise<EnrolmentRow | undefined> {
  // The counter spares most sessions the query.
  if (session.waitingCount === 0) return undefined;
  const row = await tx.em.findOne(
    EnrolmentEntity,
    { sessionId: session.id, status: 'waiting', id: { $ne: exceptId } },
    { orderBy: { arrival: 'asc' } },
  );
  return row ?? undefined;
}

/** Gathers what is decided about one locked session, so that however many people it moves are saved together. */
export interface Ledger {
  /**
   * Applies what was decided over a desk to its rows and the counters, and puts what it gives rise to into the outbox, in
   * the context of the operation in progress. Returns the row of the first event.
   */
  record(rows: Omit<DeskRows, 'session'>, events: readonly EnrolmentEvent[]): EnrolmentRow | undefined;
  /** Saves the rows, a link for each message, and the history of attendance. */
  close(): Promise<void>;
}

/** Opens a ledger on a session that this transaction has locked. */
export function openLedger(tx: Transaction, session: SessionRow, manageUrl: ManageUrl): Ledger {
  const links: Link[] = [];
  const publish = (publication: Publication): void => publishAll(tx, [publication]);
  const attendance: AttendanceEntry[] = [];

  const record = (rows: Omit<DeskRows, 'session'>, event: EnrolmentEvent): EnrolmentRow => {
    const row = [rows.own, rows.next].find((candidate) => candidate?.id === event.enrolmentId);
    const before = row === undefined ? noEnrolment : toState(row);
    const enrolment = evolve(before, event);
    if (enrolment.status === 'none') throw new TypeError(`No enrolment ${event.enrolmentId} for ${event.type}.`);
    const saved = row === undefined ? insert(tx, enrolment) : change(tx, row, enrolment);
    count(tx, session, evolveSeats(seatsOf(session), event, before));
    const now = { session, enrolment, version: saved.version };
    if (event.type === 'kept') return saved;
    if (event.type === 'attendance-recorded' || event.type === 'walked-in') {
      attendance.push({ event, before });
      publish(attendancePublication(event, now, before));
      return saved;
    }
    const { secret, hash } = issueSecret('enr');
    links.push({ hash, enrolmentId: enrolment.id, at: event.at });
    publish(publicationOf(event, { ...now, manageUrl: manageUrl(secret) }));
    return saved;
  };

  return {
    record: (rows, events) => events.map((event) => record(rows, event))[0],
    close: async () => {
      if (links.length > 0) await insertLinks(tx, links);
      if (attendance.length > 0) await insertAttendance(tx, session.id, attendance);
    },
  };
}

type Existing = Exclude<Enrolment, { status: 'none' }>;

function insert(tx: Transaction, enrolment: Existing): EnrolmentRow {
  const columns = { ...toFirstColumns(enrolment), ...toColumns(enrolment), version: 1 };
  return tx.em.create(EnrolmentEntity, columns, { persist: true });
}

function change(tx: Transaction, row: EnrolmentRow, enrolment: Existing): EnrolmentRow {
  return tx.em.assign(row, { ...toColumns(enrolment), version: row.version + 1 });
}

function count(tx: Transaction, session: SessionRow, { confirmed, waiting, lastArrival }: Seats): void {
  tx.em.assign(session, { confirmedCount: confirmed, waitingCount: waiting, lastArrival });
}

/** The hash of a secret that is on its way to a person. */
interface Link {
  hash: string;
  enrolmentId: string;
  at: Date;
}

async function insertLinks(tx: Transaction, links: readonly Link[]): Promise<void> {
  // The enrolments they point to must be there first.
  await tx.em.flush();
  await tx.query(
    `insert into enrolment_link (hash, enrolment_id, issued_at)
     select * from unnest($1::text[], $2::uuid[], $3::timestamptz[])`,
    [links.map((link) => link.hash), links.map((link) => link.enrolmentId), links.map((link) => link.at)],
  );
}
