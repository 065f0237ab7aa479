import { freePlaces, hasStarted, type Seats, type SessionFacts } from './availability.ts';
import { evolveSeats, type EnrolmentDesk } from './desk.ts';
import { enrolmentNotFound, noOffer, offerExpired } from './enrolment.errors.ts';
import type { CancellationCause, Enrolment, EnrolmentEvent } from './enrolment.ts';

const hourMs = 60 * 60 * 1_000;

export type OfferCommand =
  /** The person takes the place that is kept for them. */
  | { type: 'accept-offer'; at: Date }
  | { type: 'decline-offer'; at: Date }
  /** The time of an offer may be over; before that, and for whatever is no offer, this changes nothing. */
  | { type: 'expire-offer'; at: Date };

/** Taking a place twice changes nothing. */
export function acceptOffer({ at }: { at: Date }, { session, own }: EnrolmentDesk): EnrolmentEvent[] {
  if (own.status === 'none') throw enrolmentNotFound();
  if (own.status === 'confirmed') return [];
  if (own.status === 'cancelled' && own.cause === 'offer-expired') throw offerExpired();
  if (own.status !== 'offered') throw noOffer();
  if (isExpired(own, session, at)) throw offerExpired();
  return [{ type: 'promoted', enrolmentId: own.id, at }];
}

export function declineOffer({ at }: { at: Date }, desk: EnrolmentDesk): EnrolmentEvent[] {
  const { own } = desk;
  if (own.status === 'none') throw enrolmentNotFound();
  if (own.status === 'cancelled') return [];
  if (own.status !== 'offered') throw noOffer();
  return endOffer(desk, own, 'offer-declined', at);
}

export function expireOffer({ at }: { at: Date }, desk: EnrolmentDesk): EnrolmentEvent[] {
  const { own } = desk;
  if (own.status !== 'offered' || !isExpired(own, desk.session, at)) return [];
  return endOffer(desk, own, 'offer-expired', at);
}

/** Whoever said nothing until the moment itself has lost it, and nobody takes a place once the session began. */
function isExpired({ expiresAt }: { expiresAt: Date }, session: SessionFacts, at: Date): boolean {
  return at >= expiresAt || hasStarted(session, at);
}

function endOffer(
  { session, seats, next }: EnrolmentDesk,
  own: Extract<Enrolment, { status: 'offered' }>,
  cause: CancellationCause,
  at: Date,
): EnrolmentEvent[] {
  const ended: EnrolmentEvent = { type: 'cancelled', enrolmentId: own.id, cause, at };
  return [ended, ...promoteNext(session, evolveSeats(seats, ended, own), next, at)];
}

/**
 * Gives a free place to the first who waits, or offers it where the session says so. Nobody is promoted into a session
 * that has started or will not be held.
 */
export function promoteNext(session: SessionFacts, seats: Seats, next: Enrolment, at: Date): EnrolmentEvent[] {
  if (next.status !== 'waiting' || freePlaces(seats) === 0) return [];
  if (session.status !== 'published' || hasStarted(session, at)) return [];
  const { offerHours, startsAt } = session;
  if (offerHours === undefined) return [{ type: 'promoted', enrolmentId: next.id, at }];
  const expiresAt = new Date(Math.min(at.getTime() + offerHours * hourMs, startsAt.getTime()));
  return [{ type: 'offered', enrolmentId: next.id, expiresAt, at }];
}
