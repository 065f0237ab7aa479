import { steps } from '@ateneu/persistence';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../random.ts';
import { faultKinds } from './faults.ts';
import { createPlan, everyFault, nameOf, type PlannedFault } from './plan.ts';

const take = (seed: number, count: number, happens: (fault: PlannedFault) => boolean = () => true) => {
  const plan = createPlan(everyFault, createRandom(seed));
  const taken: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const fault = plan.next();
    taken.push(nameOf(fault));
    if (happens(fault)) plan.meet(fault);
  }
  return { taken, unmet: plan.unmet().map(nameOf) };
};

describe('the plan of a run', () => {
  it('knows every kind of fault, and a crash at every step', () => {
    expect(new Set(everyFault.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
    const crashes = everyFault.filter(({ kind }) => kind === 'crash at a step');
    expect(crashes.map(({ variant }) => variant)).toEqual([...steps]);
  });

  it('meets each fault before it meets any a second time', () => {
    const { taken, unmet } = take(1, everyFault.length);
    expect(new Set(taken).size).toBe(everyFault.length);
    expect(unmet).toEqual([]);
  });

  it('comes back to what did not happen, and is not held up by it', () => {
    const { taken, unmet } = take(2, everyFault.length * 2, ({ kind }) => kind !== 'kill relay leader');
    expect(unmet).toEqual(['kill relay leader']);
    expect(new Set(taken).size).toBe(everyFault.length);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(take(3, 20)).toEqual(take(3, 20));
    expect(take(3, 20)).not.toEqual(take(4, 20));
  });
});
