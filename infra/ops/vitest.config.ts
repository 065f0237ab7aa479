import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts'],
    globalSetup: [fileURLToPath(new URL('test/global-setup.ts', import.meta.url))],
    // The story that is played tells what it sees.
    silent: 'passed-only',
    pool: 'forks',
    // The specs share one platform, and some of them disturb it.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A whole platform is stopped at the end.
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
