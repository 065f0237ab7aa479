import { fileURLToPath } from 'node:url';

import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * The Vitest configuration of a workspace. Unit specs need nothing; a workspace with specs that need servers gets them
 * from the global set-up.
 *
 * The files that one worker runs share what they import, which is loaded once: no module of ours keeps anything of those
 * who use it, and each suite has databases and accounts of its own. A workspace whose modules do keep something says
 * `isolate`.
 */
export function defineWorkspaceTests(options: { servers?: boolean; isolate?: boolean } = {}): ViteUserConfig {
  return defineConfig({
    test: {
      include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'scripts/**/*.spec.ts'],
      ...(options.servers === false
        ? {}
        : { globalSetup: [fileURLToPath(new URL('./global-setup.ts', import.meta.url))] }),
      pool: 'forks',
      isolate: options.isolate ?? false,
      maxWorkers: 2,
      // Patience costs nothing where all is well, and a machine that is busy with other suites may be slow.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      teardownTimeout: 30_000,
      expect: { poll: { timeout: 25_000, interval: 20 } },
    },
  });
}
