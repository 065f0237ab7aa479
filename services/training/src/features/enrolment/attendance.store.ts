import { type Database, type Idempotency, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { lockSession } from '../session/index.ts';
import { attendanceChanged } from './attendance.errors.ts';
import { decide } from './enrolment.decide.ts';
import { EnrolmentEntity, type EnrolmentRow } from './enrolment.entity.ts';
import { enrolmentNotFound } from './enrolment.errors.ts';
import type { AttendancePlace } from '../../vocabulary.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { deskOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';
import type { Enrolment, Participant } from './enrolment.ts';

/** What a list says of one person. */
export interface AttendanceMark {
  enrolmentId: string;
  /** The version of the enrolment that whoever marks it has read. */
  version: number;
  present: boolean;
  minutes?: number | undefined;
}

/** What is on record after it was recorded. */
export interface AttendanceVersion {
  id: string;
  version: number;
  status: Exclude<Enrolment['status'], 'none'>;
  minutes: number | null;
}

/** Records who was there, each time in one transaction that holds the session's lock and leaves an audit record. */
export interface AttendanceStore {
  /**
   * Records a list, all of it or nothing. A mark that says what already is changes nothing, whatever version it names.
   *
   * @throws DomainError `training.session.not-found`, `training.enrolment.not-found`, `training.attendance.changed`
   */
  record(sessionId: string, marks: readonly AttendanceMark[], at: Date): Promise<AttendanceVersion[]>;
  /**
   * Records that somebody stands at the door. Whoever is on record as having attended stays as they are.
   *
   * @throws DomainError `training.enrolment.not-found`, `training.attendance.not-yet`, `training.attendance.without-place`
   */
  checkIn(sessionId: string, enrolmentId: string, at: Date): Promise<AttendanceVersion>;
  /** Takes in somebody who had not enrolled. @throws DomainError `training.session.not-found` */
  walkIn(
    sessionId: string,
    person: {
      enrolmentId: string;
      participant: Participant;
      place?: AttendancePlace | undefined;
      minutes?: number | undefined;
      at: Date;
    },
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<AttendanceVersion>;
}

export function createAttendanceStore(database: Database, links: PersonLinks): AttendanceStore {
  return {
    record: (sessionId, marks, at) => transact(database, (tx) => recordList(tx, links, sessionId, marks, at)),
    checkIn: (sessionId, enrolmentId, at) => transact(database, (tx) => checkIn(tx, links, sessionId, enrolmentId, at)),
    walkIn: (sessionId, person, options = {}) =>
      transact(database, (tx) => takeIn(tx, links, sessionId, person), options),
  };
}

async function recordList(
  tx: Transaction,
  links: PersonLinks,
  sessionId: string,
  marks: readonly AttendanceMark[],
  at: Date,
): Promise<AttendanceVersion[]> {
  const session = await lockSession(tx, sessionId);
  const ids = marks.map(({ enrolmentId }) => enrolmentId);
  const rows = new Map(
    (await tx.em.find(EnrolmentEntity, { sessionId, id: { $in: ids } })).map((row) => [row.id, row]),
  );
  const ledger = await openLedger(tx, session, links);
  const recorded = marks.map(({ enrolmentId, version, present, minutes }) => {
    const own = rows.get(enrolmentId);
    if (own === undefined) throw enrolmentNotFound();
    const events = decide({ type: 'record-attendance', present, minutes, at }, deskOf({ ...ledger.around, own }));
    if (events.length > 0 && own.version !== version) throw attendanceChanged({ enrolmentId, current: own.version });
    ledger.record({ own }, events);
    return versionOf(own);
  });
  await ledger.close();
  const subject = { subjectType: 'enrolment', subjectId: '*' };
  await tx.audit({ action: 'record-attendance', ...subject, details: { sessionId, ids } });
  return recorded;
}

async function checkIn(
  tx: Transaction,
  links: PersonLinks,
  sessionId: string,
  enrolmentId: string,
  at: Date,
): Promise<AttendanceVersion> {
  const session = await lockSession(tx, sessionId);
  const own = await tx.em.findOne(EnrolmentEntity, { sessionId, id: enrolmentId });
  if (own === null) throw enrolmentNotFound();
  if (own.status !== 'attended') {
    const ledger = await openLedger(tx, session, links);
    const command = { type: 'record-attendance', present: true, at } as const;
    ledger.record({ own }, decide(command, deskOf({ ...ledger.around, own })));
    await ledger.close();
  }
  const subject = { subjectType: 'enrolment', subjectId: enrolmentId };
  await tx.audit({ action: 'check-in', ...subject, details: { sessionId } });
  return versionOf(own);
}

async function takeIn(
  tx: Transaction,
  links: PersonLinks,
  sessionId: string,
  person: Parameters<AttendanceStore['walkIn']>[1],
): Promise<AttendanceVersion> {
  const session = await lockSession(tx, sessionId);
  const emailNormalised = emailKey(person.participant.email);
  const found = await tx.em.findOne(EnrolmentEntity, { sessionId, emailNormalised, status: { $ne: 'cancelled' } });
  const ledger = await openLedger(tx, session, links);
  const rows = { ...ledger.around, own: found ?? undefined, place: person.place ?? 'room' };
  const row = ledger.record(rows, decide({ type: 'walk-in', ...person }, deskOf(rows)));
  await ledger.close();
  if (row === undefined) throw new TypeError('Whoever walks in is taken in or refused.');
  await tx.audit({ action: 'walk-in', subjectType: 'enrolment', subjectId: row.id, details: { sessionId } });
  return versionOf(row);
}

function versionOf({ id, version, status, minutesAttended }: EnrolmentRow): AttendanceVersion {
  return { id, version, status, minutes: minutesAttended ?? null };
}
