import { describe, expect, it } from 'vitest';

import type { Contender } from './figure.ts';
import { alternate, percentile, ratiosOf, spreadOf } from './statistics.ts';

const rate = { name: 'rate', unit: '/s' };
const contender = (name: string, order: string[], value: number): Contender => ({
  name,
  run: () => {
    order.push(name);
    return Promise.resolve({ rate: value });
  },
});

describe('a spread', () => {
  it('has the middle of an odd count, and the mean of the middle two of an even one', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('a percentile', () => {
  it('is the value that so many of the hundred do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 50), percentile(hundred, 99), percentile([7], 99)]).toEqual([50, 99, 7]);
  });
});

describe('alternating runs', () => {
  it('begin with another contender each round, and are compared round by round', async () => {
    const order: string[] = [];
    const prepared = {
      ours: contender('ours', order, 80),
      beside: [contender('ceiling', order, 100)],
      close: () => Promise.resolve(),
    };
    const [ours, ceiling] = await alternate(prepared, 3, () => {});
    expect(order).toEqual(['ours', 'ceiling', 'ceiling', 'ours', 'ours', 'ceiling']);
    if (ours === undefined || ceiling === undefined) throw new TypeError('Two contenders give two series.');
    expect(ratiosOf(rate, ours, ceiling)).toEqual({ min: 0.8, median: 0.8, max: 0.8 });
    expect(() => ratiosOf({ name: 'p99', unit: 'ms' }, ours, ceiling)).toThrow('p99');
  });
});
