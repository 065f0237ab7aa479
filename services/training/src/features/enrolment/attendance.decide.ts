import { freePlaces, hasStarted, minutesOf, type SessionFacts } from './availability.ts';
import {
  attendanceNotYet,
  attendanceTooLong,
  attendanceWithoutPlace,
  noRoomToWalkIn,
  personWaiting,
} from './attendance.errors.ts';
import type { EnrolmentDesk } from './desk.ts';
import { alreadyEnrolled, birthYearInFuture, enrolmentNotFound, sessionCalledOff } from './enrolment.errors.ts';
import type { EnrolmentEvent, Participant } from './enrolment.ts';

export type AttendanceCommand =
  /** Somebody who has a place was there, all the time unless `minutes` says how long; or was not. */
  | { type: 'record-attendance'; present: boolean; minutes?: number | undefined; at: Date }
  /** Somebody came without having enrolled. */
  | { type: 'walk-in'; enrolmentId: string; participant: Participant; minutes?: number | undefined; at: Date };

/** Recording what already is on record changes nothing; anything else is a first record or a correction. */
export function recordAttendance(
  { present, minutes: stated, at }: Extract<AttendanceCommand, { type: 'record-attendance' }>,
  { session, own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  refuseUnlessBegun(session, at);
  if (own.status === 'waiting' || own.status === 'cancelled') throw attendanceWithoutPlace();
  const minutes = present ? minutesAttended(session, stated) : 0;
  const same = present ? own.status === 'attended' && own.minutes === minutes : own.status === 'absent';
  return same ? [] : [{ type: 'attendance-recorded', enrolmentId: own.id, present, minutes, at }];
}

/** Takes in whoever stands at the door, as long as there is room besides those who enrolled and may yet come. */
export function walkIn(
  { enrolmentId, participant, minutes, at }: Extract<AttendanceCommand, { type: 'walk-in' }>,
  { session, seats, own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if ((participant.birthYear ?? 0) > at.getUTCFullYear()) throw birthYearInFuture();
  refuseUnlessBegun(session, at);
  if (own.status === 'waiting') throw personWaiting();
  if (own.status !== 'none' && own.status !== 'cancelled') throw alreadyEnrolled();
  if (freePlaces(seats) === 0) throw noRoomToWalkIn();
  const arrival = seats.lastArrival + 1;
  const stayed = minutesAttended(session, minutes);
  return [{ type: 'walked-in', enrolmentId, sessionId: session.id, arrival, participant, minutes: stayed, at }];
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
