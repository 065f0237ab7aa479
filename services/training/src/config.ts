import { baseConfig, type Environment, readConfig as read } from '@ateneu/service-kit';
import { workbooksKeptDays } from '@ateneu/service-kit/kept-workbooks';
import { z } from 'zod';

/** What training reads besides what every service does. */
export const configSchema = z.object({
  ...baseConfig,
  SESSION_PAGE: z
    .string()
    .refine((text) => text.includes('{id}') && URL.canParse(text.replace('{id}', 'x')))
    .optional()
    .describe('The public page of a session, with `{id}` in it. Without it calendars link to the API’s own answer.')
    .meta({ example: 'https://ateneu.example/sessions/{id}' }),
  WORKBOOKS_KEPT_DAYS: workbooksKeptDays,
  SUBSIDY_RETENTION_YEARS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .default(5)
    .describe(
      'For how many years from the end of a call the funder may audit it; what it needs is kept apart until then.',
    ),
});

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
