/** A backing service that runs and can be stopped. */
export interface RunningService {
  /** Where it came from: `binary` on this machine, or a `container`. */
  readonly kind: 'binary' | 'container';
  /** What it is, in words: for the console. */
  readonly description: string;
  readonly url: string;
  /** Resolves when it ends by itself, with the last lines it said; never while it runs or when it is stopped. */
  readonly died: Promise<string>;
  /** Stops it in good order and resolves when it has ended. */
  stop(): Promise<void>;
}

/** A backing service cannot be had here. The message says why and what to do, and is meant for a person. */
export class BackingServiceUnavailable extends Error {
  override readonly name = 'BackingServiceUnavailable';
}
