import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { connectBroker } from '@ateneu/messaging';
import { openDatabase, platformMigrations } from '@ateneu/persistence';
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
  FIXTURE: z
    .enum(['plain', 'stuck', 'database', 'broker', 'undeclared-route', 'slow-start'])
    .default('plain')
    .describe('How it behaves.'),
});

type Config = z.output<typeof configSchema>;

const readConfig = (env: Environment): Config => read(configSchema, env);

function openFixtureDatabase(config: Config) {
  return openDatabase({
    url: config.DATABASE_URL,
    entities: [],
    migrations: platformMigrations,
    applicationName: 'fixture',
  });
}

async function compose(config: Config, { logger, metrics }: ComposeContext): Promise<Composition> {
  // Stands for what a composition opens and would keep the process alive.
  const opened = createServer().listen(0, '127.0.0.1');
  if (config.FIXTURE === 'broker') {
    await connectBroker({
      servers: config.NATS_URL,
      credentials: config.NATS_CREDS,
      name: 'fixture',
      patienceMs: 500,
    });
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
        await setTimeout(500);
        return { slow: true };
      });
      app.get('/v1/reject', { config: { access: { kind: 'public' } }, schema: { hide: true } }, async () => {
        void Promise.reject(new Error('nobody handles this'));
        return {};
      });
    },
  });
  const database = config.FIXTURE === 'database' ? await openFixtureDatabase(config) : undefined;
  return {
    app,
    database,
    start: async () => {
      if (config.FIXTURE === 'slow-start') {
        logger.info('Messaging starts slowly.');
        await setTimeout(1_000);
      }
      logger.info('Messaging started.');
    },
    stop: async () => {
      if (config.FIXTURE === 'stuck') await new Promise(() => {});
      opened.close();
      await database?.close();
      logger.info('Messaging stopped.');
    },
  };
}

await runService({ name: 'fixture', readConfig, compose, migrate: openFixtureDatabase });
