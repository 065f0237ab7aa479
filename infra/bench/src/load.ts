/** Runs `work` over and over, `concurrency` at a time, for so long, and says how often a second it was done. */
export async function rateOf(
  work: (worker: number, turn: number) => Promise<unknown>,
  { concurrency, seconds, warmUpSeconds = 0.5 }: { concurrency: number; seconds: number; warmUpSeconds?: number },
): Promise<number> {
  let done = 0;
  let counting = false;
  const over = new AbortController();
  const workers = Array.from({ length: concurrency }, async (_, worker) => {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      await work(worker, turn);
      if (counting && !over.signal.aborted) done += 1;
    }
  });
  const failed = Promise.all(workers);
  const pause = (ms: number): Promise<unknown> =>
    Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), failed]);
  await pause(warmUpSeconds * 1_000);
  counting = true;
  const begun = performance.now();
  await pause(seconds * 1_000);
  over.abort();
  const elapsed = performance.now() - begun;
  await failed;
  return done / (elapsed / 1_000);
}

/** Does `work` once for each item, `concurrency` at a time, and says how many a second. */
export async function rateOfAll<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const begun = performance.now();
  const left = items.values();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const item of left) await work(item);
    }),
  );
  return items.length / ((performance.now() - begun) / 1_000);
}
