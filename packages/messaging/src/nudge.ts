/** A flag that one side raises and the other waits for. */
export interface Nudge {
  give: () => void;
  reset: () => void;
  taken: (timeoutMs: number, signal: AbortSignal) => Promise<void>;
}

export function createNudge(): Nudge {
  let given = false;
  let wake: (() => void) | undefined;
  return {
    give: () => {
      given = true;
      wake?.();
    },
    reset: () => {
      given = false;
    },
    taken: async (timeoutMs, signal) => {
      if (given || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, timeoutMs);
        signal.addEventListener('abort', done, { once: true });
        wake = done;
        function done(): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          wake = undefined;
          resolve();
        }
      });
    },
  };
}
