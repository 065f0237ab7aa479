import type { ServiceName } from '../settings.ts';

/**
 * How an operation ended for the client that asked for it: it was told that it is done; it was told no; or it gave up
 * without an answer, and then it may have happened or not.
 */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

/** One operation of a client, retries included. */
export interface Operation {
  readonly kind: string;
  readonly service: ServiceName;
  readonly outcome: Outcome;
  /** Milliseconds of the clock. */
  readonly begunAt: number;
  readonly endedAt: number;
  readonly tries: number;
}

/** A person who was told that they are enrolled. */
export interface AcknowledgedEnrolment {
  readonly id: string;
  readonly sessionId: string;
  readonly email: string;
  readonly status: 'confirmed' | 'waiting';
  readonly key: string;
  /** Whether a cancellation of it was acknowledged, or asked for without an answer. */
  cancelled: 'no' | 'acknowledged' | 'unknown';
}

/** A referral that a partner was told the ateneu has. */
export interface AcknowledgedReferral {
  readonly id: string;
  readonly reference: string;
  readonly key: string;
  answered: 'no' | 'accepted' | 'declined' | 'unknown';
}

/** What must become of a message that was forged into the event stream. */
export type ForgedFate = 'dead' | 'handled' | 'ignored';

/** A message that we put into the event stream, past every service. */
export interface ForgedMessage {
  readonly what: string;
  readonly subject: string;
  readonly body: string;
  readonly fate: ForgedFate;
  /** Of a message that is an event. */
  readonly eventId?: string;
}

/** All that was acknowledged, sent and done in a run: what the end is measured against. */
export interface History {
  readonly operations: Operation[];
  readonly sessions: { readonly id: string; readonly capacity: number; published: boolean }[];
  readonly enrolments: AcknowledgedEnrolment[];
  readonly referrals: AcknowledgedReferral[];
  readonly initiatives: { readonly id: string; published: boolean }[];
  readonly forged: ForgedMessage[];
  /** One key was answered with two results. */
  readonly contradictions: string[];
  /** Answers that no fault excuses: 500, 502, 504 and unreadable ones, by what was asked. */
  readonly strangeAnswers: Map<string, number>;
  /** Every single try: when it began, whom it asked, and the answer's status, where one came. */
  readonly tries: { readonly at: number; readonly service: ServiceName; readonly status: number | undefined }[];
  /** How often each status was answered, retries included; `none` where no answer came. */
  readonly answers: Map<string, number>;
}

export function createHistory(): History {
  return {
    operations: [],
    sessions: [],
    enrolments: [],
    referrals: [],
    initiatives: [],
    forged: [],
    contradictions: [],
    strangeAnswers: new Map(),
    tries: [],
    answers: new Map(),
  };
}

export function countIn(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
