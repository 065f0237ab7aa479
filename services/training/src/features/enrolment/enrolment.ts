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

interface Common {
  id: string;
  sessionId: string;
  /** The person's turn in the session: places and the waiting list go by it. */
  arrival: number;
  participant: Participant;
  enrolledAt: Date;
}

/** `confirmed`, or `waiting` and then perhaps `confirmed`; `cancelled` ends both. */
export type Enrolment =
  | { status: 'none' }
  | ({ status: 'confirmed'; confirmedAt: Date } & Common)
  | ({ status: 'waiting' } & Common)
  | ({ status: 'cancelled'; cancelledAt: Date; cause: CancellationCause; confirmedAt?: Date | undefined } & Common);

/** The states of an enrolment that exists. */
export const enrolmentStatuses = ['confirmed', 'waiting', 'cancelled'] as const;

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
  if (event.type === 'confirmed' || event.type === 'waitlisted') {
    const { enrolmentId: id, sessionId, arrival, participant, at } = event;
    const common: Common = { id, sessionId, arrival, participant, enrolledAt: at };
    return event.type === 'confirmed'
      ? { status: 'confirmed', ...common, confirmedAt: at }
      : { status: 'waiting', ...common };
  }
  if (state.status === 'none') return state;
  const { id, sessionId, arrival, participant, enrolledAt } = state;
  const common: Common = { id, sessionId, arrival, participant, enrolledAt };
  switch (event.type) {
    case 'promoted':
      return { status: 'confirmed', ...common, confirmedAt: event.at };
    case 'cancelled': {
      const confirmedAt = 'confirmedAt' in state ? state.confirmedAt : undefined;
      return { status: 'cancelled', ...common, cancelledAt: event.at, cause: event.cause, confirmedAt };
    }
  }
}
