import { assertNever, type Decider, type LocalizedText } from '@ateneu/kernel';

import { type AttendanceCommand, recordAttendance, walkIn } from './attendance.decide.ts';
import { attendanceOnRecord } from './attendance.errors.ts';
import { availabilityOf, freePlaces, hasStarted, isOver, type Seats, type SessionFacts } from './availability.ts';
import { type EnrolmentDesk, evolveDesk, evolveSeats } from './desk.ts';
import {
  alreadyEnrolled,
  birthYearInFuture,
  enrolmentClosed,
  enrolmentEnded,
  enrolmentNotFound,
  enrolmentNotOpenYet,
  sessionCalledOff,
  sessionFull,
  sessionStarted,
} from './enrolment.errors.ts';
import {
  type CancellationCause,
  type Enrolment,
  type EnrolmentEvent,
  type Meeting,
  noEnrolment,
  type Participant,
} from './enrolment.ts';

export type EnrolmentCommand =
  | AttendanceCommand
  | { type: 'enrol'; enrolmentId: string; participant: Participant; at: Date }
  | { type: 'cancel'; cause: CancellationCause; reason?: LocalizedText | undefined; at: Date }
  /** The session moved: the person is told, and keeps the place or the turn. */
  | { type: 'reschedule'; previous: Meeting; reason: LocalizedText; at: Date }
  /** The person says that the new date or place suits them. */
  | { type: 'keep'; at: Date }
  /** Gives one free place, if there is one, to the first who waits. */
  | { type: 'fill'; at: Date };

/**
 * Decides who gets a place, who waits and who goes.
 *
 * @throws DomainError `training.enrolment.already-enrolled`, `.session-full`, `.not-open-yet`, `.closed`,
 *   `.session-started`, `.session-cancelled`, `.ended`, `.birth-year-in-future` or `.not-found`; and
 *   `training.attendance.not-yet`, `.without-place`, `.too-long`, `.on-record`, `.person-waiting` or `.no-room`
 */
export function decide(command: EnrolmentCommand, desk: EnrolmentDesk): EnrolmentEvent[] {
  const { own } = desk;
  switch (command.type) {
    case 'enrol':
      return enrol(command, desk);
    case 'cancel':
      return cancel(command, desk);
    case 'reschedule':
      if (own.status !== 'confirmed' && own.status !== 'waiting') return [];
      return [{ ...command, type: 'rescheduled', enrolmentId: own.id }];
    case 'keep':
      return keep(command, desk);
    case 'record-attendance':
      return recordAttendance(command, desk);
    case 'walk-in':
      return walkIn(command, desk);
    case 'fill':
      return promoteNext(desk.session, desk.seats, desk.next, command.at);
    default:
      return assertNever(command);
  }
}

function enrol(
  { enrolmentId, participant, at }: Extract<EnrolmentCommand, { type: 'enrol' }>,
  { session, seats, own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if ((participant.birthYear ?? 0) > at.getUTCFullYear()) throw birthYearInFuture();
  const availability = availabilityOf(session, seats, at);
  if (availability === 'cancelled') throw sessionCalledOff();
  if (availability === 'started') throw sessionStarted();
  // Whoever is in already is told that, rather than that it is full.
  if (own.status !== 'none' && own.status !== 'cancelled') throw alreadyEnrolled();
  const enrolled = { enrolmentId, sessionId: session.id, arrival: seats.lastArrival + 1, participant, at };
  switch (availability) {
    case 'open':
      return [{ type: 'confirmed', ...enrolled }];
    case 'waiting-list':
      return [{ type: 'waitlisted', position: seats.waiting + 1, ...enrolled }];
    case 'full':
      throw sessionFull();
    case 'not-yet-open':
      throw enrolmentNotOpenYet();
    case 'closed':
      throw enrolmentClosed();
    default:
      return assertNever(availability);
  }
}

function cancel(
  { cause, reason, at }: Extract<EnrolmentCommand, { type: 'cancel' }>,
  { session, seats, own, next }: EnrolmentDesk,
): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  if (own.status === 'cancelled') return [];
  if (cause !== 'session-cancelled') {
    if (own.status === 'attended' || own.status === 'absent') throw attendanceOnRecord();
    // A turn that came to nothing may still go, so that whoever was there after all can be taken in.
    if (isOver(session, at) && !(cause === 'staff' && own.status === 'waiting')) throw sessionStarted();
  }
  const cancelled: EnrolmentEvent = { type: 'cancelled', enrolmentId: own.id, cause, reason, at };
  return [cancelled, ...promoteNext(session, evolveSeats(seats, cancelled, own), next, at)];
}

/** Keeping what nobody asked about, or once more, changes nothing. */
function keep({ at }: Extract<EnrolmentCommand, { type: 'keep' }>, { session, own }: EnrolmentDesk): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  if (session.status === 'cancelled') throw sessionCalledOff();
  if (own.status === 'cancelled') throw enrolmentEnded();
  if (own.reconfirmation === undefined || own.reconfirmation.keptAt !== undefined) return [];
  return [{ type: 'kept', enrolmentId: own.id, at }];
}

/** Nobody is promoted into a session that has started or will not be held. */
function promoteNext(session: SessionFacts, seats: Seats, next: Enrolment, at: Date): EnrolmentEvent[] {
  if (next.status !== 'waiting' || freePlaces(seats) === 0) return [];
  if (session.status !== 'published' || hasStarted(session, at)) return [];
  return [{ type: 'promoted', enrolmentId: next.id, at }];
}

/** The desk of a session that nobody has come to yet; the decider's starting point in tests. */
function emptyDesk(): EnrolmentDesk {
  const never = new Date(8.64e15);
  return {
    session: { id: '', status: 'published', startsAt: never, endsAt: never, waitingListEnabled: true },
    seats: { capacity: 0, confirmed: 0, waiting: 0, lastArrival: 0 },
    own: noEnrolment,
    next: noEnrolment,
  };
}

export const enrolmentDecider: Decider<EnrolmentDesk, EnrolmentCommand, EnrolmentEvent> = {
  initialState: emptyDesk(),
  decide,
  evolve: evolveDesk,
};
