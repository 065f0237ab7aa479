import { describe, expect, it } from 'vitest';

import { growthOf, type Reading } from './soak.ts';

const reading: Reading = {
  processes: { training: { megabytes: 150, descriptors: 40 } },
  connections: { training: 8 },
  outboxAge: 0.2,
  lag: 3,
};

describe('what grows in a soak', () => {
  it('is nothing where all comes and goes', () => {
    const after = { ...reading, processes: { training: { megabytes: 185, descriptors: 48 } }, lag: 90 };
    expect(growthOf({ before: reading, after })).toEqual([]);
  });

  it.each<[string, Partial<Reading>]>([
    ['weighs', { processes: { training: { megabytes: 230, descriptors: 40 } } }],
    ['descriptors', { processes: { training: { megabytes: 150, descriptors: 90 } } }],
    ['connections', { connections: { training: 8, 'training-relay': 19 } }],
    ['waits', { outboxAge: 30 }],
    ['behind', { lag: 4_000 }],
  ])('is found: what %s', (words, changes) => {
    expect(growthOf({ before: reading, after: { ...reading, ...changes } })).toEqual([expect.stringContaining(words)]);
  });
});
