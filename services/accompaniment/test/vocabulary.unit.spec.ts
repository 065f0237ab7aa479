import {
  accompanimentAbandonReasons,
  modalityTerms,
  referralDeclineReasons,
  referralOutcomes as outcomeTerms,
  referralStatusTerms,
  type Term,
} from '@ateneu/events';
import { describe, expect, it } from 'vitest';

import { abandonReasons, modalities as accompaniedModalities } from '../src/features/accompaniment/accompaniment.ts';
import { outcomeKinds } from '../src/features/accompaniment/outcome.ts';
import { intakeDeclineReasons } from '../src/features/intake/intake.ts';
import { referralStatuses } from '../src/features/referral/referral-transitions.ts';
import { declineReasons, modalities, referralOutcomes } from '../src/features/referral/referral.ts';

const codesOf = (terms: readonly Term[]): string[] => terms.map(({ code }) => code);

describe('the codes of the domain', () => {
  it.each([
    ['modalities', modalities, modalityTerms],
    ['modalities of accompaniments', accompaniedModalities, modalityTerms],
    ['states', referralStatuses, referralStatusTerms],
    ['reasons to decline a request', intakeDeclineReasons, referralDeclineReasons],
    ['reasons to decline', declineReasons, referralDeclineReasons],
    ['outcomes of referrals', referralOutcomes, outcomeTerms],
    ['outcomes of accompaniments', outcomeKinds, outcomeTerms],
    ['reasons to abandon', abandonReasons, accompanimentAbandonReasons],
  ])('%s are those that the events publish and people have names for', (_name, codes, terms) => {
    expect(codesOf(terms).toSorted()).toEqual([...codes].toSorted());
  });
});
