import {
  attendanceRecorded,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentOffered,
  enrolmentPromoted,
  enrolmentRescheduled,
  enrolmentWaitlisted,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { Programme } from '../../vocabulary.ts';
import { courseData, type CourseFacts, meetingData, type SessionRow } from '../session/index.ts';
import { type PersonLinks, readableCode } from './enrolment.links.ts';
import type { Enrolment, EnrolmentEvent } from './enrolment.ts';

type Existing = Exclude<Enrolment, { status: 'none' }>;

/** Who was there, as it goes on record. */
export type AttendanceEvent = Extract<EnrolmentEvent, { type: 'attendance-recorded' | 'walked-in' }>;

/** The events that the person is told of, each with a link. */
export type ToldEvent = Exclude<EnrolmentEvent, { type: 'kept' | 'details-changed' } | AttendanceEvent>;

/** What a contract event says besides the domain event: the session, and where the person manages the enrolment. */
export interface Told {
  session: SessionRow;
  course: CourseFacts | undefined;
  /** The enrolment after the event. */
  enrolment: Existing;
  /** Its version after the event. */
  version: number;
  programme: Programme;
  /** The person's code for the door. */
  code: string;
  links: PersonLinks;
  /** Of the link that this message brings. */
  secret: string;
}

/** The contract event that a domain event gives rise to: each of them is told to the person. */
export function publicationOf(event: ToldEvent, told: Told): Publication {
  const meta = { aggregateId: told.enrolment.id, sequence: told.version, occurredAt: event.at };
  const data = { ...factsOf(told), personal: { ...addressOf(told.enrolment), ...linksFor(told) } };
  switch (event.type) {
    case 'confirmed':
      return publication(enrolmentConfirmed, { ...meta, data });
    case 'waitlisted':
      return publication(enrolmentWaitlisted, { ...meta, data: { ...data, position: event.position } });
    case 'offered':
      return publication(enrolmentOffered, { ...meta, data: { ...data, expiresAt: event.expiresAt.toISOString() } });
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
        data: {
          ...data,
          cause: event.cause,
          movedTo: event.movedTo,
          reason: event.reason === undefined ? undefined : { ...event.reason },
        },
      });
  }
}

/** The contract event of an attendance. `before` is the enrolment as it was: a second record is a correction. */
export function attendancePublication(
  event: AttendanceEvent,
  told: Pick<Told, 'session' | 'course' | 'enrolment' | 'version'>,
  before: Enrolment,
): Publication {
  const { enrolment } = told;
  const present = event.type === 'walked-in' || event.present;
  return publication(attendanceRecorded, {
    aggregateId: enrolment.id,
    sequence: told.version,
    occurredAt: event.at,
    data: {
      ...factsOf(told),
      present,
      minutes: event.minutes,
      walkIn: enrolment.walkIn ?? false,
      correction: before.status === 'attended' || before.status === 'absent',
      // Nobody has to know who did not come.
      personal: present ? addressOf(enrolment) : undefined,
    },
  });
}

function factsOf({ session, course, enrolment }: Pick<Told, 'session' | 'course' | 'enrolment'>) {
  return {
    enrolmentId: enrolment.id,
    sessionId: session.id,
    title: { ...session.title },
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    venue: session.venue ?? undefined,
    ...courseData(course),
    place: enrolment.place,
  };
}

function addressOf({ participant: { name, email, language } }: Existing) {
  return { name, email, language };
}

/** The links that are the person's: to the door and the video only for whoever has a place. */
export function linksFor({
  session,
  enrolment,
  programme,
  code,
  links,
  secret,
}: Pick<Told, 'session' | 'enrolment' | 'programme' | 'code' | 'links' | 'secret'>) {
  const manageUrl = links.manage(secret);
  if (enrolment.status !== 'confirmed') return { manageUrl };
  const joinUrl = joinUrlFor(session.mode, enrolment.place, programme);
  if (session.mode === 'online' || enrolment.place === 'online' || code === '') return { manageUrl, joinUrl };
  const door = {
    checkInUrl: links.checkIn(code),
    checkInQrUrl: links.checkInQr(code),
    checkInCode: readableCode(code),
  };
  return { manageUrl, ...door, joinUrl };
}

/** The video link, for whoever does not come to the room. */
export function joinUrlFor(
  mode: SessionRow['mode'],
  place: Existing['place'] | null,
  { joinUrl }: Programme,
): string | undefined {
  return mode === 'online' || (mode === 'hybrid' && place !== 'room') ? joinUrl : undefined;
}
