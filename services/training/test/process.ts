import { fileURLToPath } from 'node:url';

import { type ServiceProcess, spawnService } from '@ateneu/testing';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Starts training as a process of its own. */
export function spawnTraining(env: Record<string, string>): Promise<ServiceProcess> {
  return spawnService('training', main, env);
}
