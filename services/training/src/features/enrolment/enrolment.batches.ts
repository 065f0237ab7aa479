import type { Queues } from './enrolment.queues.ts';

/** How each piece of work of a batch ended, in the order of the batch. */
export type Outcome<Result> = { done: Result } | { refused: unknown };

/** Hands in one piece of work for a key, to be done together with what else waits for that key. */
export type Batches<Item, Result> = (key: string, item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/**
 * Does together whatever came for one key while that key was busy, in the order it came, and at most `maxSize` pieces at
 * a time. Where nobody waits, a batch is one piece and waits for nothing.
 */
export function createBatches<Item, Result>(
  enqueue: Queues,
  maxSize: number,
  work: (key: string, items: readonly Item[]) => Promise<readonly Outcome<Result>[]>,
): Batches<Item, Result> {
  const waiting = new Map<string, Waiting<Item, Result>[]>();

  const takeTurn = async (key: string): Promise<void> => {
    const all = waiting.get(key) ?? [];
    const batch = all.splice(0, maxSize);
    if (all.length === 0) waiting.delete(key);
    else schedule(key);
    try {
      const outcomes = await work(
        key,
        batch.map(({ item }) => item),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new TypeError('A batch left work without an outcome.'));
        else if ('done' in outcome) resolve(outcome.done);
        else reject(outcome.refused);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const schedule = (key: string): void => {
    void enqueue(key, () => takeTurn(key));
  };

  return (key, item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const all = waiting.get(key);
    if (all === undefined) {
      waiting.set(key, [{ item, resolve, reject }]);
      schedule(key);
    } else {
      all.push({ item, resolve, reject });
    }
    return promise;
  };
}
