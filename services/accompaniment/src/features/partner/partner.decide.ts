import { assertNever, type Decider } from '@ateneu/kernel';

import { accountMissing, credentialsAlreadyIssued, partnerNotFound, partnerWrongState } from './partner.errors.ts';
import { evolve, initialPartner, type Partner, type PartnerEvent, type PartnerProfile } from './partner.ts';

export type PartnerCommand =
  | { type: 'onboard'; id: string; profile: PartnerProfile; at: Date }
  | { type: 'change-profile'; profile: PartnerProfile; at: Date }
  /** `accountKey` is only used the first time. */
  | { type: 'open-account'; accountKey: string; at: Date }
  /** The first credentials; asking again is an error, since they are shown once. */
  | { type: 'issue-credentials'; at: Date }
  /** New credentials; the earlier ones stop working at once, or at `overlapUntil`. */
  | { type: 'replace-credentials'; by: 'ateneu' | 'partner'; overlapUntil?: Date | undefined; at: Date }
  | { type: 'suspend'; reason?: string | undefined; at: Date }
  | { type: 'reinstate'; at: Date };

/**
 * Decides what a command does to a partner.
 *
 * @throws DomainError `accompaniment.partner.not-found`, `.wrong-state`, `.credentials-issued` or `.account-missing`
 */
export function decide(command: PartnerCommand, state: Partner): PartnerEvent[] {
  const { at } = command;
  if (command.type === 'onboard') {
    if (state.status !== 'none') throw partnerWrongState({ status: state.status });
    return [{ type: 'onboarded', id: command.id, profile: command.profile, at }];
  }
  if (state.status === 'none') throw partnerNotFound();
  switch (command.type) {
    case 'change-profile':
      return [{ type: 'profile-changed', profile: command.profile, at }];
    case 'open-account':
      if (state.status === 'suspended') throw partnerWrongState({ status: state.status });
      return state.accountKey === undefined ? [{ type: 'account-opened', accountKey: command.accountKey, at }] : [];
    case 'issue-credentials':
      if (state.status === 'suspended') throw partnerWrongState({ status: state.status });
      if (state.accountKey === undefined) throw accountMissing();
      if (state.credentialsSince !== undefined) throw credentialsAlreadyIssued();
      return [{ type: 'credentials-issued', at }];
    case 'replace-credentials':
      if (state.status !== 'active') throw partnerWrongState({ status: state.status });
      return [{ type: 'credentials-replaced', by: command.by, overlapUntil: command.overlapUntil, at }];
    case 'suspend':
      return state.status === 'suspended' ? [] : [{ type: 'suspended', reason: command.reason, at }];
    case 'reinstate':
      return state.status === 'suspended' ? [{ type: 'reinstated', at }] : [];
    default:
      return assertNever(command);
  }
}

export const partnerDecider: Decider<Partner, PartnerCommand, PartnerEvent> = {
  initialState: initialPartner,
  decide,
  evolve,
};
