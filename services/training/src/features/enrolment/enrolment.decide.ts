import { assertNever, type Decider, type LocalizedText } from '@ateneu/kernel';

import type { AttendancePlace } from '../../vocabulary.ts';
import { type AttendanceCommand, recordAttendance, walkIn } from './attendance.decide.ts';
import { attendanceOnRecord } from './attendance.errors.ts';
import { refuseWrongAnswers } from './answers.ts';
import { availabilityOf, freePlaces, isOver, type SessionFacts } from './availability.ts';
import { type EnrolmentDesk, evolveDesk, evolveSeats } from './desk.ts';
import {
  alreadyEnrolled,
  birthYearInFuture,
  enrolmentClosed,
  enrolmentEnded,
  enrolmentNotFound,
  enrolmentNotOpenYet,
  partyTooLarge,
  placeNeeded,
  sessionCalledOff,
  sessionForMinors,
  sessionFull,
  sessionStarted,
} from './enrolment.errors.ts';
import {
  type CancellationCause,
  type EnrolmentEvent,
  type Meeting,
  noEnrolment,
  type Participant,
} from './enrolment.ts';
import { acceptOffer, declineOffer, expireOffer, type OfferCommand, promoteNext } from './offers.decide.ts';

export type EnrolmentCommand =
  | AttendanceCommand
  | OfferCommand
  | {
      type: 'enrol';
      enrolmentId: string;
      participant: Participant;
      place?: AttendancePlace | undefined;
      partyId?: string | undefined;
      /** Staff enrol people before and after enrolment is open, and leave questions for later. */
      byStaff?: boolean | undefined;
      at: Date;
    }
  | {
      type: 'cancel';
      cause: CancellationCause;
      reason?: LocalizedText | undefined;
      movedTo?: string | undefined;
      at: Date;
    }
  /** The person says something else of themselves. */
  | { type: 'change-details'; participant: Participant; byStaff?: boolean | undefined; at: Date }
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
 *   `.session-started`, `.session-cancelled`, `.ended`, `.birth-year-in-future`,
 *   `.for-minors`, `.place-needed`, `.answer-missing`, `.answer-invalid`, `.answer-unasked`, `.no-offer`, `.offer-expired` or
 *   `.not-found`; and
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
      if (own.status !== 'confirmed' && own.status !== 'waiting' && own.status !== 'offered') return [];
      return [{ ...command, type: 'rescheduled', enrolmentId: own.id }];
    case 'keep':
      return keep(command, desk);
    case 'change-details':
      return changeDetails(command, desk);
    case 'accept-offer':
      return acceptOffer(command, desk);
    case 'decline-offer':
      return declineOffer(command, desk);
    case 'expire-offer':
      return expireOffer(command, desk);
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
  { enrolmentId, participant, place, partyId, byStaff = false, at }: Extract<EnrolmentCommand, { type: 'enrol' }>,
  { session, seats, questions = [], own }: EnrolmentDesk,
): EnrolmentEvent[] {
  refuseFutureBirth(participant, at);
  if (session.forMinors === true) throw sessionForMinors();
  if (session.placesApart === true && place === undefined) throw placeNeeded();
  const availability = availabilityOf(byStaff ? alwaysOpen(session) : session, seats, at);
  if (availability === 'cancelled') throw sessionCalledOff();
  if (availability === 'started') throw sessionStarted();
  // Whoever is in already is told that, rather than that it is full.
  if (own.status !== 'none' && own.status !== 'cancelled') throw alreadyEnrolled();
  const arrival = seats.lastArrival + 1;
  const where = session.hybrid === true ? place : undefined;
  const enrolled = { enrolmentId, sessionId: session.id, arrival, participant, place: where, partyId, at };
  refuseWrongAnswers(questions, participant.answers ?? {}, { complete: !byStaff });
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
  { cause, reason, movedTo, at }: Extract<EnrolmentCommand, { type: 'cancel' }>,
  { session, seats, own, next }: EnrolmentDesk,
): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  if (own.status === 'cancelled') return [];
  if (cause !== 'session-cancelled') {
    if (own.status === 'attended' || own.status === 'absent') throw attendanceOnRecord();
    // A turn that came to nothing may still go, so that whoever was there after all can be taken in.
    if (isOver(session, at) && !(cause === 'staff' && own.status === 'waiting')) throw sessionStarted();
  }
  const cancelled: EnrolmentEvent = { type: 'cancelled', enrolmentId: own.id, cause, reason, movedTo, at };
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

/** Saying the same again is no change. Whoever left has nothing to change. */
function changeDetails(
  { participant, byStaff = false, at }: Extract<EnrolmentCommand, { type: 'change-details' }>,
  { questions = [], own }: EnrolmentDesk,
): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  if (own.status === 'cancelled') throw enrolmentEnded();
  refuseFutureBirth(participant, at);
  refuseWrongAnswers(questions, participant.answers ?? {}, { complete: !byStaff });
  if (JSON.stringify(participant) === JSON.stringify(own.participant)) return [];
  return [
    {
      type: 'details-changed',
      enrolmentId: own.id,
      participant,
      changed: changedFields(own.participant, participant),
      at,
    },
  ];
}

/** The names of what is different, to be told later without the values: those of the past are kept nowhere. */
function changedFields(before: Participant, after: Participant): (keyof Participant)[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Participant>;
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).toSorted();
}

/**
 * Refuses a party that does not fit as a whole: nobody of it is to wait while the others go.
 *
 * @throws DomainError `training.enrolment.party-too-large`
 */
export function refuseTooLargeParty(size: number, { seats }: EnrolmentDesk): void {
  const places = seats.waiting > 0 ? 0 : freePlaces(seats);
  if (size > places) throw partyTooLarge({ places });
}

function refuseFutureBirth({ birthYear, profile }: Participant, at: Date): void {
  const date = profile?.birthDate ?? '';
  if ((birthYear ?? 0) > at.getUTCFullYear() || date > at.toISOString()) throw birthYearInFuture();
}

function alwaysOpen(session: SessionFacts): SessionFacts {
  return { ...session, enrolmentOpensAt: undefined, enrolmentClosesAt: undefined };
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
