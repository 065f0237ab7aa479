import { join } from 'node:path';

import type { EventContract } from '@ateneu/events';

/** The folder of the whole project. */
export const projectRoot = join(import.meta.dirname, '../../..');

/** What is read of a service's `config.ts`. */
interface ConfigModule {
  configSchema: {
    shape: Readonly<Record<string, unknown>>;
    safeParse(env: object): { error?: { issues: readonly { path: readonly PropertyKey[] }[] } };
  };
}

/** What a service says of itself; infra drives services as processes, and reads this only to hold it against files. */
async function readSource<Module>(service: string, file: string): Promise<Module> {
  return (await import(join(projectRoot, 'services', service, 'src', file))) as Module;
}

/** The variables that a service reads, and those among them without which it does not start. */
export async function variablesOf(service: string): Promise<{ all: string[]; required: string[] }> {
  const { configSchema } = await readSource<ConfigModule>(service, 'config.ts');
  const issues = configSchema.safeParse({}).error?.issues ?? [];
  return { all: Object.keys(configSchema.shape), required: [...new Set(issues.map(({ path }) => String(path[0])))] };
}

/** The events that a service subscribes to. */
export async function consumedBy(service: string): Promise<readonly EventContract[]> {
  return (await readSource<{ consumes: readonly EventContract[] }>(service, 'messaging.ts')).consumes;
}
