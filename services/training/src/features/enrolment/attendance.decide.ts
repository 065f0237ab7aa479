import type { AttendancePlace } from '../../vocabulary.ts';
import { freePlaces, hasStarted, minutesOf, type SessionFacts } from './availability.ts';
import {
  attendanceNotYet,
  attendanceTooLong,
  attendanceWithoutPlace,
  noRoomToWalkIn,
  personWaiting,
} from './attendance.errors.ts';
import type { EnrolmentDesk } from './desk.ts';
import {
  alreadyEnrolled,
  birthYearInFuture,
  enrolmentNotFound,
  sessionCalledOff,
  sessionForMinors,
} from './enrolment.errors.ts';
import type { EnrolmentEvent, Participant } from './enrolment.ts';

export type AttendanceCommand =
  /** Somebody who has a place was there, all the time unless `minutes` says how long; or was not. */
  | { type: 'record-attendance'; present: boolean; minutes?: number | undefined; at: Date }
  /** Somebody came without having enrolled. */
  | {
      type: 'walk-in';
      enrolmentId: string;
      participant: Participant;
      place?: AttendancePlace | undefined;
      minutes?: number | undefined;
      at: Date;
    };

/** People come before the start: the door opens an hour earlier. */
export const doorOpensMs = 60 * 60 * 1_000;

/** Recording what already is on record changes nothing; anything else is a first record or a correction. */
export function recordAttendance(
  { present, minutes: stated, at }: Extract<AttendanceCommand, { type: 'record-attendance' }>,
  { session, own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  // Whoever stands at the door is there; who is absent shows only once it began.
  refuseUnlessBegun(session, present ? new Date(at.getTime() + doorOpensMs) : at);
  if (own.status === 'waiting' || own.status === 'offered' || own.status === 'cancelled')
    throw attendanceWithoutPlace();
  const minutes = present ? minutesAttended(session, stated) : 0;
  const same = present ? own.status === 'attended' && own.minutes === minutes : own.status === 'absent';
  return same ? [] : [{ type: 'attendance-recorded', enrolmentId: own.id, present, minutes, at }];
}

/** Takes in whoever stands at the door, as long as there is room besides those who enrolled and may yet come. */
export function walkIn(
  { enrolmentId, participant, place, minutes, at }: Extract<AttendanceCommand, { type: 'walk-in' }>,
  { session, seats, own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if ((participant.birthYear ?? 0) > at.getUTCFullYear()) throw birthYearInFuture();
  refuseUnlessBegun(session, at);
  if (session.forMinors === true) throw sessionForMinors();
  if (own.status === 'waiting' || own.status === 'offered') throw personWaiting();
  if (own.status !== 'none' && own.status !== 'cancelled') throw alreadyEnrolled();
  if (freePlaces(seats) === 0) throw noRoomToWalkIn();
  const arrival = seats.lastArrival + 1;
  const stayed = minutesAttended(session, minutes);
  const where = session.hybrid === true ? (place ?? 'room') : undefined;
  const person = { enrolmentId, sessionId: session.id, arrival, participant, place: where };
  return [{ type: 'walked-in', ...person, minutes: stayed, at }];
}

function refuseUnlessBegun(session: SessionFacts, at: Date): void {
  if (session.status === 'cancelled') throw sessionCalledOff();
  if (!hasStarted(session, at)) throw attendanceNotYet();
}

function minutesAttended(session: SessionFacts, stated: number | undefined): number {
  const all = minutesOf(session);
  if (stated !== undefined && stated > all) throw attendanceTooLong({ minutes: all });
  return stated ?? all;
}
