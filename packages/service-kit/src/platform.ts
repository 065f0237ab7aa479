import { type Broker, connectBroker, startConsumer, startRelay, streamsOf, type Subscription } from '@ateneu/messaging';
import { type Database, type DatabaseOptions, housekeep, openDatabase } from '@ateneu/persistence';

import type { App } from './app-type.ts';
import type { AppOptions } from './app.ts';
import type { BaseConfig } from './config.ts';
import { type Measure, registerMeasures } from './measures.ts';
import { createMessagingMetrics, createMetrics } from './metrics.ts';
import type { ComposeContext, Composition } from './run-service.ts';

/** The database of a service, opened as every service opens its own. */
export function openServiceDatabase(
  config: BaseConfig,
  { logger }: Pick<ComposeContext, 'logger'>,
  service: { service: string } & Pick<DatabaseOptions, 'entities' | 'migrations'>,
): Promise<Database> {
  return openDatabase({
    url: config.DATABASE_URL,
    entities: service.entities,
    migrations: service.migrations,
    applicationName: service.service,
    poolSize: config.DATABASE_POOL,
    logger,
  });
}

/** What a service stands on, and how it becomes a {@link Composition}. */
export interface Platform {
  readonly broker: Broker;
  /** The part of `createApp`'s options that is the same for every service. */
  readonly appOptions: Pick<AppOptions, 'config' | 'logger' | 'metrics' | 'readiness' | 'deadLetters'>;
  /**
   * The service as a whole: its relay, its consumer and the daily clean-up start with it, and end before the broker and
   * the database are closed. `more` joins in both, innermost.
   */
  composition(
    app: App,
    subscriptions: readonly Subscription[],
    more?: { start?: () => Promise<void>; stop?: () => Promise<void> },
  ): Composition;
}

const housekeepingIntervalMs = 60 * 60 * 1_000;

/**
 * Connects a service to the broker and gathers what every composition repeats. Closes the database if that fails.
 *
 * @param parts.measures what the service counts, beside what is measured of every service
 */
export async function connectPlatform(
  config: BaseConfig,
  { logger, metrics = createMetrics() }: ComposeContext,
  { service, database, measures = [] }: { service: string; database: Database; measures?: readonly Measure[] },
): Promise<Platform> {
  const broker = await connectBroker({
    servers: config.NATS_URL,
    credentials: config.NATS_CREDS,
    name: service,
    logger,
  }).catch(async (cause: unknown) => {
    await database.close();
    throw cause;
  });
  const observer = createMessagingMetrics(metrics);
  registerMeasures(metrics, { service, database, broker, logger, measures });
  const answers = (ping: Promise<void>): Promise<boolean> =>
    ping.then(
      () => true,
      () => false,
    );
  return {
    broker,
    appOptions: {
      config,
      logger,
      metrics,
      deadLetters: { service, broker, database },
      readiness: async () => ({ database: await answers(database.ping()), broker: broker.isConnected() }),
    },
    composition: (app, subscriptions, more = {}) => {
      let stopMessaging = async (): Promise<void> => {};
      return {
        app,
        database,
        start: async () => {
          const relay = startRelay({ service, database, broker, logger, observer });
          const consumers = streamsOf(subscriptions).map((stream) =>
            startConsumer({ service, stream, subscriptions, database, broker, logger, observer }),
          );
          const cleaning = setInterval(() => {
            housekeep(database).catch((err: unknown) =>
              logger.warn({ err }, 'The clean-up failed; the next one follows.'),
            );
          }, housekeepingIntervalMs);
          stopMessaging = async () => {
            clearInterval(cleaning);
            await Promise.all(consumers.map((consumer) => consumer.stop()));
            await relay.stop();
          };
          await more.start?.();
        },
        stop: async () => {
          await more.stop?.();
          await stopMessaging();
          await broker.close();
          await database.close();
        },
      };
    },
  };
}
