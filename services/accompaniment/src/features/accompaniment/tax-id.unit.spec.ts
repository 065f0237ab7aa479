import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isTaxId, normaliseTaxId } from './tax-id.ts';

describe('a Spanish tax id', () => {
  it.each([
    ['F12345674', 'a cooperative, control in digits'],
    ['F1234567D', 'a cooperative, the same control as a letter'],
    ['A58818501', 'a company'],
    ['G08169815', 'an association'],
    ['P0810000J', 'a town council, always a letter'],
    ['Q0818001J', 'a public body, always a letter'],
    ['12345678Z', 'a citizen'],
    ['X1234567L', 'a foreigner'],
    ['Y1234567X', 'a foreigner of the second series'],
    ['es f-12.345.674', 'as people type it'],
  ])('%s is right: %s', (taxId) => {
    expect(isTaxId(taxId)).toBe(true);
  });

  it.each([
    ['F12345670', 'a wrong control digit'],
    ['A5881850A', 'a letter where only a digit will do'],
    ['P08100000', 'a digit where only a letter will do'],
    ['12345678A', 'a wrong letter'],
    ['X1234567Z', 'a wrong letter for a foreigner'],
    ['I12345674', 'a letter that no form uses'],
    ['F1234567', 'too short'],
    ['F123456744', 'too long'],
    ['', 'nothing'],
    ['F１２３４５６７４', 'digits of another script'],
  ])('%j is refused: %s', (taxId) => {
    expect(isTaxId(taxId)).toBe(false);
  });

  it('has exactly one right control digit', () => {
    const serial = fc.integer({ min: 1_000_000, max: 9_999_999 });
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'E', 'H'), serial, (kind, number) => {
        const right = '0123456789ABCDEFGHIJ'.split('').filter((control) => isTaxId(`${kind}${number}${control}`));
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('catches every single mistyped digit', () => {
    const place = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 9 }), (index, digit) => {
        const mistyped = `${'F12345674'.slice(0, index)}${digit}${'F12345674'.slice(index + 1)}`;
        expect(isTaxId(mistyped)).toBe(mistyped === 'F12345674');
      }),
    );
  });

  it('is kept without what people put between', () => {
    expect(normaliseTaxId(' es-f12.345.674 ')).toBe('F12345674');
  });
});
