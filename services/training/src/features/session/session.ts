import type { LocalizedText } from '@ateneu/kernel';

import type { Programme } from '../../vocabulary.ts';

/** How people attend. */
export const sessionModes = ['in-person', 'online', 'hybrid'] as const;
export type SessionMode = (typeof sessionModes)[number];

/** What a session says of itself. Its places are apart, because changing them moves people. */
export interface SessionDetails {
  title: LocalizedText;
  summary: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  mode: SessionMode;
  /** Where it is held; a session with people in a room has one before it is published. */
  venue?: string | undefined;
  /** Enrolment opens when the session is published, unless this says later. */
  enrolmentOpensAt?: Date | undefined;
  /** Enrolment closes when the session starts, unless this says earlier. */
  enrolmentClosesAt?: Date | undefined;
  /** Whether people may queue for a full session. */
  waitingListEnabled: boolean;
  /** The course it belongs to; one that stands alone has none. */
  courseId?: string | undefined;
  programme?: Programme | undefined;
  /** A session of a school: pupils are counted by head, and nobody enrols. */
  forMinors?: boolean | undefined;
  /** For how many hours a freed place is kept for whoever is next; without it they get it at once. */
  offerHours?: number | undefined;
  /** The room of ours that it takes. */
  roomId?: string | undefined;
}

/** The places of a session. */
export interface Places {
  /** In all. */
  capacity: number;
  /** How many of them are online, in a hybrid session that counts them apart. */
  onlineCapacity?: number | undefined;
}

/** How far what people have been shown of a session has moved since it was published; calendars go by it. */
export interface Announcement {
  /** 0 at publication, and one more with each change that people can see. */
  sequence: number;
  changedAt: Date;
}

/** When, where and how people meet: what somebody who enrolled was promised. */
export type Meeting = Pick<SessionDetails, 'startsAt' | 'endsAt' | 'mode' | 'venue'>;

interface Common extends Places {
  id: string;
  details: SessionDetails;
  /** Nobody has been shown a draft. */
  announced?: Announcement | undefined;
  /** When it was to start before it was last moved to another time. */
  previousStartsAt?: Date | undefined;
}

/** `draft → published → in-progress → held`, and `cancelled` from any but the last. */
export type Session =
  | { status: 'none' }
  | ({ status: 'draft' } & Common)
  | ({ status: 'published'; publishedAt: Date } & Common)
  | ({ status: 'in-progress'; publishedAt: Date } & Common)
  | ({ status: 'held'; publishedAt: Date } & Common)
  /** One that was cancelled as a draft was never published. */
  | ({ status: 'cancelled'; reason: LocalizedText; publishedAt?: Date | undefined } & Common);

/** The states of a session that exists. */
export const sessionStatuses = ['draft', 'published', 'in-progress', 'held', 'cancelled'] as const;

export type SessionEvent =
  | ({ type: 'drafted'; id: string; details: SessionDetails; at: Date } & Places)
  | { type: 'edited'; details: SessionDetails; at: Date }
  | ({ type: 'capacity-changed'; at: Date } & Places)
  | { type: 'published'; at: Date }
  /** Announced anew, with people told; `previous` is what they had been promised. */
  | { type: 'rescheduled'; details: SessionDetails; previous: Meeting; reason: LocalizedText; at: Date }
  | { type: 'started'; at: Date }
  | { type: 'held'; at: Date }
  | { type: 'cancelled'; reason: LocalizedText; at: Date };

export const initialSession: Session = { status: 'none' };

/** Folds one event over the state. */
export function evolve(state: Session, event: SessionEvent): Session {
  if (event.type === 'drafted') {
    const { id, details, capacity, onlineCapacity } = event;
    return { status: 'draft', id, details, capacity, onlineCapacity };
  }
  if (state.status === 'none') return state;
  const { id, details, capacity, onlineCapacity, announced, previousStartsAt } = state;
  const common: Common = { id, details, capacity, onlineCapacity, announced, previousStartsAt };
  const publishedAt = 'publishedAt' in state ? state.publishedAt : undefined;
  switch (event.type) {
    case 'edited':
      return {
        ...state,
        details: event.details,
        announced: looksTheSame(details, event.details) ? announced : changed(announced, event.at),
      };
    case 'capacity-changed':
      return { ...state, capacity: event.capacity, onlineCapacity: event.onlineCapacity };
    case 'published':
      return { status: 'published', ...common, publishedAt: event.at, announced: { sequence: 0, changedAt: event.at } };
    case 'rescheduled': {
      const sameTime = event.previous.startsAt.getTime() === event.details.startsAt.getTime();
      return {
        ...state,
        details: event.details,
        announced: changed(announced, event.at),
        previousStartsAt: sameTime ? previousStartsAt : event.previous.startsAt,
      };
    }
    case 'started':
      return publishedAt === undefined ? state : { status: 'in-progress', ...common, publishedAt };
    case 'held':
      return publishedAt === undefined ? state : { status: 'held', ...common, publishedAt };
    case 'cancelled':
      return {
        status: 'cancelled',
        ...common,
        reason: event.reason,
        publishedAt,
        announced: changed(announced, event.at),
      };
  }
}

/** When, where and how, of all that a session says of itself. */
export function meetingOf({ startsAt, endsAt, mode, venue }: SessionDetails): Meeting {
  return { startsAt, endsAt, mode, venue };
}

/** Whether two meetings are one for whoever was promised it. */
export function sameMeeting(before: Meeting, after: Meeting): boolean {
  return (
    after.startsAt.getTime() === before.startsAt.getTime() &&
    after.endsAt.getTime() === before.endsAt.getTime() &&
    after.mode === before.mode &&
    after.venue === before.venue
  );
}

function changed(announced: Announcement | undefined, at: Date): Announcement | undefined {
  return announced === undefined ? undefined : { sequence: announced.sequence + 1, changedAt: at };
}

/** Whether a calendar would show the same; when enrolment opens and closes is no part of that. */
function looksTheSame(before: SessionDetails, after: SessionDetails): boolean {
  const shown = ({ title, summary, startsAt, endsAt, mode, venue }: SessionDetails) =>
    JSON.stringify([title.ca, title.es, title.en, summary.ca, summary.es, summary.en, startsAt, endsAt, mode, venue]);
  return shown(before) === shown(after);
}
