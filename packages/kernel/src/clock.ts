/** The only way the domain learns the time, so that a test can choose it. */
export interface Clock {
  /** The current instant. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests. */
export interface ManualClock extends Clock {
  /** Moves the clock forward (or back, with a negative number) by this many milliseconds. */
  advance(ms: number): void;
  /** Sets the clock to an instant. */
  set(instant: Date | string): void;
}

/** Makes a {@link ManualClock} that starts at `start` (ISO 8601 text or a `Date`). */
export function createManualClock(start: Date | string = '2026-03-02T09:00:00Z'): ManualClock {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    advance: (ms) => {
      current += ms;
    },
    set: (instant) => {
      current = new Date(instant).getTime();
    },
  };
}
