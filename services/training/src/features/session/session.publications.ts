import { sessionCancelled, sessionHeld, sessionPublished, sessionRescheduled } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import { programmeOf } from '../../vocabulary.ts';
import type { CourseFacts } from './course-of-session.query.ts';
import type { Meeting, Session, SessionEvent } from './session.ts';

type Existing = Exclude<Session, { status: 'none' }>;

/** Who was at a session, counted. */
export interface AttendanceTally {
  attended: number;
  absent: number;
  unrecorded: number;
  minors: number;
  minutes: number;
}

/**
 * The contract events that a change gives rise to. `state` and `version` are those after the change; that it was held is
 * told by {@link heldPublication}.
 */
export function publicationsOf(
  state: Existing,
  events: readonly SessionEvent[],
  version: number,
  course: CourseFacts | undefined,
): Publication[] {
  return events.flatMap((event) => publicationOf(state, event, version, course) ?? []);
}

/** Tells that a session was held, and how many came. */
export function heldPublication(
  state: Existing,
  {
    version,
    at,
    course,
    tally,
  }: { version: number; at: Date; course: CourseFacts | undefined; tally: AttendanceTally },
): Publication {
  const meta = { aggregateId: state.id, sequence: version, occurredAt: at };
  return publication(sessionHeld, { ...meta, data: { ...factsOf(state), ...courseData(course), ...tally } });
}

function publicationOf(
  state: Existing,
  event: SessionEvent,
  version: number,
  course: CourseFacts | undefined,
): Publication | undefined {
  const meta = { aggregateId: state.id, sequence: version, occurredAt: event.at };
  const { kind, topics } = programmeOf(state.details.programme ?? {}, course?.programme);
  switch (event.type) {
    case 'published':
      return publication(sessionPublished, {
        ...meta,
        data: {
          ...factsOf(state),
          mode: state.details.mode,
          capacity: state.capacity,
          onlineCapacity: state.onlineCapacity,
          ...courseData(course),
          kind,
          topics: topics === undefined ? undefined : [...topics],
        },
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

/** The course as contract events tell it. */
export function courseData(course: Pick<CourseFacts, 'id' | 'title'> | undefined) {
  return course === undefined ? {} : { courseId: course.id, courseTitle: { ...course.title } };
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
