import type { Database } from '@ateneu/persistence';

/** Requests that wait for something to be told. */
export interface FeedWaiters {
  /**
   * Waits until something was committed in this process, or a second has passed (another process may have), or `signal`
   * or the shutdown ends it. False where waiting is over: too many wait already, or the process stops.
   */
  wait(signal: AbortSignal): Promise<boolean>;
  /** Lets everybody who waits go, and nobody wait any more. */
  stop(): void;
}

/** How long a waiter sleeps without a nudge, in milliseconds. */
const pollMs = 1_000;

/** @param most how many may wait at the same time in this process; the others are answered at once */
export function createFeedWaiters(database: Database, most = 500): FeedWaiters {
  const wakers = new Set<() => void>();
  let stopped = false;
  const wakeAll = (): void => {
    for (const wake of wakers) wake();
  };
  const stopListening = database.onOutboxCommitted(wakeAll);

  return {
    wait: async (signal) => {
      if (stopped || signal.aborted || wakers.size >= most) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, pollMs);
        wakers.add(done);
        signal.addEventListener('abort', done, { once: true });
        function done(): void {
          clearTimeout(timer);
          wakers.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        }
      });
      return !stopped && !signal.aborted;
    },
    stop: () => {
      stopped = true;
      stopListening();
      wakeAll();
    },
  };
}
