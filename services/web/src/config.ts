import { baseConfig, type Environment, readConfig as read } from '@ateneu/service-kit';
import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ });

const upstream = (service: string, port: number) =>
  httpUrl.describe(`Where ${service} answers this service.`).meta({ example: `http://127.0.0.1:${port}` });

/** Secrets of 32 bytes in base64 or base64url, with commas between them. */
const keys = z
  .string()
  .transform((text) => text.split(',').map((key) => Buffer.from(key.trim(), 'base64')))
  .refine((list) => list.every((key) => key.length === 32));

export const configSchema = z.object({
  HOST: baseConfig.HOST,
  PORT: baseConfig.PORT,
  LOG_LEVEL: baseConfig.LOG_LEVEL,
  PUBLIC_URL: baseConfig.PUBLIC_URL,
  CORS_ORIGINS: baseConfig.CORS_ORIGINS,
  TRUST_PROXY: baseConfig.TRUST_PROXY,
  RATE_LIMIT_PER_MINUTE: baseConfig.RATE_LIMIT_PER_MINUTE,
  SHUTDOWN_GRACE_MS: baseConfig.SHUTDOWN_GRACE_MS,
  SHUTDOWN_TIMEOUT_MS: baseConfig.SHUTDOWN_TIMEOUT_MS,
  OTEL_EXPORTER_OTLP_ENDPOINT: baseConfig.OTEL_EXPORTER_OTLP_ENDPOINT,
  OTEL_EXPORTER_OTLP_HEADERS: baseConfig.OTEL_EXPORTER_OTLP_HEADERS,
  TRACES_LOG: baseConfig.TRACES_LOG,
  TRACES_SAMPLE_RATIO: baseConfig.TRACES_SAMPLE_RATIO,
  OIDC_ISSUER: baseConfig.OIDC_ISSUER,
  OIDC_AUDIENCE: baseConfig.OIDC_AUDIENCE,
  OIDC_JWKS_URL: baseConfig.OIDC_JWKS_URL,
  OIDC_CLIENT_ID: z.string().default('ateneu-console').describe('The console’s client at the issuer.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Its secret; a public client has none.'),
  OIDC_SCOPE: z
    .string()
    .default('openid profile email roles offline_access api')
    .describe('The scopes that bring a token for the services, with roles, and a refresh token.'),
  OIDC_BACKCHANNEL_URL: httpUrl
    .optional()
    .describe('Where the issuer answers this service, if not at `OIDC_ISSUER` itself.')
    .meta({ example: 'http://issuer:8080/issuer' }),
  SESSION_KEYS: keys.describe(
    'Keys of 32 bytes in base64 that seal the cookies of staff and partners, with commas between them. The first seals, ' +
      'all open: put a new one first, and take the old one away a day later.',
  ),
  UPSTREAM_DIRECTORY: upstream('directory', 4001),
  UPSTREAM_TRAINING: upstream('training', 4002),
  UPSTREAM_ACCOMPANIMENT: upstream('accompaniment', 4003),
  UPSTREAM_NOTIFICATIONS: upstream('notifications', 4004),
  UPSTREAM_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(60_000)
    .default(4_000)
    .describe('How long a service may take to answer before its part of a page says that it is missing.'),
  MAP_TILES_URL: z
    .string()
    .optional()
    .describe('Map tiles, with `{z}`, `{x}` and `{y}`. Without them the map shows its points on plain ground.')
    .meta({ example: 'https://tiles.example/{z}/{x}/{y}.png' }),
  MAP_ATTRIBUTION: z.string().default('').describe('Whom the tiles are from, as the map must say.'),
});

export type Config = z.output<typeof configSchema>;

/** Reads the process's environment; the only place that does. */
export function readConfig(env: Environment): Config {
  return read(configSchema, env);
}
