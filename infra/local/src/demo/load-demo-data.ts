import type { PlatformDescription } from '../platform/platform-file.ts';

/** What loading demonstration data may use. */
export interface DemoContext {
  readonly platform: PlatformDescription;
  /** Says to the person who started the platform what was loaded. */
  note(text: string): void;
}

/**
 * Loads the demonstration data through the platform's own APIs, once: what is there already is left as it is. Runs at
 * each start, when the origin answers and before the platform says that it is up.
 */
export async function loadDemoData(_context: DemoContext): Promise<void> {
  // The first slice has nothing to show that a person would not rather make by hand.
}
