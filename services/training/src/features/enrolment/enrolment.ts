import type { LocalizedText } from '@ateneu/kernel';

/** What one person agreed to or refused, when, and which text they read. */
export interface Consent {
  given: boolean;
  /** The version of the text that was shown. */
  textVersion: string;
  at: Date;
}

/** Consents are separate: nobody needs to be photographed or written to in order to attend. */
export interface Consents {
  /** Keeping the data that the enrolment needs; there is none without it. */
  data: Consent;
  /** Appearing in pictures. */
  images: Consent;
  /** Receiving news of the ateneu. */
  news: Consent;
}

/** The languages that every message to a participant exists in. */
export const participantLanguages = ['ca', 'es'] as const;

/** A person who enrols. Personal data throughout. */
export interface Participant {
  name: string;
  email: string;
  language: (typeof participantLanguages)[number];
  phone?: string | undefined;
  birthYear?: number | undefined;
  municipality?: string | undefined;
  consents: Consents;
}

/** Why an enrolment ended. */
export const cancellationCauses = ['person', 'staff', 'session-cancelled'] as const;
export type CancellationCause = (typeof cancellationCauses)[number];

/** When, where and how a session meets: what a person who enrols is promised. */
export interface Meeting {
  startsAt: Date;
  endsAt: Date;
  mode: 'in-person' | 'online' | 'hybrid';
  venue?: string | undefined;
}

/** After a session moved, each person is asked whether they keep their place or turn; saying nothing keeps it too. */
export interface Reconfirmation {
  askedAt: Date;
  keptAt?: Date | undefined;
}

interface Common {
  id: string;
  sessionId: string;
  /** The person's turn in the session: places and the waiting list go by it. */
  arrival: number;
  participant: Participant;
  enrolledAt: Date;
  reconfirmation?: Reconfirmation | undefined;
  /** Whether the person came without having enrolled. */
  walkIn?: boolean | undefined;
}

/**
 * `confirmed`, or `waiting` and then perhaps `confirmed`; `cancelled` ends both. Once the session began, whoever had a
 * place becomes `attended` or `absent`, and may be corrected from one to the other; until recorded they count as neither.
 */
export type Enrolment =
  | { status: 'none' }
  | ({ status: 'confirmed'; confirmedAt: Date } & Common)
  | ({ status: 'waiting' } & Common)
  | ({ status: 'attended'; confirmedAt: Date; minutes: number; recordedAt: Date } & Common)
  | ({ status: 'absent'; confirmedAt: Date; recordedAt: Date } & Common)
  | ({ status: 'cancelled'; cancelledAt: Date; cause: CancellationCause; confirmedAt?: Date | undefined } & Common);

/** The states of an enrolment that exists. */
export const enrolmentStatuses = ['confirmed', 'waiting', 'attended', 'absent', 'cancelled'] as const;

/** How an enrolment begins. */
interface Enrolled {
  enrolmentId: string;
  sessionId: string;
  arrival: number;
  participant: Participant;
  at: Date;
}

export type EnrolmentEvent =
  | ({ type: 'confirmed' } & Enrolled)
  /** `position` is the place in the waiting list at that moment, from 1. */
  | ({ type: 'waitlisted'; position: number } & Enrolled)
  | { type: 'promoted'; enrolmentId: string; at: Date }
  /** The session moved; `previous` is what the person had been promised. */
  | { type: 'rescheduled'; enrolmentId: string; previous: Meeting; reason: LocalizedText; at: Date }
  /** The person said that the new date or place suits them. */
  | { type: 'kept'; enrolmentId: string; at: Date }
  /** Whether somebody who had a place was there, and for how long; 0 minutes for one who was not. */
  | { type: 'attendance-recorded'; enrolmentId: string; present: boolean; minutes: number; at: Date }
  /** Somebody came without having enrolled, and there was room. */
  | ({ type: 'walked-in'; minutes: number } & Enrolled)
  | {
      type: 'cancelled';
      enrolmentId: string;
      cause: CancellationCause;
      /** What people are told about a cancelled session. */
      reason?: LocalizedText | undefined;
      at: Date;
    };

export const noEnrolment: Enrolment = { status: 'none' };

/** Folds one event over the state of the enrolment it is about. */
export function evolve(state: Enrolment, event: EnrolmentEvent): Enrolment {
  if (event.type === 'confirmed' || event.type === 'waitlisted' || event.type === 'walked-in') {
    const { enrolmentId: id, sessionId, arrival, participant, at } = event;
    const common: Common = { id, sessionId, arrival, participant, enrolledAt: at };
    if (event.type === 'walked-in') {
      const { minutes } = event;
      return { status: 'attended', ...common, walkIn: true, confirmedAt: at, minutes, recordedAt: at };
    }
    return event.type === 'confirmed'
      ? { status: 'confirmed', ...common, confirmedAt: at }
      : { status: 'waiting', ...common };
  }
  if (state.status === 'none') return state;
  const { id, sessionId, arrival, participant, enrolledAt, reconfirmation, walkIn } = state;
  const common: Common = { id, sessionId, arrival, participant, enrolledAt, reconfirmation, walkIn };
  switch (event.type) {
    case 'promoted':
      return { status: 'confirmed', ...common, confirmedAt: event.at };
    case 'rescheduled':
      return { ...state, reconfirmation: { askedAt: event.at } };
    case 'kept':
      return reconfirmation === undefined
        ? state
        : { ...state, reconfirmation: { askedAt: reconfirmation.askedAt, keptAt: event.at } };
    case 'attendance-recorded': {
      const { present, minutes, at: recordedAt } = event;
      const confirmedAt = ('confirmedAt' in state ? state.confirmedAt : undefined) ?? enrolledAt;
      return present
        ? { status: 'attended', ...common, confirmedAt, minutes, recordedAt }
        : { status: 'absent', ...common, confirmedAt, recordedAt };
    }
    case 'cancelled': {
      const confirmedAt = 'confirmedAt' in state ? state.confirmedAt : undefined;
      return { status: 'cancelled', ...common, cancelledAt: event.at, cause: event.cause, confirmedAt };
    }
  }
}
