import type { LocalizedText } from '@ateneu/kernel';

import type { Answers, AttendancePlace } from '../../vocabulary.ts';

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

/** What the funder asks of whoever takes part. All of it is the person's own choice to tell. */
export interface Profile {
  /** `YYYY-MM-DD`. */
  birthDate?: string | undefined;
  /** Codes of the reference data. */
  gender?: string | undefined;
  employmentSituation?: string | undefined;
  studyLevel?: string | undefined;
  discovery?: string | undefined;
  /** Where the person comes from, in their own words. */
  origin?: string | undefined;
  identityDocument?: string | undefined;
  /** The person said that they cannot give it. */
  identityDocumentWithheld?: boolean | undefined;
}

/** A person who enrols. Personal data throughout. */
export interface Participant {
  /** The whole name, as it is read out. */
  name: string;
  /** The two parts of the name, where the person gave them apart. */
  givenName?: string | undefined;
  surnames?: string | undefined;
  email: string;
  language: (typeof participantLanguages)[number];
  phone?: string | undefined;
  birthYear?: number | undefined;
  municipality?: string | undefined;
  profile?: Profile | undefined;
  /** What the person needs in order to take part, in their own words. */
  accessibility?: string | undefined;
  answers?: Answers | undefined;
  consents: Consents;
}

/** Why an enrolment ended. */
export const cancellationCauses = [
  'person',
  'staff',
  'session-cancelled',
  'offer-declined',
  'offer-expired',
  'moved',
] as const;
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
  /** Where the person takes part, in a hybrid session. */
  place?: AttendancePlace | undefined;
  /** The people who enrolled together have it in common. */
  partyId?: string | undefined;
}

/**
 * `confirmed`, or `waiting` and then perhaps `confirmed`, by way of `offered` where the session asks first; `cancelled` ends
 * each. Once the session began, whoever had a
 * place becomes `attended` or `absent`, and may be corrected from one to the other; until recorded they count as neither.
 */
export type Enrolment =
  | { status: 'none' }
  | ({ status: 'confirmed'; confirmedAt: Date } & Common)
  | ({ status: 'waiting' } & Common)
  | ({ status: 'offered'; offeredAt: Date; expiresAt: Date } & Common)
  | ({ status: 'attended'; confirmedAt: Date; minutes: number; recordedAt: Date } & Common)
  | ({ status: 'absent'; confirmedAt: Date; recordedAt: Date } & Common)
  | ({ status: 'cancelled'; cancelledAt: Date; cause: CancellationCause; confirmedAt?: Date | undefined } & Common);

/** The states of an enrolment that exists. */
export const enrolmentStatuses = ['confirmed', 'waiting', 'offered', 'attended', 'absent', 'cancelled'] as const;

/** How an enrolment begins. */
interface Enrolled {
  enrolmentId: string;
  sessionId: string;
  arrival: number;
  participant: Participant;
  place?: AttendancePlace | undefined;
  partyId?: string | undefined;
  at: Date;
}

export type EnrolmentEvent =
  | ({ type: 'confirmed' } & Enrolled)
  /** `position` is the place in the waiting list at that moment, from 1. */
  | ({ type: 'waitlisted'; position: number } & Enrolled)
  /** Somebody who waited has a place now, or took the one that was offered. */
  | { type: 'promoted'; enrolmentId: string; at: Date }
  /** A place is kept for whoever is next, until a moment. */
  | { type: 'offered'; enrolmentId: string; expiresAt: Date; at: Date }
  /** The person, or staff for them, said something else of themselves, of their answers or of what they agree to. */
  | {
      type: 'details-changed';
      enrolmentId: string;
      participant: Participant;
      /** What of it is different. */
      changed: readonly (keyof Participant)[];
      at: Date;
    }
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
      /** The session that staff moved the person to. */
      movedTo?: string | undefined;
      at: Date;
    };

export const noEnrolment: Enrolment = { status: 'none' };

/** Folds one event over the state of the enrolment it is about. */
export function evolve(state: Enrolment, event: EnrolmentEvent): Enrolment {
  if (event.type === 'confirmed' || event.type === 'waitlisted' || event.type === 'walked-in') {
    const { enrolmentId: id, sessionId, arrival, participant, place, partyId, at } = event;
    const common: Common = { id, sessionId, arrival, participant, place, partyId, enrolledAt: at };
    if (event.type === 'walked-in') {
      const { minutes } = event;
      return { status: 'attended', ...common, walkIn: true, confirmedAt: at, minutes, recordedAt: at };
    }
    return event.type === 'confirmed'
      ? { status: 'confirmed', ...common, confirmedAt: at }
      : { status: 'waiting', ...common };
  }
  if (state.status === 'none') return state;
  const { id, sessionId, arrival, participant, enrolledAt, reconfirmation, walkIn, place, partyId } = state;
  const common: Common = { id, sessionId, arrival, participant, enrolledAt, reconfirmation, walkIn, place, partyId };
  switch (event.type) {
    case 'promoted':
      return { status: 'confirmed', ...common, confirmedAt: event.at };
    case 'offered':
      return { status: 'offered', ...common, offeredAt: event.at, expiresAt: event.expiresAt };
    case 'details-changed':
      return { ...state, participant: event.participant };
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
