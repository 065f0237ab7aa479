import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

/** Where Debian, Fedora and macOS put a Chromium or a Chrome. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine: `ATENEU_CHROMIUM`, or where one is usually found. */
function chromiumPath(): string | undefined {
  return [process.env['ATENEU_CHROMIUM'] ?? '', ...usualPlaces].find((path) => path !== '' && existsSync(path));
}

/**
 * Whether specs in a browser run here: where there is a Chromium, and always in CI, where a missing one is a failure. For
 * `describe.skipIf(!browserTestsRun)`.
 */
export const browserTestsRun = chromiumPath() !== undefined || process.env['CI'] === 'true';

/**
 * Starts a headless Chromium; close it when done.
 *
 * @throws Error where this machine has none
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: install one (Debian: apt-get install chromium) or set ATENEU_CHROMIUM.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
}
