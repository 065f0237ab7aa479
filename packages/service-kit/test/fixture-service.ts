import { createServer } from 'node:net';

import { z } from 'zod';

import {
  baseConfig,
  type ComposeContext,
  type Composition,
  createApp,
  type Environment,
  readConfig as read,
  runService,
} from '../src/index.ts';

/** A service as small as one can be, started as a process by the tests of `runService`. */
const configSchema = z.object({
  ...baseConfig,
  FIXTURE: z.enum(['plain', 'stuck', 'database', 'broker', 'undeclared-route']).default('plain').describe('How it behaves.'),
});

type Config = z.output<typeof configSchema>;

const readConfig = (env: Environment): Config => read(configSchema, env);

async function openFixtureDatabase(config: Config) {
  const { openDatabase } = await import('@ateneu/persistence');
  return openDatabase({ url: config.DATABASE_URL, entities: [], migrations: [], applicationName: 'fixture' });
}

async function compose(config: Config, { logger, metrics }: ComposeContext): Promise<Composition> {
  // Stands for what a composition opens and would keep the process alive.
  const opened = createServer().listen(0, '127.0.0.1');
  if (config.FIXTURE === 'broker') {
    const { connectBroker } = await import('@ateneu/messaging');
    await connectBroker({ servers: config.NATS_URL, credentials: config.NATS_CREDS, name: 'fixture' });
  }
  const app = await createApp({
    service: { name: 'fixture', title: 'Fixture', description: 'For tests.', version: '0.0.0' },
    config,
    logger,
    metrics,
    readiness: async () => ({}),
    routes: (app) => {
      const config_ = config.FIXTURE === 'undeclared-route' ? {} : { access: { kind: 'public' } };
      app.get('/v1/slow', { config: config_ as { access: { kind: 'public' } }, schema: { hide: true } }, async () => {
        logger.info('Slow request begun.');
        await new Promise((resolve) => {
          setTimeout(resolve, 500);
        });
        return { slow: true };
      });
      app.get('/v1/reject', { config: { access: { kind: 'public' } }, schema: { hide: true } }, async () => {
        void Promise.reject(new Error('nobody handles this'));
        return {};
      });
    },
  });
  return {
    app,
    ...(config.FIXTURE === 'database' ? { database: await openFixtureDatabase(config) } : {}),
    start: async () => {
      logger.info('Messaging started.');
    },
    stop: async () => {
      if (config.FIXTURE === 'stuck') await new Promise(() => {});
      opened.close();
      logger.info('Messaging stopped.');
    },
  };
}

await runService({ name: 'fixture', readConfig, compose, migrate: openFixtureDatabase });
