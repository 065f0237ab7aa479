import { launchBrowser } from '@ateneu/testing';
import { afterAll, beforeAll } from 'vitest';

import { type RunningPlatform, startPlatform } from './platform.ts';

/** A browser of tests. */
export type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** Where a suite is played. */
export interface Stage {
  readonly browser: Browser;
  /** Where people reach the platform. */
  readonly origin: string;
  /** Where each service answers; see {@link RunningPlatform}. */
  readonly upstreams: RunningPlatform['upstreams'];
  /** Sets the platform's clocks ahead; see {@link RunningPlatform}. */
  readonly later: RunningPlatform['later'];
}

/** Has a platform and a browser there for the tests of the suite that calls it, and gone after them. */
export function openStage(): Stage {
  let platform: RunningPlatform | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), launchBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  }, 60_000);
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new TypeError('The stage is not open yet.');
    return value;
  };
  return {
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
  };
}
