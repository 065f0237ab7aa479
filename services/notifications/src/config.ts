import { baseConfig, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

import ipaddr from 'ipaddr.js';

import type { AddressRange } from './channels/address-guard.ts';
import type { Mailbox } from './channels/email.channel.ts';
import { specifiedDelaysMs } from './delivery/webhook.ts';

const integer = (min: number, max: number) => z.coerce.number().pipe(z.int().min(min).max(max));

/** `Name <address>`, or an address alone. */
const mailbox = z
  .string()
  .regex(/^(?:[^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
  .transform((text): Mailbox => {
    const [, name = '', address = text] = /^([^<]*)<(.+)>$/.exec(text) ?? [];
    return { name: name.trim(), address };
  });

/** Networks with commas between them; each as `address/bits`. */
const ranges = z
  .string()
  .default('')
  .transform((text, context): AddressRange[] => {
    const parts = text.split(',').map((part) => part.trim());
    const named = parts.filter((part) => part !== '');
    if (named.every((part) => ipaddr.isValidCIDR(part))) return named.map((part) => ipaddr.parseCIDR(part));
    context.addIssue({ code: 'custom', message: 'Not a list of networks' });
    return z.NEVER;
  });

/** What notifications need beyond what every service does. */
export const configSchema = z.object({
  ...baseConfig,
  SMTP_URL: z
    .string()
    .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
    .pipe(z.array(z.url({ protocol: /^smtps?$/ })).min(1))
    .describe(
      'The mail server: `smtp://` or `smtps://`, with user and password where it asks for them. Several with spaces ' +
        'between them are asked in this order. `?rateLimit=10` bounds the messages a second that one process gives it.',
    )
    .meta({ example: 'smtp://localhost:4025' }),
  MAIL_FROM: mailbox
    .describe('The sender of every message. Its domain also names the messages.')
    .meta({ example: 'Ateneu Cooperatiu de L’Hospitalet <hola@ateneu.example>' }),
  MAIL_REPLY_TO: mailbox.optional().describe('Where answers go, when not to the sender.'),
  MAIL_RETURN_PATH: z
    .email()
    .optional()
    .describe('Where mail servers return what they cannot deliver, when not to the sender.')
    .meta({ example: 'retorns@ateneu.example' }),
  MAIL_REPORTS_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{32,}$/)
    .optional()
    .describe('What providers and the mail server sign bounces and complaints with. Without it none are taken.')
    .meta({ example: 'whsec_…' }),
  STAFF_DIGEST_TO: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(mailbox))
    .describe('Who is told each working day what waits for the team: mailboxes with commas; nobody when empty.')
    .meta({ example: 'Carme Ribas <carme@ateneu.example>' }),
  STAFF_DIGEST_HOUR: integer(0, 23).default(8).describe('The hour in L’Hospitalet from which on the digests go out.'),
  STAFF_DIGEST_LANGUAGE: z.enum(['ca', 'es', 'en']).default('ca').describe('The language of the digests.'),
  SMTP_CONNECTIONS: integer(1, 50).default(10).describe('Messages sent at the same time by one process.'),
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
  WEBHOOK_SECRET_KEYS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((key) => key.trim()))
    .transform((keys) => keys.filter((key) => key !== ''))
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/)))
    .describe(
      'Keys of 32 random bytes as base64url, without padding, with commas between them: they seal the signing secrets of ' +
        'webhooks in the database. The first seals, all open; a start seals everything with the first. Without any, ' +
        'secrets stand there in the clear. A secret.',
    ),
  WEBHOOK_ALLOW_HTTP: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Whether partners’ endpoints may be at `http` addresses; for local use alone.'),
  WEBHOOK_ALLOWED_RANGES: ranges
    .describe('Networks that webhooks may go to although they are not public, with commas; for local use alone.')
    .meta({ example: '127.0.0.0/8,::1/128' }),
  WEBHOOK_TIMEOUT_MS: integer(100, 30_000)
    .default(15_000)
    .describe('Longest time of one attempt, in milliseconds; the specification says 15 seconds.'),
  WEBHOOK_CONCURRENCY: integer(2, 500)
    .default(100)
    .describe('Endpoints that one process works for at the same time; half of them may be failing ones.'),
  WEBHOOK_RETRY_DELAYS_SECONDS: z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/)
    .transform((text) => text.split(',').map((part) => Number(part) * 1_000))
    .default([...specifiedDelaysMs])
    .describe('Waits before the second, third, … attempt, in seconds with commas; as the specification has them.')
    .meta({ example: '5,300,1800' }),
  WEBHOOK_DISABLE_AFTER_HOURS: integer(1, 24 * 30)
    .default(120)
    .describe('How long an endpoint may fail, without one success, before it is disabled, in hours.'),
  MAIL_HEARTBEAT_SECONDS: integer(10, 600)
    .default(30)
    .describe('How long a process may be silent before its messages go to another one, in seconds.'),
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
