import type { Seats, SessionFacts } from './availability.ts';
import { type Enrolment, type EnrolmentEvent, evolve as evolveEnrolment } from './enrolment.ts';

/**
 * What one decision about places looks at, however many people are enrolled: the session, its counters, the enrolment
 * the command is about, and the one that is first in the waiting list.
 */
export interface EnrolmentDesk {
  session: SessionFacts;
  seats: Seats;
  /** For `enrol`, the person's active enrolment; for the others, the one it concerns. */
  own: Enrolment;
  /** The first who waits, other than `own`. */
  next: Enrolment;
}

/** Folds one event over the desk: the counters, and whichever of the two enrolments it is about. */
export function evolveDesk(desk: EnrolmentDesk, event: EnrolmentEvent): EnrolmentDesk {
  const begins = event.type === 'confirmed' || event.type === 'waitlisted';
  const isOwn = begins || ('id' in desk.own && desk.own.id === event.enrolmentId);
  const isNext = !begins && 'id' in desk.next && desk.next.id === event.enrolmentId;
  const before = isNext ? desk.next : desk.own;
  return {
    session: desk.session,
    seats: evolveSeats(desk.seats, event, before),
    own: isOwn ? evolveEnrolment(desk.own, event) : desk.own,
    next: isNext ? evolveEnrolment(desk.next, event) : desk.next,
  };
}

/** Folds one event over the counters; `before` is the enrolment it is about, as it was. */
export function evolveSeats(seats: Seats, event: EnrolmentEvent, before: Enrolment): Seats {
  switch (event.type) {
    case 'confirmed':
      return { ...seats, confirmed: seats.confirmed + 1, lastArrival: event.arrival };
    case 'waitlisted':
      return { ...seats, waiting: seats.waiting + 1, lastArrival: event.arrival };
    case 'promoted':
      return { ...seats, confirmed: seats.confirmed + 1, waiting: seats.waiting - 1 };
    case 'cancelled':
      return before.status === 'confirmed'
        ? { ...seats, confirmed: seats.confirmed - 1 }
        : { ...seats, waiting: seats.waiting - 1 };
  }
}
