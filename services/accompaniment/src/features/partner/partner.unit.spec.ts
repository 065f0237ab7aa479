import { DomainError, evolveAll } from '@ateneu/kernel';
import { describe, expect, it } from 'vitest';

import { decide, type PartnerCommand, partnerDecider } from './partner.decide.ts';
import { initialPartner, type Partner, type PartnerEvent, type PartnerProfile } from './partner.ts';

const at = new Date('2026-03-02T10:00:00Z');
const profile: PartnerProfile = {
  name: 'Servei de Creació d’Empreses',
  contactEmail: 'derivacions@example.org',
  contacts: [],
  languages: ['ca'],
  accepts: {},
};
const onboarded: PartnerEvent = { type: 'onboarded', id: 'p1', profile, at };
const opened: PartnerEvent = { type: 'account-opened', accountKey: 'AAA', at };
const issued: PartnerEvent = { type: 'credentials-issued', at };
const suspended: PartnerEvent = { type: 'suspended', at };

const given = (...events: PartnerEvent[]): Partner => evolveAll(partnerDecider, initialPartner, events);
const issue: PartnerCommand = { type: 'issue-credentials', at };

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a partner', () => {
  it('gets its first credentials once, and only when it has an account', () => {
    expect(codeOf(() => decide(issue, given(onboarded)))).toBe('accompaniment.partner.account-missing');
    expect(decide(issue, given(onboarded, opened))).toEqual([issued]);
    expect(codeOf(() => decide(issue, given(onboarded, opened, issued)))).toBe(
      'accompaniment.partner.credentials-issued',
    );
  });

  it('keeps the account it has when another is offered, so that a retry goes on where it stopped', () => {
    const command: PartnerCommand = { type: 'open-account', accountKey: 'BBB', at };
    expect(decide(command, given(onboarded))).toEqual([{ type: 'account-opened', accountKey: 'BBB', at }]);
    expect(decide(command, given(onboarded, opened))).toEqual([]);
  });

  it('has its credentials replaced while it is active, the earlier ones revoked from then', () => {
    const command: PartnerCommand = { type: 'replace-credentials', by: 'ateneu', at };
    const state = given(onboarded, opened, issued);
    expect(evolveAll(partnerDecider, state, decide(command, state))).toMatchObject({
      status: 'active',
      accountKey: 'AAA',
      revokedBefore: at,
    });
    expect(codeOf(() => decide(command, given(onboarded, opened)))).toBe('accompaniment.partner.wrong-state');
  });

  it('that renews its credentials twice goes on with all of them to the end of the last overlap; the ateneu cuts the first', () => {
    const [first, second] = [new Date('2026-03-03T10:00:00Z'), new Date('2026-03-02T12:00:00Z')];
    const later = new Date('2026-03-02T11:00:00Z');
    const renewing = given(onboarded, opened, issued, {
      type: 'credentials-replaced',
      by: 'partner',
      overlapUntil: first,
      at,
    });
    const again = (by: 'ateneu' | 'partner'): Partner =>
      evolveAll(
        partnerDecider,
        renewing,
        decide({ type: 'replace-credentials', by, overlapUntil: second, at: later }, renewing),
      );
    expect(again('partner')).toMatchObject({ revokeNext: { before: later, at: second } });
    expect(again('partner')).toMatchObject({ revokedBefore: undefined });
    expect(again('ateneu')).toMatchObject({ revokedBefore: at, revokeNext: { before: later, at: second } });
  });

  it('gets nothing while it is suspended', () => {
    const state = given(onboarded, opened, issued, suspended);
    for (const command of [issue, { type: 'replace-credentials', by: 'partner', at } as const]) {
      expect(codeOf(() => decide(command, state))).toBe('accompaniment.partner.wrong-state');
    }
  });

  it('comes back from a suspension as what it was', () => {
    const back: PartnerEvent = { type: 'reinstated', at };
    expect(given(onboarded, suspended, back).status).toBe('registered');
    expect(given(onboarded, opened, issued, suspended, back).status).toBe('active');
  });

  it('is suspended once', () => {
    const state = given(onboarded, suspended);
    expect(decide({ type: 'suspend', at }, state)).toEqual([]);
    expect(decide({ type: 'reinstate', at }, given(onboarded))).toEqual([]);
  });
});
