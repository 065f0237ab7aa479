import { issueSecret } from '@ateneu/kernel';
import { type Publication, publishAll } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import { courseOf, effectiveProgramme, type SessionRow } from '../session/index.ts';
import { evolveSeats } from './desk.ts';
import { EnrolmentEntity, type EnrolmentRow, toColumns, toFirstColumns, toState } from './enrolment.entity.ts';
import { type AttendanceEntry, insertAttendance } from './attendance.history.ts';
import { type HistoryEntry, historyEntry, insertHistory } from './enrolment.history.ts';
import { newCheckInCode, type PersonLinks } from './enrolment.links.ts';
import { attendancePublication, publicationOf } from './enrolment.publications.ts';
import { countersAfter, type DeskRows, poolOf, seatsOf } from './enrolment.rows.ts';
import { type Enrolment, type EnrolmentEvent, evolve, noEnrolment } from './enrolment.ts';

/** Gathers what is decided about one locked session, so that however many people it moves are saved together. */
export interface Ledger {
  /** What the desk of this session needs besides the people. */
  readonly around: Pick<DeskRows, 'session' | 'course'>;
  /**
   * Applies what was decided over a desk to its rows and the counters, and puts what it gives rise to into the outbox, in
   * the context of the operation in progress. Returns the row of the first event.
   */
  record(rows: Pick<DeskRows, 'own' | 'next'>, events: readonly EnrolmentEvent[]): EnrolmentRow | undefined;
  /** Saves the rows, a link for each message, and the history. */
  close(): Promise<void>;
}

/** Opens a ledger on a session that this transaction has locked. */
export async function openLedger(tx: Transaction, session: SessionRow, personLinks: PersonLinks): Promise<Ledger> {
  const course = await courseOf(tx, session);
  const programme = effectiveProgramme(session, course);
  const links: Link[] = [];
  const attendance: AttendanceEntry[] = [];
  const history: HistoryEntry[] = [];
  const publish = (publication: Publication): void => publishAll(tx, [publication]);

  const record = (rows: Pick<DeskRows, 'own' | 'next'>, event: EnrolmentEvent): EnrolmentRow => {
    const row = [rows.own, rows.next].find((candidate) => candidate?.id === event.enrolmentId);
    const before = row === undefined ? noEnrolment : toState(row);
    const enrolment = evolve(before, event);
    if (enrolment.status === 'none') throw new TypeError(`No enrolment ${event.enrolmentId} for ${event.type}.`);
    const saved = row === undefined ? insert(tx, enrolment) : change(tx, row, enrolment, event);
    const seats = seatsOf(session, poolOf(session, saved.place));
    tx.em.assign(session, countersAfter(session, seats, evolveSeats(seats, event, before), saved.place));
    history.push(historyEntry(event));
    const now = { session, course, enrolment, version: saved.version };
    if (event.type === 'kept' || event.type === 'details-changed') return saved;
    if (event.type === 'attendance-recorded' || event.type === 'walked-in') {
      attendance.push({ event, before });
      publish(attendancePublication(event, now, before));
      return saved;
    }
    const { secret, hash } = issueSecret('enr');
    links.push({ hash, enrolmentId: enrolment.id, at: event.at });
    const code = saved.checkInCode ?? '';
    publish(publicationOf(event, { ...now, programme, code, links: personLinks, secret }));
    return saved;
  };

  return {
    around: { session, course },
    record: (rows, events) => events.map((event) => record(rows, event))[0],
    close: async () => {
      if (history.length === 0) return;
      // The enrolments that all of these point to must be there first.
      await tx.em.flush();
      await insertLinks(tx, links);
      await insertHistory(tx, history);
      if (attendance.length > 0) await insertAttendance(tx, session.id, attendance);
    },
  };
}

type Existing = Exclude<Enrolment, { status: 'none' }>;

function insert(tx: Transaction, enrolment: Existing): EnrolmentRow {
  const columns = { ...toFirstColumns(enrolment), ...toColumns(enrolment), version: 1, checkInCode: newCheckInCode() };
  return tx.em.create(EnrolmentEntity, columns, { persist: true });
}

function change(tx: Transaction, row: EnrolmentRow, enrolment: Existing, event: EnrolmentEvent): EnrolmentRow {
  const movedTo = event.type === 'cancelled' && event.movedTo !== undefined ? { movedToSessionId: event.movedTo } : {};
  // An instance of before the codes may have made the row.
  const checkInCode = row.checkInCode ?? newCheckInCode();
  return tx.em.assign(row, { ...toColumns(enrolment), ...movedTo, checkInCode, version: row.version + 1 });
}

/** The hash of a secret that is on its way to a person. */
interface Link {
  hash: string;
  enrolmentId: string;
  at: Date;
}

/** Keeps the hashes of links that are on their way. The enrolments must be there. */
export async function insertLinks(tx: Transaction, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `insert into enrolment_link (hash, enrolment_id, issued_at)
     select * from unnest($1::text[], $2::uuid[], $3::timestamptz[])`,
    [links.map((link) => link.hash), links.map((link) => link.enrolmentId), links.map((link) => link.at)],
  );
}
