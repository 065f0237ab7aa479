import { assertNever, type Decider, type LocalizedText } from '@ateneu/kernel';

import {
  sessionAnnounced,
  sessionBegun,
  sessionInThePast,
  sessionNotFound,
  sessionPlacesInconsistent,
  sessionTimesInconsistent,
  sessionVenueMissing,
  sessionWrongState,
} from './session.errors.ts';
import {
  evolve,
  initialSession,
  meetingOf,
  type Places,
  sameMeeting,
  type Session,
  type SessionDetails,
  type SessionEvent,
} from './session.ts';

export type SessionCommand =
  | ({ type: 'draft'; id: string; details: SessionDetails; at: Date } & Places)
  /** `enrolled` counts who has a place or waits: they were promised this date and place. */
  | ({ type: 'edit'; details: SessionDetails; enrolled: number; at: Date } & Places)
  | ({ type: 'change-capacity'; at: Date } & Places)
  | { type: 'publish'; at: Date }
  /** `changes` are the new date, place and way of meeting; what they do not name stays. */
  | { type: 'reschedule'; changes: Partial<SessionDetails>; reason: LocalizedText; at: Date }
  | { type: 'start'; at: Date }
  | { type: 'hold'; at: Date }
  | { type: 'cancel'; reason: LocalizedText; at: Date };

/**
 * Decides what a command does to a session.
 *
 * @throws DomainError `training.session.not-found`, `.wrong-state`, `.times-inconsistent`, `.in-the-past`,
 *   `.venue-missing`, `.places-inconsistent`, `.announced` or `.begun`
 */
export function decide(command: SessionCommand, state: Session): SessionEvent[] {
  if (command.type === 'draft') {
    if (state.status !== 'none') throw sessionWrongState({ status: state.status });
    refuseInconsistentTimes(command.details);
    refuseInconsistentPlaces(command.details, command);
    const { id, details, capacity, onlineCapacity, at } = command;
    return [{ type: 'drafted', id, details, capacity, onlineCapacity, at }];
  }
  if (state.status === 'none') throw sessionNotFound();
  const { at } = command;
  switch (command.type) {
    case 'edit':
      allow(state, ['draft', 'published']);
      refuseInconsistentTimes(command.details);
      refuseInconsistentPlaces(command.details, command);
      if (state.status === 'published') refuseBreakingThePromise(command, state.details);
      return [{ type: 'edited', details: command.details, at }, ...changeCapacity(command, state, at)];
    case 'change-capacity':
      allow(state, ['draft', 'published', 'in-progress']);
      refuseInconsistentPlaces(state.details, command);
      return changeCapacity(command, state, at);
    case 'publish':
      if (state.status === 'published') return [];
      allow(state, ['draft']);
      if (state.details.startsAt <= at) throw sessionInThePast();
      refuseMissingVenue(state.details);
      return [{ type: 'published', at }];
    case 'reschedule':
      return reschedule(command, state);
    case 'start':
      if (state.status === 'in-progress') return [];
      allow(state, ['published']);
      return [{ type: 'started', at }];
    case 'hold':
      if (state.status === 'held') return [];
      // Whoever forgot to say that it began says so with this.
      if (state.status === 'published' && state.details.startsAt <= at) {
        return [
          { type: 'started', at },
          { type: 'held', at },
        ];
      }
      allow(state, ['in-progress']);
      return [{ type: 'held', at }];
    case 'cancel':
      if (state.status === 'cancelled') return [];
      allow(state, ['draft', 'published', 'in-progress']);
      return [{ type: 'cancelled', reason: command.reason, at }];
    default:
      return assertNever(command);
  }
}

function changeCapacity({ capacity, onlineCapacity }: Places, before: Places, at: Date): SessionEvent[] {
  if (capacity === before.capacity && onlineCapacity === before.onlineCapacity) return [];
  return [{ type: 'capacity-changed', capacity, onlineCapacity, at }];
}

/** Only who may choose between the room and a screen has places of both kinds. */
function refuseInconsistentPlaces({ mode }: SessionDetails, { capacity, onlineCapacity }: Places): void {
  if (onlineCapacity === undefined) return;
  if (mode !== 'hybrid' || onlineCapacity > capacity) throw sessionPlacesInconsistent();
}

function refuseInconsistentTimes({ startsAt, endsAt, enrolmentOpensAt, enrolmentClosesAt }: SessionDetails): void {
  const opens = enrolmentOpensAt ?? new Date(-8.64e15);
  const closes = enrolmentClosesAt ?? startsAt;
  if (endsAt <= startsAt || opens >= closes || opens >= startsAt) throw sessionTimesInconsistent();
}

function refuseMissingVenue({ mode, venue }: SessionDetails): void {
  if (mode !== 'online' && venue === undefined) throw sessionVenueMissing();
}

/** Whoever enrolled is told of a new date or place, and may leave: that is a step of its own and never just an edit. */
function reschedule(
  { changes, reason, at }: Extract<SessionCommand, { type: 'reschedule' }>,
  state: Exclude<Session, { status: 'none' }>,
): SessionEvent[] {
  allow(state, ['published']);
  // From the start on there may be people in the room, and attendance on record.
  if (state.details.startsAt <= at) throw sessionBegun();
  const details = { ...state.details, ...changes };
  refuseInconsistentTimes(details);
  if (details.startsAt <= at) throw sessionInThePast();
  refuseMissingVenue(details);
  const previous = meetingOf(state.details);
  if (sameMeeting(previous, meetingOf(details))) return [];
  // What is no longer hybrid has places of one kind again, for everybody who was promised one.
  const { capacity, onlineCapacity } = state;
  const places = { capacity, onlineCapacity: details.mode === 'hybrid' ? onlineCapacity : undefined };
  return [{ type: 'rescheduled', details, previous, reason, at }, ...changeCapacity(places, state, at)];
}

/** An edit tells nobody, so what people enrolled for stays as it was once the first one has. */
function refuseBreakingThePromise(command: Extract<SessionCommand, { type: 'edit' }>, before: SessionDetails): void {
  const { details: after, enrolled, at } = command;
  const kept = sameMeeting(before, after);
  if (!kept && enrolled > 0) throw sessionAnnounced({ enrolled });
  if (!kept && after.startsAt <= at) throw sessionInThePast();
  refuseMissingVenue(after);
}

function allow(state: Session, statuses: readonly Session['status'][]): void {
  if (!statuses.includes(state.status)) throw sessionWrongState({ status: state.status });
}

export const sessionDecider: Decider<Session, SessionCommand, SessionEvent> = {
  initialState: initialSession,
  decide,
  evolve,
};
