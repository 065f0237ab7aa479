import { baseConfig, type Environment, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

/** Training needs nothing beyond what every service does. */
export const configSchema = z.object({ ...baseConfig });

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
