import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';

import type { Trust } from '@ateneu/messaging/accounts';

import { routes, upstreamVariable } from '../proxy/routes.ts';
import type { ServiceName, Settings } from '../settings.ts';
import { credentialFiles, type Secrets } from './secrets.ts';

/** Every local part listens on this machine alone. */
export const localHost = '127.0.0.1';

/** What a process may know of the machine it runs on; the rest of its environment is ours. */
const inherited =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|NODE_(COMPILE_CACHE|OPTIONS|EXTRA_CA_CERTS)|OTEL_\w+|TRACES_\w+|LOG_LEVEL)$/;

/** The part of this process's own environment that the platform's processes get too. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => inherited.test(name)));
}

/** What a service's environment is made from. */
interface Origins {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly trust: Trust;
}

/** The whole environment of one service. */
export function serviceEnvironment(name: ServiceName, origins: Origins): NodeJS.ProcessEnv {
  const { settings, secrets } = origins;
  const { ports, paths, origin, issuer, audience } = settings;
  const files = credentialFiles(paths.credentials);
  const natsUrl = `nats://${localHost}:${ports.nats}`;
  return {
    HOST: localHost,
    PORT: String(ports.services[name]),
    DATABASE_URL: `postgres://${name}:${secrets.postgres[name]}@${localHost}:${ports.postgres}/${name}`,
    NATS_URL: natsUrl,
    NATS_CREDS: files.service(name),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    // Straight from the issuer: the origin opens only once the services are ready.
    OIDC_JWKS_URL: `http://${localHost}:${ports.issuer}/issuer/jwks`,
    PUBLIC_URL: origin,
    TRUST_PROXY: localHost,
    // Everybody comes from one address here.
    RATE_LIMIT_PER_MINUTE: '10000',
    ...particulars(name, origins),
  };
}

/** What only one service needs. */
function particulars(
  name: ServiceName,
  { settings: { ports, paths, origin }, secrets, trust }: Origins,
): NodeJS.ProcessEnv {
  switch (name) {
    // The site leads these addresses to the page in the reader's language.
    case 'directory':
      return { WEBSITE_URL: origin };
    case 'training':
      return { SESSION_PAGE: `${origin}/sessions/{id}` };
    case 'notifications':
      return {
        INITIATIVE_PAGE: `${origin}/initiatives/{slug}`,
        SMTP_URL: `smtp://${localHost}:${ports.smtp}`,
        MAIL_FROM: 'Ateneu cooperatiu <avisos@ateneu.example>',
        STAFF_DIGEST_TO: 'Carme Ribas <carme@ateneu.example>',
        WEBHOOK_SECRET_KEYS: webhookSecretKeys(secrets),
        // A partner's developer tries webhooks on this very machine.
        WEBHOOK_ALLOW_HTTP: 'true',
        WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8,::1/128',
      };
    case 'accompaniment':
      return {
        NATS_OPERATOR_SIGNING_SEED: trust.operator.signingSeed,
        NATS_SYSTEM_CREDS: credentialFiles(paths.credentials).system,
        NATS_CORE_ACCOUNT: trust.core.publicKey,
        NATS_PUBLIC_URL: `nats://${localHost}:${ports.nats}`,
        CREDENTIALS_KEY: secrets.credentialsKey,
      };
  }
}

/** The key that seals the site's cookies; it stays the same as long as the local secrets do. */
export function sessionKeys(secrets: Secrets): string {
  return Buffer.from(hkdfSync('sha256', secrets.credentialsKey, '', 'web sessions', 32)).toString('base64');
}

/** The key that seals the secrets of webhooks; it stays the same as long as the local secrets do. */
export function webhookSecretKeys(secrets: Secrets): string {
  return Buffer.from(hkdfSync('sha256', secrets.credentialsKey, '', 'webhook secrets', 32)).toString('base64url');
}

/** The environment of the site, which has neither database nor broker. */
export function webEnvironment({ ports, origin, issuer, audience }: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  const upstreams = Object.entries(ports.services).map(([name, port]) => [
    `UPSTREAM_${name.toUpperCase()}`,
    `http://${localHost}:${port}`,
  ]);
  return {
    HOST: localHost,
    PORT: String(ports.web),
    PUBLIC_URL: origin,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_BACKCHANNEL_URL: `http://${localHost}:${ports.issuer}/issuer`,
    OIDC_JWKS_URL: `http://${localHost}:${ports.issuer}/issuer/jwks`,
    TRUST_PROXY: localHost,
    RATE_LIMIT_PER_MINUTE: '10000',
    SESSION_KEYS: sessionKeys(secrets),
    ...Object.fromEntries(upstreams),
  };
}

/** The environment of the issuer. */
export function issuerEnvironment({ ports, paths, issuer, audience }: Settings): NodeJS.ProcessEnv {
  return {
    HOST: localHost,
    PORT: String(ports.issuer),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    ISSUER_DATA_DIR: paths.issuer,
  };
}

/** The environment of the mail catcher. */
export function mailEnvironment({ ports, paths }: Settings): NodeJS.ProcessEnv {
  return { HOST: localHost, PORT: String(ports.mail), SMTP_PORT: String(ports.smtp), MAIL_DATA_DIR: paths.mail };
}

/** The environment of the origin. It listens wherever `localhost` leads, over IPv4 and IPv6. */
export function originEnvironment({ ports, paths, origin, issuer }: Settings): NodeJS.ProcessEnv {
  const upstreamPorts: Record<string, number> = {
    ...ports.services,
    issuer: ports.issuer,
    mail: ports.mail,
    web: ports.web,
  };
  return {
    HOST: 'localhost',
    PORT: String(ports.origin),
    PUBLIC_URL: origin,
    OIDC_ISSUER: issuer,
    NATS_PUBLIC_URL: `nats://${localHost}:${ports.nats}`,
    NATS_WEBSOCKET_PUBLIC_URL: `ws://${localHost}:${ports.natsWebsocket}`,
    EVENTS_DIR: join(paths.root, 'packages', 'events'),
    ...Object.fromEntries(
      routes.map((route) => [upstreamVariable(route), `http://${localHost}:${upstreamPorts[route.name]}`]),
    ),
  };
}
