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
  CONFIRM_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(72)
    .describe('How many hours the link is good for with which a person confirms what they handed in.'),
  PROPOSALS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(20)
    .describe('Proposals, and corrections, a minute that one address may hand in to one process.'),
  EXPORTS_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(90)
    .default(7)
    .describe('How many days a file that staff exported is kept to be downloaded.'),
});

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
