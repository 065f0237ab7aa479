import { baseConfig, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

import type { Mailbox } from './channels/email.channel.ts';

const integer = (min: number, max: number) => z.coerce.number().pipe(z.int().min(min).max(max));

/** `Name <address>`, or an address alone. */
const mailbox = z
  .string()
  .regex(/^(?:[^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
  .transform((text): Mailbox => {
    const [, name = '', address = text] = /^([^<]*)<(.+)>$/.exec(text) ?? [];
    return { name: name.trim(), address };
  });

/** What notifications need beyond what every service does. */
export const configSchema = z.object({
  ...baseConfig,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .describe('The mail server: `smtp://` or `smtps://`, with user and password where it asks for them.')
    .meta({ example: 'smtp://localhost:4025' }),
  MAIL_FROM: mailbox
    .describe('The sender of every message. Its domain also names the messages.')
    .meta({ example: 'Ateneu Cooperatiu de L’Hospitalet <hola@ateneu.example>' }),
  MAIL_REPLY_TO: mailbox.optional().describe('Where answers go, when not to the sender.'),
  SMTP_CONNECTIONS: integer(1, 50).default(4).describe('Messages sent at the same time by one process.'),
  SMTP_TIMEOUT_MS: integer(100, 120_000)
    .default(20_000)
    .describe('Longest silence of the mail server at any step, in milliseconds. A whole message has three times that.'),
  MAIL_RETRY_LIMIT: integer(0, 100)
    .default(32)
    .describe('Attempts after the first when the mail server says later, or nothing. 32 is a little more than a day.'),
  MAIL_RETRY_DELAY_SECONDS: integer(1, 3_600)
    .default(15)
    .describe('Wait before the second attempt, in seconds. It doubles each time, with jitter.'),
  MAIL_RETRY_MAX_DELAY_SECONDS: integer(1, 86_400)
    .default(3_600)
    .describe('The longest wait between two attempts, in seconds.'),
  INITIATIVE_PAGE: z
    .string()
    .refine((text) => text.includes('{slug}') && URL.canParse(text.replace('{slug}', 'x')))
    .optional()
    .describe('The public page of an initiative on the website, with `{slug}` in it. Without it e-mails have no link.')
    .meta({ example: 'https://ateneu.example/directori/{slug}' }),
});

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return read(configSchema, env);
}
