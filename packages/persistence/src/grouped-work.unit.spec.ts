import { AsyncLocalStorage } from 'node:async_hooks';

import { describe, expect, it } from 'vitest';

import { groupedWork } from './index.ts';

describe('grouped work', () => {
  it('does together what is asked for in one turn or while something is under way, each with its own result', async () => {
    const groups: number[][] = [];
    const gate = Promise.withResolvers<void>();
    const double = groupedWork(async (items: readonly number[]) => {
      groups.push([...items]);
      await gate.promise;
      return items.map((item) => item * 2);
    });
    const first = [double(1), double(2)];
    await expect.poll(() => groups.length).toBe(1);
    const second = [double(3), double(4), double(5)];
    gate.resolve();
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('does no more at once than it may', async () => {
    const sizes: number[] = [];
    const work = groupedWork(async (items: readonly number[]) => {
      sizes.push(items.length);
      return items;
    }, 2);
    expect(await Promise.all([work(1), work(2), work(3)])).toEqual([1, 2, 3]);
    expect(sizes).toEqual([2, 1]);
  });

  it('fails for the one that is wrong, and for nobody else', async () => {
    const work = groupedWork(async (items: readonly number[]) => {
      if (items.includes(2)) throw new Error('two is wrong');
      return items;
    });
    const settled = await Promise.allSettled([work(1), work(2), work(3)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await work(4)).toBe(4);
  });

  it('fails for all, once, where the database is away', async () => {
    let tries = 0;
    const work = groupedWork(async () => {
      tries += 1;
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    });
    const settled = await Promise.allSettled([work(1), work(2)]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tries).toBe(1);
  });

  it('belongs to none of those who asked', async () => {
    const storage = new AsyncLocalStorage<string>();
    const work = groupedWork(async (items: readonly number[]) => items.map(() => storage.getStore()));
    expect(await storage.run('a request', () => work(1))).toBeUndefined();
  });
});
