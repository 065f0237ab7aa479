/** Work that runs side by side between lanes and one after another within a lane. */
export interface Lanes {
  /** Queues `work` on a lane, or on several at once. Resolves once it may be followed by more, that is, when fewer than the limit are pending. */
  run(lane: string | readonly string[], work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is pending. */
  idle(): Promise<void>;
}

/** Makes lanes that together hold at most `limit` pieces of work. `work` must not reject. */
export function createLanes(limit: number): Lanes {
  const tails = new Map<string, Promise<void>>();
  const pending = new Set<Promise<void>>();
  return {
    run: async (given, work) => {
      const lanes = typeof given === 'string' ? [given] : [...new Set(given)];
      const before = lanes.flatMap((lane) => tails.get(lane) ?? []);
      const tail = Promise.all(before).then(work);
      for (const lane of lanes) tails.set(lane, tail);
      pending.add(tail);
      void tail.finally(() => {
        pending.delete(tail);
        for (const lane of lanes) if (tails.get(lane) === tail) tails.delete(lane);
      });
      while (pending.size >= limit) await Promise.race(pending);
    },
    idle: async () => {
      await Promise.all(pending);
    },
  };
}
