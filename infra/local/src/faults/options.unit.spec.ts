import { describe, expect, it } from 'vitest';

import { readOptions } from './options.ts';
import { createRandom } from './random.ts';

describe('the arguments of a run', () => {
  it('are three minutes with a seed of its own, when there are none', () => {
    expect(readOptions([])).toMatchObject({ seconds: 180, rate: 15, short: false, keep: false });
    expect(readOptions([]).seed).not.toBe(readOptions([]).seed);
  });

  it('say how long, how much and which faults', () => {
    expect(readOptions(['--minutes', '0.5', '--rate', '30', '--seed', '7', '--keep'])).toMatchObject({
      seconds: 30,
      rate: 30,
      seed: 7,
      keep: true,
    });
    expect(readOptions(['--short']).seconds).toBeLessThan(20);
  });

  it.each([
    ['--minutes', 'many'],
    ['--minutes', '-1'],
    ['--seed', ''],
    ['--rate', '0'],
    ['--short', '--minutes=3'],
    ['--what'],
  ])('are refused where they make no sense: %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow(/--/);
  });
});

describe('the numbers of a seed', () => {
  it('are the same for the same seed, and others for another', () => {
    const numbers = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.whole(0, 1_000));
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it('stay where they are told, and shuffling loses nothing', () => {
    const random = createRandom(3);
    const wholes = Array.from({ length: 1_000 }, () => random.whole(2, 4));
    expect(new Set(wholes)).toEqual(new Set([2, 3, 4]));
    expect(new Set(random.shuffled([1, 2, 3, 4, 5]))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(Array.from({ length: 100 }, () => random.weighted({ never: 0, always: 1 }))).not.toContain('never');
  });
});
