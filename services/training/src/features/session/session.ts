import type { LocalizedText } from '@ateneu/kernel';

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
}

interface Common {
  id: string;
  details: SessionDetails;
  /** Places in all. */
  capacity: number;
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
  | { type: 'drafted'; id: string; details: SessionDetails; capacity: number; at: Date }
  | { type: 'edited'; details: SessionDetails; at: Date }
  | { type: 'capacity-changed'; capacity: number; at: Date }
  | { type: 'published'; at: Date }
  | { type: 'started'; at: Date }
  | { type: 'held'; at: Date }
  | { type: 'cancelled'; reason: LocalizedText; at: Date };

export const initialSession: Session = { status: 'none' };

/** Folds one event over the state. */
export function evolve(state: Session, event: SessionEvent): Session {
  if (event.type === 'drafted') {
    return { status: 'draft', id: event.id, details: event.details, capacity: event.capacity };
  }
  if (state.status === 'none') return state;
  const common: Common = { id: state.id, details: state.details, capacity: state.capacity };
  const publishedAt = 'publishedAt' in state ? state.publishedAt : undefined;
  switch (event.type) {
    case 'edited':
      return { ...state, details: event.details };
    case 'capacity-changed':
      return { ...state, capacity: event.capacity };
    case 'published':
      return { status: 'published', ...common, publishedAt: event.at };
    case 'started':
      return publishedAt === undefined ? state : { status: 'in-progress', ...common, publishedAt };
    case 'held':
      return publishedAt === undefined ? state : { status: 'held', ...common, publishedAt };
    case 'cancelled':
      return { status: 'cancelled', ...common, reason: event.reason, publishedAt };
  }
}
