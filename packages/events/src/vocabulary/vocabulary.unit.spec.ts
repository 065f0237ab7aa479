import { describe, expect, it } from 'vitest';

import { catalogue } from '../index.ts';
import * as vocabulary from './index.ts';
import { findTerm, referralDeclineReasons, type Term } from './index.ts';

const lists = Object.entries(vocabulary).filter((entry): entry is [string, readonly Term[] & (typeof entry)[1]] =>
  Array.isArray(entry[1]),
);

describe.each(lists)('%s', (_name, terms: readonly Term[]) => {
  it('has each code once, in kebab case', () => {
    const codes = terms.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('says each in Catalan, Spanish and English', () => {
    for (const { label } of terms) {
      expect(Object.keys(label)).toEqual(['ca', 'es', 'en']);
      // A straight apostrophe is a slip: people read ’.
      for (const text of Object.values(label)) expect(text).toMatch(/^\p{Lu}[^'.]+$/u);
    }
  });
});

describe('a code', () => {
  it('is found with its labels, and a newer one is not an error', () => {
    expect(findTerm(referralDeclineReasons, 'no-capacity')?.label.ca).toBe('Ara mateix no hi ha disponibilitat');
    expect(findTerm(referralDeclineReasons, 'from-the-future')).toBeUndefined();
  });

  it.each([
    ['reasonCode', 'referral.declined', vocabulary.referralDeclineReasons],
    ['reasonCode', 'partner-referral.declined', vocabulary.referralDeclineReasons],
    ['reasonCode', 'accompaniment.abandoned', vocabulary.accompanimentAbandonReasons],
    ['reasonCode', 'initiative.rejected', vocabulary.initiativeRejectionReasons],
    ['reasonCode', 'correction.rejected', vocabulary.correctionRejectionReasons],
    ['outcome', 'referral.closed', vocabulary.referralOutcomes],
    ['outcome', 'accompaniment.completed', vocabulary.referralOutcomes],
  ])('in %s of %s is in the list that documents it', (field, name, terms) => {
    const contract = catalogue.find(({ aggregate, event }) => `${aggregate}.${event}` === name);
    expect(terms.map(({ code }) => code)).toContain(contract?.example[field]);
  });

  it('for where a referral stands and what kind it is are among the known ones, in every example', () => {
    const referrals = catalogue.filter(({ aggregate }) => aggregate.endsWith('referral'));
    const examples = catalogue.map(({ example }) => example);
    const known = (terms: readonly Term[], values: unknown[]): void => {
      expect(terms.map(({ code }) => code)).toEqual(
        expect.arrayContaining(values.filter((value) => value !== undefined)),
      );
    };
    known(
      vocabulary.referralStatusTerms,
      referrals.map(({ example }) => example['status']),
    );
    known(
      vocabulary.modalityTerms,
      examples.map(({ modality }) => modality),
    );
  });
});
