import { describe, expect, it } from 'vitest';

import type { Contender, Figure } from './figure.ts';
import { fillPage } from './page.ts';
import { isReached } from './report.ts';
import { alternate, percentile, ratiosOf, spreadOf } from './statistics.ts';

const rate = { name: 'rate', unit: '/s', goal: { kind: 'ratio', atLeast: 0.75 } } as const;
const contender = (name: string, values: readonly number[], log: string[] = []): Contender => {
  const left = [...values];
  return {
    name,
    run: async () => {
      log.push(name);
      return { rate: left.shift() ?? Number.NaN };
    },
  };
};
const close = async (): Promise<void> => {};

describe('alternating runs', () => {
  it('take turns, beginning with another one each round', async () => {
    const log: string[] = [];
    const [ours, other] = [contender('a', [1, 2, 3], log), contender('b', [1, 2, 3], log)];
    await alternate({ ours, beside: [other], close }, 3, () => {});
    expect(log.join('')).toBe('abbaab');
  });

  it('are compared round by round, not by their medians', async () => {
    const [ours, other] = [contender('a', [10, 80, 30]), contender('b', [20, 100, 40])];
    const [mine, theirs] = await alternate({ ours, beside: [other], close }, 3, () => {});
    if (mine === undefined || theirs === undefined) throw new TypeError('Both were measured.');
    expect(ratiosOf(rate, mine, theirs)).toEqual({ min: 0.5, median: 0.75, max: 0.8 });
    expect(isReached(rate, [mine, theirs])).toBe(true);
    expect(isReached({ ...rate, goal: { kind: 'ratio', atLeast: 0.76 } }, [mine, theirs])).toBe(false);
    expect(isReached({ ...rate, goal: { kind: 'value', atMost: 29 } }, [mine, theirs])).toBe(false);
  });
});

describe('a spread', () => {
  it('has its middle between two where they are even', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
    expect(() => spreadOf([])).toThrow(RangeError);
    expect(percentile([5, 1, 2, 3, 4], 99)).toBe(5);
    expect(percentile([5, 1, 2, 3, 4], 50)).toBe(3);
  });
});

describe('the page', () => {
  const figure = { name: 'a', title: 'A', description: 'What is done.', metrics: [rate] } as unknown as Figure;
  const stamp = {
    at: '2026-11-25T20:00:00Z',
    commit: 'abc',
    machine: 'm',
    versions: 'v',
    load: [0, 1],
    rounds: 1,
  } as const;
  const result = (value: number) => ({
    stamp,
    series: [
      { name: 'ours', samples: [{ rate: value }] },
      { name: 'alone', samples: [{ rate: 100 }] },
    ],
  });
  const page = '# Performance\n\n<!-- bench:summary -->\n\n<!-- /bench:summary -->\n\nWritten by people.\n';

  it('gets a table for each figure, and keeps what people wrote, however often it is filled', () => {
    const once = fillPage(page, [figure], { a: result(80) });
    expect(once).toContain('Written by people.');
    expect(once).toContain('0.80 (0.80 to 0.80)');
    const twice = fillPage(`${once}\nA profile says why.\n`, [figure], { a: result(60) });
    expect(twice).toContain('0.60 (0.60 to 0.60)');
    expect(twice).not.toContain('0.80');
    expect(twice).toContain('**short**');
    expect(twice.match(/bench:a /g)).toHaveLength(2);
    expect(twice).toContain('A profile says why.');
  });

  it('has no numbers of a metric that is newer than the last run of its figure', () => {
    const newer = { ...figure, metrics: [rate, { name: 'memory', unit: 'MB', goal: { kind: 'value', atMost: 1 } }] };
    const filled = fillPage(page, [newer as unknown as Figure], { a: result(80) });
    expect(filled).toContain('0.80 (0.80 to 0.80)');
    expect(filled).not.toContain('memory');
  });
});
