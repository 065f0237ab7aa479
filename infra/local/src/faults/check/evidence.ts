import type { ServiceName } from '../../settings.ts';

/** A row of a service's outbox. */
export interface OutboxRow {
  readonly service: ServiceName;
  /** Grows in the order of writing; within one session's lock also in the order of commits. */
  readonly id: number;
  readonly eventId: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly subject: string;
  readonly published: boolean;
  /** The session of an event about an enrolment. */
  readonly sessionId?: string | undefined;
  /** Whether the event names a person to be told. */
  readonly namesPerson: boolean;
}

/** What one event did to a partner's program. */
export interface SeenByPartner {
  readonly id: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly sequence: number;
}

/** All that is there when everything has come to rest, read past the services. */
export interface Evidence {
  readonly sessions: readonly {
    readonly id: string;
    readonly status: string;
    readonly capacity: number;
    readonly confirmed: number;
    readonly waiting: number;
  }[];
  readonly enrolments: readonly {
    readonly id: string;
    readonly sessionId: string;
    readonly email: string;
    readonly status: string;
    readonly arrival: number;
  }[];
  readonly referrals: readonly { readonly id: string; readonly reference: string; readonly status: string }[];
  readonly initiatives: readonly { readonly id: string; readonly status: string }[];
  readonly outbox: readonly OutboxRow[];
  readonly inbox: readonly { readonly service: ServiceName; readonly reaction: string; readonly eventId: string }[];
  /** What each service's durable consumer is filtered to, as the broker has it. */
  readonly subscriptions: ReadonlyMap<ServiceName, readonly string[]>;
  /** Every message of `EVENTS` and `REFERRALS`, in the order of each stream. */
  readonly stream: readonly {
    readonly stream: string;
    readonly subject: string;
    readonly body: string;
    /** Of a message that is an event. */
    readonly event?: { readonly id: string; readonly aggregateId: string; readonly sequence: number } | undefined;
  }[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly eventId: string;
    readonly kind: string;
    readonly recipient: string;
    readonly status: string;
    readonly messageId: string;
  }[];
  /** The Message-ID of every e-mail that was caught. */
  readonly mails: readonly string[];
  readonly deadLetters: readonly { readonly service: string; readonly reason: string; readonly body: string }[];
  readonly seenByPartner: readonly SeenByPartner[];
}
