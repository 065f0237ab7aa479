import { assertNever, type Decider, evolveAll } from '@ateneu/kernel';

import {
  consentInFuture,
  consentMissing,
  consentTooNarrow,
  consentWithdrawn,
  referralNotFound,
  referralPartnerSuspended,
  referralWrongParty,
  referralWrongState,
} from './referral.errors.ts';
import { allows, arrowOf, isFinal, type Party, partyOf, stepsOf } from './referral-transitions.ts';
import {
  type Consent,
  consentHolds,
  coversRerouting,
  type DeclineReason,
  evolve,
  type ExistingReferral,
  initialReferral,
  type Referral,
  type ReferralContent,
  type ReferralEvent,
  type ReferralOutcome,
  type ReferralTransitionEvent,
} from './referral.ts';

/** `by` is whose behalf the command is given on; the table says whose step each is. */
interface Given {
  by: Party;
  at: Date;
}

export type ReferralCommand =
  /** `today` is the ateneu's calendar day, `YYYY-MM-DD`. */
  | ({ type: 'draft'; content: ReferralContent; consent?: Consent | undefined; today: string } & Given)
  | ({ type: 'record-consent'; consent: Consent; today: string } & Given)
  | ({ type: 'withdraw-consent' } & Given)
  | ({ type: 'send'; partnerSuspended: boolean } & Given)
  | ({ type: 'receive' | 'accept' | 'start' | 'withdraw' | 'expire' | 'remind' } & Given)
  | ({ type: 'decline'; reason: DeclineReason; note?: string | undefined } & Given)
  /** `consent` is the person's to this receiver, where the first one does not reach so far; `today` as in `draft`. */
  | ({ type: 'reroute'; reroutedTo: string; consent?: Consent | undefined; today: string } & Given)
  | ({ type: 'share-document' | 'unshare-document'; documentId: string } & Given)
  | ({ type: 'close'; outcome: ReferralOutcome } & Given);

/**
 * Decides what a command does to a referral. Asking for the state it is already in changes nothing.
 *
 * @throws DomainError `accompaniment.referral.not-found`, `.wrong-state`, `.wrong-party`, `.partner-suspended`,
 * `.consent-missing`, `.consent-withdrawn`, `.consent-in-future` or `.consent-too-narrow`
 */
export function decide(command: ReferralCommand, state: Referral): ReferralEvent[] {
  if (command.type === 'draft') return draft(command, state);
  if (state.status === 'none') throw referralNotFound();
  switch (command.type) {
    case 'record-consent':
      if (state.status !== 'draft') throw referralWrongState({ status: state.status });
      ofParty(partyOf('drafted', state.direction), command.by);
      return [{ type: 'consent-recorded', consent: checkedConsent(command.consent, command.today), at: command.at }];
    case 'withdraw-consent':
      if (state.consent === undefined) throw consentMissing();
      return state.consent.withdrawnAt === undefined ? [{ type: 'consent-withdrawn', at: command.at }] : [];
    case 'send':
      if (command.partnerSuspended) throw referralPartnerSuspended();
      return advance(state, command.by, { type: 'sent', at: command.at });
    case 'receive':
      return advance(state, command.by, { type: 'received', at: command.at });
    case 'accept':
      return advance(state, command.by, { type: 'accepted', at: command.at });
    case 'start':
      return advance(state, command.by, { type: 'started', at: command.at });
    case 'withdraw':
      return advance(state, command.by, { type: 'withdrawn', at: command.at });
    case 'expire':
      return advance(state, command.by, { type: 'expired', at: command.at });
    case 'decline':
      return advance(state, command.by, {
        type: 'declined',
        reason: command.reason,
        note: command.note,
        at: command.at,
      });
    case 'remind':
      ofParty('time', command.by);
      return isReminderPossible(state) ? [{ type: 'reminder-due', at: command.at }] : [];
    case 'share-document':
    case 'unshare-document':
      return documents(command, state);
    case 'reroute':
      return reroute(command, state);
    case 'close':
      return advance(state, command.by, { type: 'closed', outcome: command.outcome, at: command.at });
    default:
      return assertNever(command);
  }
}

function draft(command: Extract<ReferralCommand, { type: 'draft' }>, state: Referral): ReferralEvent[] {
  if (state.status !== 'none') throw referralWrongState({ status: state.status });
  ofParty(partyOf('drafted', command.content.direction), command.by);
  const consent = command.consent === undefined ? undefined : checkedConsent(command.consent, command.today);
  return [{ type: 'drafted', content: command.content, consent, at: command.at }];
}

function reroute(command: Extract<ReferralCommand, { type: 'reroute' }>, state: ExistingReferral): ReferralEvent[] {
  const events = advance(state, command.by, { type: 'rerouted', reroutedTo: command.reroutedTo, at: command.at });
  if (events.length > 0) reroutingConsent(command.consent, command.today, state);
  return events;
}

/**
 * The consent under which a referral is passed on: one that the person gave for it, or the first one where it reaches
 * that far.
 *
 * @throws DomainError `accompaniment.referral.consent-too-narrow` or `.consent-in-future`
 */
export function reroutingConsent(given: Consent | undefined, today: string, state: ExistingReferral): Consent {
  if (given !== undefined) return checkedConsent(given, today);
  if (state.consent === undefined || !coversRerouting(state.consent)) throw consentTooNarrow();
  return state.consent;
}

/** The ateneu shares documents with a partner that has the referral and has not ended it; taking one back is always open. */
function documents(
  { type, by, documentId, at }: Extract<ReferralCommand, { type: 'share-document' | 'unshare-document' }>,
  state: ExistingReferral,
): ReferralEvent[] {
  ofParty('ateneu', by);
  const isShared = state.documentIds?.includes(documentId) === true;
  if (type === 'unshare-document') return isShared ? [{ type: 'document-unshared', documentId, at }] : [];
  if (state.sentAt === undefined || isFinal(state.status)) throw referralWrongState({ status: state.status });
  requireConsent(state);
  return isShared ? [] : [{ type: 'document-shared', documentId, at }];
}

/** What waits for an answer may expire, says the table. A receiver is reminded once, and not of what it cannot accept. */
function isReminderPossible(state: ExistingReferral): boolean {
  return allows(state.status, 'expired') && state.remindedAt === undefined && consentHolds(state.consent);
}

type Step = Exclude<ReferralTransitionEvent, { type: 'drafted' }>;
/** The steps that others imply carry nothing of their own. */
type Implied = 'received' | 'started';

function advance(state: ExistingReferral, by: Party, step: Step): ReferralEvent[] {
  ofParty(partyOf(step.type, state.direction), by);
  if (state.status === arrowOf(step.type).to) return [];
  const steps = stepsOf(state.status, step.type);
  if (steps.length === 0) throw referralWrongState({ status: state.status });
  if (arrowOf(step.type).needsConsent === true) requireConsent(state);
  return steps.map((name) => (name === step.type ? step : { type: name as Implied, at: step.at }));
}

function requireConsent(state: ExistingReferral): void {
  if (consentHolds(state.consent)) return;
  throw state.consent === undefined ? consentMissing() : consentWithdrawn();
}

function ofParty(expected: Party, by: Party): void {
  if (expected !== by) throw referralWrongParty();
}

function checkedConsent({ scope, givenOn, textVersion }: Consent, today: string): Consent {
  if (givenOn > today) throw consentInFuture();
  return { scope, givenOn, textVersion };
}

/** Decides several commands one after another, from nothing on. */
export function decideAll(commands: readonly ReferralCommand[]): ReferralEvent[] {
  let state = initialReferral;
  return commands.flatMap((command) => {
    const events = decide(command, state);
    state = evolveAll(referralDecider, state, events);
    return events;
  });
}

export const referralDecider: Decider<Referral, ReferralCommand, ReferralEvent> = {
  initialState: initialReferral,
  decide,
  evolve,
};
