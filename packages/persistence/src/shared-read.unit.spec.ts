import { describe, expect, it } from 'vitest';

import { sharedRead } from './index.ts';

/** A read of what there is when it begins, and that ends when it is told to. */
function controlled() {
  const ends: (() => void)[] = [];
  let state = 0;
  const ask = sharedRead(async () => {
    const seen = state;
    await new Promise<void>((resolve) => ends.push(resolve));
    return seen;
  });
  return {
    ask,
    change: () => (state += 1),
    reads: () => ends.length,
    end: (index: number) => ends[index]?.(),
  };
}

describe('a shared read', () => {
  it('is one for all who ask in a turn, and the next one for all who ask while it is under way: it sees what was there', async () => {
    const { ask, change, reads, end } = controlled();
    const [first, twin] = [ask(), ask()];
    await expect.poll(reads).toBe(1);
    change();
    const others = [ask(), ask(), ask()];
    change();
    end(0);
    expect(await Promise.all([first, twin])).toEqual([0, 0]);
    await expect.poll(reads).toBe(2);
    const late = ask();
    change();
    end(1);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    await expect.poll(reads).toBe(3);
    end(2);
    expect(await late).toBe(3);
  });

  it('that fails fails those who shared it, and nobody after', async () => {
    let fails = true;
    const ask = sharedRead(async () => {
      await Promise.resolve();
      if (fails) throw new Error('away');
      return 1;
    });
    const failed = await Promise.allSettled([ask(), ask(), ask()]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    expect(await ask()).toBe(1);
  });
});
