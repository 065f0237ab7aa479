import { sessionCancelled, sessionPublished, sessionRescheduled } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { Meeting, Session, SessionEvent } from './session.ts';

type Existing = Exclude<Session, { status: 'none' }>;

/** The contract events that a change gives rise to. `state` and `version` are those after the change. */
export function publicationsOf(state: Existing, events: readonly SessionEvent[], version: number): Publication[] {
  return events.flatMap((event) => publicationOf(state, event, version) ?? []);
}

function publicationOf(state: Existing, event: SessionEvent, version: number): Publication | undefined {
  const meta = { aggregateId: state.id, sequence: version, occurredAt: event.at };
  switch (event.type) {
    case 'published':
      return publication(sessionPublished, {
        ...meta,
        data: { ...factsOf(state), mode: state.details.mode, capacity: state.capacity },
      });
    case 'cancelled':
      // Nobody outside ever heard of a draft.
      if (!('publishedAt' in state) || state.publishedAt === undefined) return undefined;
      return publication(sessionCancelled, { ...meta, data: { ...factsOf(state), reason: { ...event.reason } } });
    case 'rescheduled':
      return publication(sessionRescheduled, {
        ...meta,
        data: {
          ...factsOf(state),
          mode: state.details.mode,
          previous: meetingData(event.previous),
          reason: { ...event.reason },
        },
      });
    case 'drafted':
    case 'edited':
    case 'capacity-changed':
    case 'started':
    case 'held':
      return undefined;
  }
}

/** A meeting as contract events tell it. */
export function meetingData({ startsAt, endsAt, mode, venue }: Meeting) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), mode, venue };
}

function factsOf({ id, details }: Existing) {
  return {
    sessionId: id,
    title: { ...details.title },
    startsAt: details.startsAt.toISOString(),
    endsAt: details.endsAt.toISOString(),
    venue: details.venue,
  };
}
