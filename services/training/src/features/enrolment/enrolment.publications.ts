import {
  attendanceRecorded,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import { meetingData, type SessionRow } from '../session/index.ts';
import type { Enrolment, EnrolmentEvent } from './enrolment.ts';

type Existing = Exclude<Enrolment, { status: 'none' }>;

/** Who was there, as it goes on record. */
export type AttendanceEvent = Extract<EnrolmentEvent, { type: 'attendance-recorded' | 'walked-in' }>;

/** The events that the person is told of, each with a link. */
export type ToldEvent = Exclude<EnrolmentEvent, { type: 'kept' } | AttendanceEvent>;

/** What a contract event says besides the domain event: the session, and where the person manages the enrolment. */
export interface Told {
  session: SessionRow;
  /** The enrolment after the event. */
  enrolment: Existing;
  /** Its version after the event. */
  version: number;
  manageUrl: string;
}

/** The contract event that a domain event gives rise to: each of them is told to the person. */
export function publicationOf(event: ToldEvent, told: Told): Publication {
  const meta = { aggregateId: told.enrolment.id, sequence: told.version, occurredAt: event.at };
  const data = dataOf(told);
  switch (event.type) {
    case 'confirmed':
      return publication(enrolmentConfirmed, { ...meta, data });
    case 'waitlisted':
      return publication(enrolmentWaitlisted, { ...meta, data: { ...data, position: event.position } });
    case 'promoted':
      return publication(enrolmentPromoted, { ...meta, data });
    case 'rescheduled':
      return publication(enrolmentRescheduled, {
        ...meta,
        data: {
          ...data,
          mode: told.session.mode,
          status: told.enrolment.status,
          previous: meetingData(event.previous),
          reason: { ...event.reason },
        },
      });
    case 'cancelled':
      return publication(enrolmentCancelled, {
        ...meta,
        data: { ...data, cause: event.cause, reason: event.reason === undefined ? undefined : { ...event.reason } },
      });
  }
}

/** The contract event of an attendance. `before` is the enrolment as it was: a second record is a correction. */
export function attendancePublication(
  event: AttendanceEvent,
  { session, enrolment, version }: Omit<Told, 'manageUrl'>,
  before: Enrolment,
): Publication {
  const present = event.type === 'walked-in' || event.present;
  const { personal, ...data } = dataOf({ session, enrolment, version, manageUrl: '' });
  const { manageUrl: _, ...person } = personal;
  return publication(attendanceRecorded, {
    aggregateId: enrolment.id,
    sequence: version,
    occurredAt: event.at,
    data: {
      ...data,
      present,
      minutes: event.minutes,
      walkIn: enrolment.walkIn ?? false,
      correction: before.status === 'attended' || before.status === 'absent',
      // Nobody has to know who did not come.
      personal: present ? person : undefined,
    },
  });
}

function dataOf({ session, enrolment, manageUrl }: Told) {
  const { name, email, language } = enrolment.participant;
  return {
    enrolmentId: enrolment.id,
    sessionId: session.id,
    title: { ...session.title },
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    venue: session.venue ?? undefined,
    personal: { name, email, language, manageUrl },
  };
}
