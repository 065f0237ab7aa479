import { DomainError, evolveAll } from '@ateneu/kernel';

import { type ReferralCommand, referralDecider } from './referral.decide.ts';
import {
  type Direction,
  partyOf,
  type ReferralStatus,
  referralStatuses,
  type Transition,
  transitionNames,
} from './referral-transitions.ts';
import { type Consent, initialReferral, type Referral, type ReferralContent, type ReferralEvent } from './referral.ts';

/** What the specs of referrals share. Everything in them happens at this instant. */
export const at = new Date('2026-03-02T10:00:00Z');
export const today = '2026-03-02';
export const consent: Consent = { scope: 'referral', givenOn: '2026-03-01', textVersion: '2026-01' };
export const otherId = '0198c1d2-7a10-7c3e-9f00-00000000000f';

/** What a referral is about. */
export const content = (direction: Direction): ReferralContent => ({
  id: '0198c1d2-7a10-7c3e-9f00-000000000001',
  direction,
  partnerId: '0198c1d2-7a10-7c3e-9f00-000000000002',
  modality: 'creation',
  project: { name: 'Economat de la Florida', description: 'Una botiga cooperativa.', neighbourhood: '7' },
  person: { name: 'Fatima El Amrani', email: 'fatima@example.org', language: 'ca' },
});

/** The shortest way to each state. */
const wayTo: Record<ReferralStatus, readonly Transition[]> = {
  draft: ['drafted'],
  sent: ['drafted', 'sent'],
  received: ['drafted', 'sent', 'received'],
  accepted: ['drafted', 'sent', 'received', 'accepted'],
  declined: ['drafted', 'sent', 'received', 'declined'],
  rerouted: ['drafted', 'sent', 'received', 'rerouted'],
  'in-progress': ['drafted', 'sent', 'received', 'accepted', 'started'],
  closed: ['drafted', 'sent', 'received', 'accepted', 'started', 'closed'],
  withdrawn: ['drafted', 'sent', 'withdrawn'],
  expired: ['drafted', 'sent', 'expired'],
};

/** The event of a step. */
export function eventOf(transition: Transition, direction: Direction): ReferralEvent {
  switch (transition) {
    case 'drafted':
      return { type: transition, content: content(direction), consent, at };
    case 'declined':
      return { type: transition, reason: 'no-capacity', note: undefined, at };
    case 'rerouted':
      return { type: transition, reroutedTo: otherId, at };
    case 'closed':
      return { type: transition, outcome: 'none', at };
    default:
      return { type: transition, at };
  }
}

/** The command that asks for a step, on behalf of whoever it belongs to. */
export function commandOf(
  transition: Transition,
  direction: Direction,
  by = partyOf(transition, direction),
): ReferralCommand {
  switch (transition) {
    case 'drafted':
      return { type: 'draft', by, content: content(direction), consent, today, at };
    case 'sent':
      return { type: 'send', by, partnerSuspended: false, at };
    case 'declined':
      return { type: 'decline', by, reason: 'no-capacity', note: undefined, at };
    case 'rerouted':
      return { type: 'reroute', by, reroutedTo: otherId, consent, today, at };
    case 'closed':
      return { type: 'close', by, outcome: 'none', at };
    case 'received':
      return { type: 'receive', by, at };
    case 'accepted':
      return { type: 'accept', by, at };
    case 'started':
      return { type: 'start', by, at };
    case 'withdrawn':
      return { type: 'withdraw', by, at };
    case 'expired':
      return { type: 'expire', by, at };
  }
}

/** A referral that reached a state by the shortest way, and what happened to it besides. */
export const inState = (status: ReferralStatus, direction: Direction, ...more: ReferralEvent[]): Referral =>
  evolveAll(referralDecider, initialReferral, [...wayTo[status].map((step) => eventOf(step, direction)), ...more]);

/** The code of the error that `work` is refused with, if it is. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

export const bothDirections: readonly Direction[] = ['inbound', 'outbound'];
/** Every step in every state, in both directions. */
export const everyCase = bothDirections.flatMap((direction) =>
  referralStatuses.flatMap((status) => transitionNames.map((transition) => ({ direction, status, transition }))),
);
