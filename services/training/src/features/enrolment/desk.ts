import type { Question } from '../../vocabulary.ts';
import type { Seats, SessionFacts } from './availability.ts';
import { type Enrolment, type EnrolmentEvent, evolve as evolveEnrolment } from './enrolment.ts';

/**
 * What one decision about places looks at, however many people are enrolled: the session, its counters, the enrolment
 * the command is about, and the one that is first in the waiting list.
 */
export interface EnrolmentDesk {
  session: SessionFacts;
  /** Of the places that the command is about: where those in the room and online are counted apart, of one of them. */
  seats: Seats;
  /** What whoever enrols is asked. */
  questions?: readonly Question[] | undefined;
  /** For `enrol`, the person's active enrolment; for the others, the one it concerns. */
  own: Enrolment;
  /** The first who waits for such a place, other than `own`. */
  next: Enrolment;
}

/** Folds one event over the desk: the counters, and whichever of the two enrolments it is about. */
export function evolveDesk(desk: EnrolmentDesk, event: EnrolmentEvent): EnrolmentDesk {
  const begins = event.type === 'confirmed' || event.type === 'waitlisted' || event.type === 'walked-in';
  const isOwn = begins || ('id' in desk.own && desk.own.id === event.enrolmentId);
  const isNext = !begins && 'id' in desk.next && desk.next.id === event.enrolmentId;
  const before = isNext ? desk.next : desk.own;
  return {
    session: desk.session,
    questions: desk.questions,
    seats: evolveSeats(desk.seats, event, before),
    own: isOwn ? evolveEnrolment(desk.own, event) : desk.own,
    next: isNext ? evolveEnrolment(desk.next, event) : desk.next,
  };
}

/** Folds one event over the counters; `before` is the enrolment it is about, as it was. */
export function evolveSeats(seats: Seats, event: EnrolmentEvent, before: Enrolment): Seats {
  switch (event.type) {
    case 'confirmed':
    case 'walked-in':
      return { ...seats, confirmed: seats.confirmed + 1, lastArrival: event.arrival };
    case 'waitlisted':
      return { ...seats, waiting: seats.waiting + 1, lastArrival: event.arrival };
    case 'promoted':
      // An offer has kept the place already.
      if (before.status === 'offered') return seats;
      return { ...seats, confirmed: seats.confirmed + 1, waiting: seats.waiting - 1 };
    case 'offered':
      return { ...seats, confirmed: seats.confirmed + 1, waiting: seats.waiting - 1 };
    case 'rescheduled':
    case 'details-changed':
    case 'kept':
      return seats;
    case 'attendance-recorded':
      return { ...seats, confirmed: seats.confirmed - seatsHeldBy(before) + (event.present ? 1 : 0) };
    case 'cancelled':
      return before.status === 'waiting'
        ? { ...seats, waiting: seats.waiting - 1 }
        : { ...seats, confirmed: seats.confirmed - seatsHeldBy(before) };
  }
}

/** Whoever is recorded as absent holds no place any more: somebody who walks in may have it. */
function seatsHeldBy({ status }: Enrolment): number {
  return status === 'confirmed' || status === 'offered' || status === 'attended' ? 1 : 0;
}
