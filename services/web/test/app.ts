import { createLogger } from '@ateneu/service-kit';

import { buildApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { createIssuer } from '../src/sessions/issuer.ts';
import { createClientFactory } from '../src/upstream/clients.ts';

/** Nobody listens on the discard port: a service there is down. */
const nowhere = 'http://127.0.0.1:9';

/** The site by itself, with every service down unless `env` says where one is. */
export async function createTestApp(env: Readonly<Record<string, string>> = {}) {
  const config = testConfig(env);
  const logger = createLogger({ service: 'web', level: 'silent' });
  return buildApp({
    config,
    logger,
    metrics: undefined,
    clients: createClientFactory(config),
    issuer: createIssuer(config),
  });
}

/** A configuration that lacks nothing. */
export function testConfig(env: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    PORT: '0',
    PUBLIC_URL: 'http://localhost:4000',
    OIDC_ISSUER: 'http://localhost:4000/issuer',
    SESSION_KEYS: Buffer.alloc(32, 7).toString('base64'),
    RATE_LIMIT_PER_MINUTE: '100000',
    UPSTREAM_DIRECTORY: nowhere,
    UPSTREAM_TRAINING: nowhere,
    UPSTREAM_ACCOMPANIMENT: nowhere,
    UPSTREAM_NOTIFICATIONS: nowhere,
    ...env,
  });
}
