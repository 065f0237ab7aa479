/**
 * The origin's process: `HOST`, `PORT`, `PUBLIC_URL`, `OIDC_ISSUER`, `NATS_PUBLIC_URL`, `NATS_WEBSOCKET_PUBLIC_URL`,
 * `EVENTS_DIR` (where the catalogue's documents are) and `UPSTREAM_<NAME>` for every route, with commas between several.
 */
import { join } from 'node:path';

import { readIfThere } from '../files.ts';
import { readEnvironment, serve } from '../process.ts';
import { createProxyApp } from './app.ts';
import { routes, upstreamVariable } from './routes.ts';

const env = readEnvironment([
  'PORT',
  'PUBLIC_URL',
  'OIDC_ISSUER',
  'NATS_PUBLIC_URL',
  'NATS_WEBSOCKET_PUBLIC_URL',
  'EVENTS_DIR',
]);
const upstreams = readEnvironment(routes.map(upstreamVariable));

const app = createProxyApp({
  routes,
  upstreamsOf: (route) => (upstreams[upstreamVariable(route)] ?? '').split(',').map((origin) => origin.trim()),
  landing: {
    origin: env.PUBLIC_URL,
    issuer: env.OIDC_ISSUER,
    natsUrl: env.NATS_PUBLIC_URL,
    natsWebsocketUrl: env.NATS_WEBSOCKET_PUBLIC_URL,
  },
  readDocument: (name) => readIfThere(join(env.EVENTS_DIR, name)),
});

await serve('origin', {
  listen: async (host) => {
    await app.listen({ host, port: Number(env.PORT) });
  },
  close: () => app.close(),
});
