import { type App, createLogger } from '@ateneu/service-kit';

import { buildApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { createIssuer } from '../src/sessions/issuer.ts';
import { type Clients, createClientFactory } from '../src/upstream/clients.ts';
import { services, type UpstreamName } from '../src/upstream/services.ts';
import type { Transport } from './visitor.ts';

/** Nobody listens on the discard port: a service there is down. */
export const nowhere = 'http://127.0.0.1:9';

/**
 * The site by itself, with every service down unless `env` says where one is.
 *
 * @param reached hears of each service that a page turns to
 */
export async function createTestApp(
  env: Readonly<Record<string, string>> = {},
  reached?: (service: UpstreamName) => void,
): Promise<App> {
  const config = testConfig(env);
  const logger = createLogger({ service: 'web', level: 'silent' });
  const clients = createClientFactory(config);
  return buildApp({
    config,
    logger,
    metrics: undefined,
    clients: reached === undefined ? clients : (caller) => listening(clients(caller), reached),
    issuer: createIssuer(config),
  });
}

function listening(clients: Clients, reached: (service: UpstreamName) => void): Clients {
  const properties = services.map((name): [UpstreamName, PropertyDescriptor] => [
    name,
    {
      get: () => {
        reached(name);
        return clients[name];
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as Clients;
}

/** Reaches an app without a network where it is meant, and everything else over it. */
export function transportTo(app: App, origin: string): Transport {
  return async (url, init) => {
    if (!url.startsWith(`${origin}/`)) return fetch(url, init);
    const request = new Request(url, init);
    const answer = await app.inject({
      method: request.method === 'POST' ? 'POST' : 'GET',
      url: url.slice(origin.length),
      headers: { ...Object.fromEntries(request.headers), ...(init.headers as Record<string, string>) },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
    );
    const body = [204, 304].includes(answer.statusCode) ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers });
  };
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
