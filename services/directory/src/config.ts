import { baseConfig, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

/** The directory needs nothing beyond what every service does. */
export const configSchema = z.object({ ...baseConfig });

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return read(configSchema, env);
}
