import { fileURLToPath } from 'node:url';

import { type ServiceProcess, spawnService } from '@ateneu/testing';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Starts directory as a process of its own. */
export function spawnDirectory(env: Record<string, string>): Promise<ServiceProcess> {
  return spawnService('directory', main, env);
}
