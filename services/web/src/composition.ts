import type { ComposeContext, Composition } from '@ateneu/service-kit';

import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { createIssuer } from './sessions/issuer.ts';
import { createClientFactory } from './upstream/clients.ts';

/** Makes every real thing the site consists of: it has no database and no broker. */
export async function compose(config: Config, { logger, metrics }: ComposeContext): Promise<Composition> {
  const app = await buildApp({
    config,
    logger,
    metrics,
    clients: createClientFactory(config),
    issuer: createIssuer(config),
  });
  return { app, start: () => Promise.resolve(), stop: () => Promise.resolve() };
}
