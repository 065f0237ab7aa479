import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';

import { z } from 'zod';

const commaList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

function integer(min: number, max: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(min).max(max));
}

function origin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Proxies that may say who the caller is: nobody, everybody, or those at some addresses. */
function parseTrustProxy(text: string): boolean | string[] {
  if (text === 'false' || text === 'true') return text === 'true';
  return text.split(',').map((part) => part.trim());
}

function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits] = text.split('/', 2);
  return isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}

/** A path is read, and the credentials themselves are taken as they are. */
function readCredentials(text: string, context: z.RefinementCtx): string {
  if (text.startsWith('-----BEGIN')) return text;
  if (existsSync(text)) return readFileSync(text, 'utf8');
  context.addIssue({ code: 'custom', message: 'No such file' });
  return z.NEVER;
}

/**
 * The variables that every service has: spread it into the service's own schema.
 *
 * `z.object({ ...baseConfig, REMINDER_HOURS: z.coerce.number().default(24).describe('…') })`
 */
export const baseConfig = {
  HOST: z.string().default('127.0.0.1').describe('The address to listen on; `0.0.0.0` in a container.'),
  PORT: integer(0, 65_535).describe('The port to listen on; 0 takes a free one.').meta({ example: '4001' }),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least serious entries that are logged.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('The service’s own PostgreSQL database.')
    .meta({ example: 'postgres://training:password@localhost:5432/training' }),
  DATABASE_POOL: integer(1, 200).default(10).describe('Database connections at most.'),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls|ws|wss):\/\/\S+$/)
    .transform((text) => text.split(',').map((part) => part.trim()))
    .describe('The broker, or several servers of one cluster with commas between them.')
    .meta({ example: 'nats://localhost:4222' }),
  NATS_CREDS: z
    .string()
    .transform(readCredentials)
    .describe('The service’s `.creds` file: its path, or its contents. The configuration holds the contents.')
    .meta({ example: '/run/secrets/training.creds' }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .describe('The issuer of staff tokens, to the letter as their `iss` has it.')
    .meta({ example: 'http://localhost:4000/issuer' }),
  OIDC_AUDIENCE: z.string().default('ateneu-api').describe('The audience that staff tokens must be for.'),
  OIDC_JWKS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the issuer’s keys are, if not where its discovery document says.'),
  PUBLIC_URL: z
    .string()
    .refine(origin)
    .describe('The origin people reach the platform at, without a path; addresses in e-mails start with it.')
    .meta({ example: 'http://localhost:4000' }),
  CORS_ORIGINS: commaList
    .refine((origins) => origins.every(origin))
    .describe('Origins of the websites whose scripts may call, with commas between them; nobody’s when empty.')
    .meta({ example: 'https://ateneu.example' }),
  TRUST_PROXY: z
    .string()
    .default('false')
    .transform(parseTrustProxy)
    .refine((proxies) => typeof proxies === 'boolean' || proxies.every(isProxyAddress))
    .describe(
      'Which proxies may say who calls: `false`, `true`, or addresses, ranges, `loopback`, `uniquelocal` with commas.',
    )
    .meta({ example: 'loopback,10.0.0.0/8' }),
  RATE_LIMIT_PER_MINUTE: integer(1, 1_000_000)
    .default(600)
    .describe('Requests a minute that one address may make to one process.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where traces go, by OTLP over HTTP; none are recorded without this or `TRACES_LOG`.')
    .meta({ example: 'http://collector:4318' }),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .optional()
    .describe('Headers for the collector, such as its key: `name=value` with commas between them.'),
  TRACES_LOG: z.string().optional().describe('A file that traces are appended to, each export a line of OTLP in JSON.'),
  TRACES_SAMPLE_RATIO: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('The part of the traces begun here that is recorded; where a caller decided already, that holds.'),
  SHUTDOWN_GRACE_MS: integer(0, 600_000)
    .default(0)
    .describe(
      'How long a process that is told to stop goes on serving, in milliseconds. Meanwhile it is not ready, so that ' +
        'whatever sends it requests stops. Longer than they take to notice, where nothing else waits for that.',
    ),
  SHUTDOWN_TIMEOUT_MS: integer(100, 600_000)
    .default(10_000)
    .describe('How long a shutdown may take after its grace before the process ends anyway, in milliseconds.'),
};

/** The configuration that every service has. */
export type BaseConfig = z.output<z.ZodObject<typeof baseConfig>>;

/** What a process needs of it that answers HTTP and has neither database nor broker of its own. */
export type ProcessConfig = Pick<BaseConfig, 'HOST' | 'PORT' | 'LOG_LEVEL' | 'SHUTDOWN_TIMEOUT_MS'> &
  Partial<TracingConfig & Pick<BaseConfig, 'SHUTDOWN_GRACE_MS'>>;

/** Whether traces are recorded, and where they go. */
export type TracingConfig = Pick<
  BaseConfig,
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_HEADERS' | 'TRACES_LOG' | 'TRACES_SAMPLE_RATIO'
>;

/** What `createApp` needs of it. */
export type AppConfig = Pick<
  BaseConfig,
  | 'PUBLIC_URL'
  | 'CORS_ORIGINS'
  | 'TRUST_PROXY'
  | 'RATE_LIMIT_PER_MINUTE'
  | 'OIDC_ISSUER'
  | 'OIDC_AUDIENCE'
  | 'OIDC_JWKS_URL'
>;
