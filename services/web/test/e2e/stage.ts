import { browserTestsRun, launchBrowser } from '@ateneu/testing';
import { afterAll, beforeAll } from 'vitest';

import { furnish } from '../furniture/furnish.ts';
import type { Furnished } from '../furniture/furnishers.ts';
import { type RunningPlatform, startPlatform } from './platform.ts';

/** A browser of tests. */
export type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** Where the suites of a file are played. */
interface Stage {
  readonly browser: Browser;
  /** Where people reach the platform. */
  readonly origin: string;
  /** Where each service answers; see {@link RunningPlatform}. */
  readonly upstreams: RunningPlatform['upstreams'];
  /** Sets the platform's clocks ahead; see {@link RunningPlatform}. */
  readonly later: RunningPlatform['later'];
  /** One of everything that pages show, made for whoever asks first. */
  furnished(): Promise<Furnished>;
}

let platform: RunningPlatform | undefined;
let browser: Browser | undefined;
let furniture: Promise<Furnished> | undefined;

// Starting a platform costs as much as a suite or two: all suites of a file share one, and run one after another.
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), browserTestsRun ? launchBrowser() : undefined]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, 60_000);

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('The stage is not open.');
  return value;
}

/** A platform and a browser, there for all tests of the file that imports this module, and gone after them. */
export const stage: Stage = {
  get browser() {
    return there(browser);
  },
  get origin() {
    return there(platform).origin;
  },
  get upstreams() {
    return there(platform).upstreams;
  },
  later: (days, service) => there(platform).later(days, service),
  furnished: () => (furniture ??= furnish(stage.origin)),
};
