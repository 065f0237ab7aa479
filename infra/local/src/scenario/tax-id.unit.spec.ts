import { describe, expect, it } from 'vitest';

import { taxIdFor } from './tax-id.ts';

describe('the tax id of a run', () => {
  it('never begins with 00, whatever the run is called: such an id would end in a letter', () => {
    for (const run of ['00000000', '671dcb01', '00989680', 'ffffffff']) {
      expect(taxIdFor(run)).toMatch(/^F[1-9]\d{7}$/);
    }
  });

  it('has the check digit that the rule gives', () => {
    // 1 000 000 + 1 234 567 = 2 234 567, whose weighed sum is 4+2+6+4+1+6+5 = 28.
    expect(taxIdFor((1_234_567).toString(16))).toBe('F22345672');
  });
});
