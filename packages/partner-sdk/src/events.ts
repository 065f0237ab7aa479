import { z } from 'zod';

/** A code whose meanings so far are known. New ones may be added at any time: keep a branch for the rest. */
export type OpenCode<Known extends string> = Known | (string & {});

/** Which kind of accompaniment a project needs. */
export type Modality = OpenCode<'creation' | 'consolidation' | 'transformation'>;

/** Where a referral stands. */
export type ReferralStatus = OpenCode<
  'sent' | 'received' | 'accepted' | 'declined' | 'rerouted' | 'in-progress' | 'closed' | 'withdrawn' | 'expired'
>;

/** Why a receiver does not take a project on. */
export type DeclineReason = OpenCode<
  | 'not-sse'
  | 'outside-territory'
  | 'outside-scope'
  | 'no-capacity'
  | 'already-accompanied'
  | 'insufficient-information'
  | 'person-unreachable'
  | 'person-not-interested'
  | 'duplicate'
  | 'other'
>;

/** What the work with a project came to. */
export type ReferralOutcome = OpenCode<
  'entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none'
>;

/** `inbound`: from you to the ateneu. `outbound`: from the ateneu to you. */
export type Direction = 'inbound' | 'outbound';

/** What every event says of its referral. Never personal data: read that through the API, while you may. */
export interface ReferralData {
  /** The referral, as in the API. */
  referralId: string;
  /** Your own name for it, where you gave one. */
  partnerReference?: string | undefined;
  direction: Direction;
  modality: Modality;
  /** Where the referral stands after the event. */
  status: ReferralStatus;
}

/** A CloudEvents 1.0 event about one of your referrals. */
export interface ReferralEventOf<Kind extends string, Data extends ReferralData = ReferralData> {
  /** The step that was taken; one for one with `type`, and shorter. */
  kind: Kind;
  specversion: '1.0';
  /** UUID. A repeated delivery has the same: keep those you have handled. */
  id: string;
  type: `cat.ateneulh.accompaniment.partner-referral.${Kind}.v1`;
  source: string;
  /** The referral's id. */
  subject: string;
  /** When it happened, ISO 8601 in UTC. */
  time: string;
  datacontenttype: 'application/json';
  /** Grows with each event of one referral. An event with a lower one than you have is old news. */
  sequence: number;
  /** The same for everything that followed from one outside cause. Quote it when you ask the ateneu about an event. */
  correlationid: string;
  data: Data;
}

/** The ateneu refers a project to you. */
export type ReferralSent = ReferralEventOf<'sent'>;
/** The receiver has the referral before it. */
export type ReferralReceived = ReferralEventOf<'received'>;
/** The receiver will take the project on. */
export type ReferralAccepted = ReferralEventOf<'accepted'>;
/** The receiver will not take the project on. */
export type ReferralDeclined = ReferralEventOf<'declined', ReferralData & { reasonCode: DeclineReason }>;
/** The receiver passed the project on. */
export type ReferralRerouted = ReferralEventOf<'rerouted'>;
/** Work with the project began. */
export type ReferralStarted = ReferralEventOf<'started'>;
/** The work ended. */
export type ReferralClosed = ReferralEventOf<'closed', ReferralData & { outcome: ReferralOutcome }>;
/** The sender took the referral back. */
export type ReferralWithdrawn = ReferralEventOf<'withdrawn'>;
/** Nobody answered in time. */
export type ReferralExpired = ReferralEventOf<'expired'>;
/** The person took their consent back: stop using their data and delete it. */
export type ReferralConsentWithdrawn = ReferralEventOf<'consent-withdrawn'>;
/** A document of the project is shared with you; read it through the API while the consent holds. */
export type ReferralDocumentShared = ReferralEventOf<'document-shared', ReferralData & { documentId: string }>;
/** A document is shared with you no longer: delete your copy. */
export type ReferralDocumentUnshared = ReferralEventOf<'document-unshared', ReferralData & { documentId: string }>;

/** Every event that this version of the SDK knows. */
export type KnownReferralEvent =
  | ReferralSent
  | ReferralReceived
  | ReferralAccepted
  | ReferralDeclined
  | ReferralRerouted
  | ReferralStarted
  | ReferralClosed
  | ReferralWithdrawn
  | ReferralExpired
  | ReferralConsentWithdrawn
  | ReferralDocumentShared
  | ReferralDocumentUnshared;

/** A message that this version of the SDK cannot read: a kind newer than it, or not an event. */
export interface UnknownReferralEvent {
  kind: 'unknown';
  /** Its CloudEvents type and id, where it has them. */
  type: string | undefined;
  id: string | undefined;
  /** The message, word for word. */
  raw: string;
}

/** An event about one of your referrals. Branch on `kind` (or `type`); the compiler says what each one holds. */
export type ReferralEvent = KnownReferralEvent | UnknownReferralEvent;

const common = z.looseObject({
  referralId: z.uuid(),
  partnerReference: z.string().optional(),
  direction: z.enum(['inbound', 'outbound']),
  modality: z.string().min(1),
  status: z.string().min(1),
});

const dataOf: { readonly [Kind in KnownReferralEvent['kind']]: z.ZodType } = {
  sent: common,
  received: common,
  accepted: common,
  declined: common.extend({ reasonCode: z.string().min(1) }),
  rerouted: common,
  started: common,
  closed: common.extend({ outcome: z.string().min(1) }),
  withdrawn: common,
  expired: common,
  'consent-withdrawn': common,
  'document-shared': common.extend({ documentId: z.uuid() }),
  'document-unshared': common.extend({ documentId: z.uuid() }),
};

const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.string(),
  source: z.string(),
  subject: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  sequence: z.int().min(1),
  correlationid: z.string().min(1),
});

const typePrefix = 'cat.ateneulh.accompaniment.partner-referral.';
const typeOf = (kind: string): string => `${typePrefix}${kind}.v1`;

/** The CloudEvents types that this version of the SDK knows. */
export const knownReferralTypes: readonly string[] = Object.keys(dataOf).map(typeOf);

/**
 * Reads an event from its JSON text. Fields that this version does not know are kept; what is not a known event comes
 * back as `{ kind: 'unknown' }`, never as an exception.
 */
export function readReferralEvent(json: string): ReferralEvent {
  const value = parseJson(json);
  for (const [kind, data] of Object.entries(dataOf)) {
    const read = envelope.extend({ type: z.literal(typeOf(kind)), data }).safeParse(value);
    // The schemas are those of the union; its test holds them to the platform's contracts.
    if (read.success) return { ...read.data, kind } as unknown as KnownReferralEvent;
  }
  const { type, id } = z.object({ type: text, id: text }).catch({ type: undefined, id: undefined }).parse(value);
  return { kind: 'unknown', type, id, raw: json };
}

const text = z.string().optional().catch(undefined);

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
