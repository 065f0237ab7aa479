import { AsyncLocalStorage } from 'node:async_hooks';

import { isOutage } from './outage.ts';

/** Nobody's request: what is done for many belongs to none of them. */
const outside = AsyncLocalStorage.snapshot();

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly done: PromiseWithResolvers<Result>;
}

/**
 * Lets those who want the same done at the same moment have it done in one piece: in one transaction, say, which costs a
 * commit once and not for each. One piece is under way at a time; what is asked for meanwhile is the next one. Nothing
 * waits for more to come.
 *
 * `perform` gets up to `most` items and returns a result for each, in their order; all of it or nothing must happen. When
 * it fails, its items are done again one by one, so that the one that is wrong fails alone; where the database is away
 * all of them fail.
 */
export function groupedWork<Item, Result>(
  perform: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = 100,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running = false;

  const performAll = async (group: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await perform(group.map(({ item }) => item));
      for (const [index, { done }] of group.entries()) done.resolve(results[index] as Result);
    } catch (error) {
      if (group.length === 1 || isOutage(error)) {
        for (const { done } of group) done.reject(error);
        return;
      }
      for (const one of group) await performAll([one]);
    }
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await performAll(group);
    }
    running = false;
  };

  return (item) => {
    const done = Promise.withResolvers<Result>();
    waiting.push({ item, done });
    if (!running) {
      running = true;
      // What is asked for in the same turn goes together.
      outside(() => setImmediate(() => void run()));
    }
    return done.promise;
  };
}
