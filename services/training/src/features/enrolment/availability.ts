/** What enrolling depends on, of a session that was published. */
export interface SessionFacts {
  id: string;
  status: 'published' | 'in-progress' | 'held' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  enrolmentOpensAt?: Date | undefined;
  enrolmentClosesAt?: Date | undefined;
  waitingListEnabled: boolean;
  /** For how many hours a freed place is offered; without it whoever is next gets it at once. */
  offerHours?: number | undefined;
  /** A session of a school: nobody enrols. */
  forMinors?: boolean | undefined;
  /** Whether one may choose between the room and a screen. */
  hybrid?: boolean | undefined;
  /** Whether places in the room and online are counted apart, so that one must choose. */
  placesApart?: boolean | undefined;
}

/** The places of a session, counted. */
export interface Seats {
  capacity: number;
  /** Those kept for somebody by an offer are among them. */
  confirmed: number;
  waiting: number;
  /** The highest turn given so far. */
  lastArrival: number;
}

/** What a person who came now would find. */
export const availabilities = [
  'open',
  'waiting-list',
  'full',
  'not-yet-open',
  'closed',
  'started',
  'cancelled',
] as const;
export type Availability = (typeof availabilities)[number];

/** Whether a person can enrol at an instant, and what they would get. */
export function availabilityOf(session: SessionFacts, seats: Omit<Seats, 'lastArrival'>, at: Date): Availability {
  if (session.status === 'cancelled') return 'cancelled';
  if (hasStarted(session, at)) return 'started';
  if (session.forMinors === true) return 'closed';
  if (session.enrolmentClosesAt !== undefined && at >= session.enrolmentClosesAt) return 'closed';
  if (session.enrolmentOpensAt !== undefined && at < session.enrolmentOpensAt) return 'not-yet-open';
  // A free place belongs to those who wait before anybody new.
  if (freePlaces(seats) > 0 && seats.waiting === 0) return 'open';
  return session.waitingListEnabled ? 'waiting-list' : 'full';
}

/** Whether staff have started it, or its time has come. */
export function hasStarted(session: SessionFacts, at: Date): boolean {
  return session.status === 'in-progress' || session.status === 'held' || at >= session.startsAt;
}

/** How long it lasts, in whole minutes. */
export function minutesOf({ startsAt, endsAt }: Pick<SessionFacts, 'startsAt' | 'endsAt'>): number {
  return Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/** Whether it is behind us: from then on enrolments are history. */
export function isOver(session: SessionFacts, at: Date): boolean {
  return session.status === 'held' || at >= session.endsAt;
}

/** Places that nobody has; none where the capacity was lowered below those confirmed. */
export function freePlaces({ capacity, confirmed }: Pick<Seats, 'capacity' | 'confirmed'>): number {
  return Math.max(0, capacity - confirmed);
}
