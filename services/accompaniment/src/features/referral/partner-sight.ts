import { isFinal } from './referral-transitions.ts';
import { consentHolds, type ExistingReferral } from './referral.ts';

/**
 * How much of a referral its partner may read.
 *
 * - `nothing`: it does not exist for the partner: an outbound one that was not sent
 * - `outline`: that it is there and how it stands; no word about the person or the project
 * - `case`: what is needed to decide on it; no name, no contact
 * - `contact`: the person besides
 */
export type PartnerSight = 'nothing' | 'outline' | 'case' | 'contact';

/**
 * Says how much the partner may read of a referral now. Consent comes first: without it nothing personal is read. Then
 * the state: a receiver sees the person only from its acceptance until the end, a sender until the end.
 */
export function partnerSight(state: ExistingReferral): PartnerSight {
  if (state.direction === 'outbound' && state.sentAt === undefined) return 'nothing';
  if (!consentHolds(state.consent)) return 'outline';
  if (state.direction === 'inbound') return isFinal(state.status) ? 'case' : 'contact';
  if (state.status === 'accepted' || state.status === 'in-progress') return 'contact';
  return isFinal(state.status) ? 'outline' : 'case';
}
