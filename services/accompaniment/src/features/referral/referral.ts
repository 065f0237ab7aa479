import type { DeclineReason, Modality, Person, ReferredProject } from '../../vocabulary.ts';
import { allows, arrowOf, type Direction, type ReferralStatus } from './referral-transitions.ts';

export {
  type DeclineReason,
  declineReasons,
  modalities,
  type Modality,
  type Person,
  type ReferredProject,
} from '../../vocabulary.ts';

/**
 * What the person agreed to share, each scope with what the ones before it allow. `referral`: with who receives it;
 * `referral-and-follow-up`: its outcome besides; `referral-and-rerouting`: also with whoever it is passed on to.
 */
export const consentScopes = ['referral', 'referral-and-follow-up', 'referral-and-rerouting'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** What a referral came to. */
export const referralOutcomes = [
  'entity-created',
  'legal-form-transformed',
  'consolidated',
  'job-insertions',
  'none',
] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** What the person agreed to, when, and to which wording. */
export interface Consent {
  scope: ConsentScope;
  /** The day, `YYYY-MM-DD`. */
  givenOn: string;
  /** The version of the text that was read or signed. */
  textVersion: string;
  withdrawnAt?: Date | undefined;
}

/** What a referral is about; it does not change as it travels. */
export interface ReferralContent {
  id: string;
  direction: Direction;
  partnerId: string;
  /** The partner's own name for it. */
  partnerReference?: string | undefined;
  modality: Modality;
  project: ReferredProject;
  person: Person;
  /** The project that it is about, where staff say it. */
  projectId?: string | undefined;
  /** The referral that was rerouted into this one. */
  reroutedFrom?: Link | undefined;
}

/** The referral before this one in a chain of reroutings, and the first of the chain. */
export interface Link {
  id: string;
  chainId: string;
}

interface Common extends ReferralContent {
  consent?: Consent | undefined;
  /** When it left its sender; before that, the other side does not know of it. */
  sentAt?: Date | undefined;
  /** When its receiver was reminded of it, which happens once. */
  remindedAt?: Date | undefined;
  /** The documents that the partner may read while it works on the project. */
  documentIds?: readonly string[] | undefined;
}

type Plain = Exclude<ReferralStatus, 'declined' | 'rerouted' | 'closed'>;

/** A referral. The arrows between its states are in `referral-transitions.ts`. */
export type Referral =
  | { status: 'none' }
  | ({ status: Plain } & Common)
  | ({ status: 'declined'; reason: DeclineReason; note?: string | undefined } & Common)
  | ({ status: 'rerouted'; reroutedTo: string } & Common)
  | ({ status: 'closed'; outcome: ReferralOutcome } & Common);

export type ExistingReferral = Exclude<Referral, { status: 'none' }>;

/** A step of the machine that happened, with what it carries. */
export type ReferralTransitionEvent =
  | { type: 'drafted'; content: ReferralContent; consent?: Consent | undefined; at: Date }
  | { type: 'sent' | 'received' | 'accepted' | 'started' | 'withdrawn' | 'expired'; at: Date }
  | { type: 'declined'; reason: DeclineReason; note?: string | undefined; at: Date }
  | { type: 'rerouted'; reroutedTo: string; at: Date }
  | { type: 'closed'; outcome: ReferralOutcome; at: Date };

/** What happens beside the machine: consent is given and taken back in any state. */
export type ConsentEvent =
  | { type: 'consent-recorded'; consent: Consent; at: Date }
  | { type: 'consent-withdrawn'; at: Date };

/** Also beside the machine: nobody has answered for long. */
export interface ReminderEvent {
  type: 'reminder-due';
  at: Date;
}

/** Beside the machine too: documents of the project are shown to the partner, or no longer. */
export interface DocumentEvent {
  type: 'document-shared' | 'document-unshared';
  documentId: string;
  at: Date;
}

export type ReferralEvent = ReferralTransitionEvent | ConsentEvent | ReminderEvent | DocumentEvent;

export const initialReferral: Referral = { status: 'none' };

/** Whether a consent was given and not taken back. */
export function consentHolds(consent: Consent | undefined): boolean {
  return consent !== undefined && consent.withdrawnAt === undefined;
}

/** Whether a consent lets its receiver pass the referral on without asking the person again. */
export function coversRerouting(consent: Consent | undefined): boolean {
  return consentHolds(consent) && consent?.scope === 'referral-and-rerouting';
}

/** Folds one event over the state. An event that the table does not allow there changes nothing. */
export function evolve(state: Referral, event: ReferralEvent): Referral {
  if (event.type === 'drafted') {
    return state.status === 'none' ? { status: 'draft', ...event.content, consent: event.consent } : state;
  }
  if (state.status === 'none') return state;
  if (event.type === 'reminder-due') {
    return allows(state.status, 'expired') && state.remindedAt === undefined
      ? { ...state, remindedAt: event.at }
      : state;
  }
  if ('documentId' in event) return evolveDocuments(state, event);
  if (event.type === 'consent-recorded') return { ...state, consent: event.consent };
  if (event.type === 'consent-withdrawn') {
    return state.consent === undefined ? state : { ...state, consent: { ...state.consent, withdrawnAt: event.at } };
  }
  if (!allows(state.status, event.type)) return state;
  const common = commonOf(state);
  return { ...common, sentAt: event.type === 'sent' ? event.at : common.sentAt, ...endOf(event) };
}

function evolveDocuments(state: ExistingReferral, { type, documentId }: DocumentEvent): ExistingReferral {
  const others = (state.documentIds ?? []).filter((id) => id !== documentId);
  return { ...state, documentIds: type === 'document-shared' ? [...others, documentId] : others };
}

function endOf(event: Exclude<ReferralTransitionEvent, { type: 'drafted' }>) {
  switch (event.type) {
    case 'declined':
      return { status: 'declined' as const, reason: event.reason, note: event.note };
    case 'rerouted':
      return { status: 'rerouted' as const, reroutedTo: event.reroutedTo };
    case 'closed':
      return { status: 'closed' as const, outcome: event.outcome };
    default:
      // The other steps carry nothing, and end in one of the plain states.
      return { status: arrowOf(event.type).to as Plain };
  }
}

function commonOf(state: ExistingReferral): Common {
  const { id, direction, partnerId, partnerReference, modality, project, person, projectId, reroutedFrom } = state;
  const { consent, sentAt, remindedAt, documentIds } = state;
  const content = { id, direction, partnerId, partnerReference, modality, project, person, projectId, reroutedFrom };
  return { ...content, consent, sentAt, remindedAt, documentIds };
}
