import { describe, expect, it } from 'vitest';

import { createBatches, type Outcome } from './enrolment.batches.ts';
import { createQueues } from './enrolment.queues.ts';

/** Work that stands still until it is let go, and remembers how it was cut up. */
function createBench(maxSize: number, outcomeOf: (item: number) => Outcome<string> = (item) => ({ done: `${item}` })) {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const batches: number[][] = [];
  const submit = createBatches<number, string>(createQueues(), maxSize, async (_key, items) => {
    batches.push([...items]);
    await gate;
    return items.map(outcomeOf);
  });
  return { batches, submit, open };
}

describe('a batch', () => {
  it('is what came while the key was busy, in its order, and never more than fits', async () => {
    const { batches, submit, open } = createBench(3);
    const first = submit('a', 0);
    await Promise.resolve();
    const others = [1, 2, 3, 4, 5].map((item) => submit('a', item));
    await expect.poll(() => batches).toEqual([[0]]);
    open();
    expect(await Promise.all([first, ...others])).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(batches).toEqual([[0], [1, 2, 3], [4, 5]]);
  });

  it('leaves other keys alone', async () => {
    const { batches, submit, open } = createBench(3);
    const both = [submit('a', 1), submit('b', 2)];
    await expect.poll(() => batches).toEqual([[1], [2]]);
    open();
    await Promise.all(both);
  });

  it('refuses one without the others', async () => {
    const { submit, open } = createBench(9, (item) => (item === 2 ? { refused: new Error('no') } : { done: 'yes' }));
    open();
    const answers = await Promise.allSettled([1, 2, 3].map((item) => submit('a', item)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('that fails as a whole tells everybody in it, and the next one goes on', async () => {
    let fails = true;
    const submit = createBatches<number, string>(createQueues(), 9, async (_key, items) => {
      if (fails) throw new Error('not today');
      return items.map(() => ({ done: 'fine' }));
    });
    const answers = await Promise.allSettled([1, 2].map((item) => submit('a', item)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await submit('a', 3)).toBe('fine');
  });
});
