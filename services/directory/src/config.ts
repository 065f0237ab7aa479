import { baseConfig, type Environment, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  ...baseConfig,
  WEBSITE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where the website’s pages begin; `/initiatives/{slug}` follows. Without it the sitemap, the feed and linked data ' +
        'name the API’s own addresses below `PUBLIC_URL`.',
    )
    .meta({ example: 'https://ateneu.example' }),
});

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
