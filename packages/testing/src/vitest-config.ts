import { fileURLToPath } from 'node:url';

import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * The Vitest configuration of a workspace. Unit specs need nothing; a workspace with specs that need servers gets them
 * from the global set-up.
 */
export function defineWorkspaceTests(options: { servers?: boolean } = {}): ViteUserConfig {
  return defineConfig({
    test: {
      include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'scripts/**/*.spec.ts'],
      ...(options.servers === false
        ? {}
        : { globalSetup: [fileURLToPath(new URL('./global-setup.ts', import.meta.url))] }),
      pool: 'forks',
      maxWorkers: 2,
      testTimeout: 30_000,
      hookTimeout: 60_000,
      teardownTimeout: 10_000,
      expect: { poll: { timeout: 10_000, interval: 20 } },
    },
  });
}
