import { setTimeout as delay } from 'node:timers/promises';

import { assertSchemaUsable, type Database, migrateUp, migrationStatus } from '@ateneu/persistence';

import type { App } from './app-type.ts';
import type { Environment, ProcessConfig } from './config.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Registry } from './metrics.ts';
import { explainStartupFailure } from './startup-failure.ts';
import { startTracing, type Tracing } from './tracing.ts';

/** What a composition is given besides the configuration. */
export interface ComposeContext {
  logger: Logger;
  /** Where the app and the messaging put their measures; absent in tests. */
  metrics?: Registry | undefined;
}

/** A composed service: everything is made, nothing runs yet. */
export interface Composition {
  app: App;
  /** Its database, whose schema is checked before the start; absent for a service without one. */
  database?: Database | undefined;
  /** Starts what runs besides HTTP: the relay and the consumer. */
  start(): Promise<void>;
  /** Stops those and closes what the composition opened (broker, database). The app is closed before it is called. */
  stop(): Promise<void>;
}

/** A service as a process. */
export interface ServiceDefinition<Config extends ProcessConfig> {
  name: string;
  readConfig: (env: Environment) => Config;
  compose: (config: Config, context: ComposeContext) => Promise<Composition>;
  /** Opens the database that `migrate` works on; absent for a service without one. */
  migrate?: (config: Config, context: { logger: Logger }) => Promise<Database>;
}

/**
 * Runs a service as this process: `serve` (also without a word), `migrate` or `migrate --status`.
 *
 * SIGTERM and SIGINT stop it in order: for `SHUTDOWN_GRACE_MS` it serves on and is not ready; no new connection is taken, open requests are answered, the consumer and the
 * relay finish, connections close. Past `SHUTDOWN_TIMEOUT_MS`, or at a second signal, it ends at once with status 1.
 * A failure to start is one message on standard error and status 1.
 */
export async function runService<Config extends ProcessConfig>(service: ServiceDefinition<Config>): Promise<void> {
  let config: Config | undefined;
  try {
    const command = process.argv.slice(2).join(' ') || 'serve';
    if (!['serve', 'migrate', 'migrate --status'].includes(command)) {
      process.stderr.write(`Unknown command. Usage: ${service.name} [serve | migrate | migrate --status]\n`);
      process.exit(2);
    }
    config = service.readConfig(process.env);
    const logger = createLogger({ service: service.name, level: config.LOG_LEVEL });
    if (command === 'serve') await serve(service, config, logger);
    else await migrate(service, config, logger, command === 'migrate --status');
  } catch (error) {
    process.stderr.write(`${explainStartupFailure(error, service.name, config ?? {})}\n`);
    process.exit(1);
  }
}

async function serve<Config extends ProcessConfig>(
  service: ServiceDefinition<Config>,
  config: Config,
  logger: Logger,
): Promise<void> {
  endOnUnexpectedErrors(logger);
  const tracing = await startTracing(config, service.name);
  const composition = await service.compose(config, { logger, metrics: createMetrics() });
  const stop = stopper(composition, tracing, config, logger);
  // Before the start, so that a signal that arrives meanwhile finds somebody to stop things in order.
  const signals = endOnSignals(
    async () => {
      await leave(composition, config, logger);
      await stop();
    },
    config,
    logger,
  );
  try {
    if (composition.database !== undefined) {
      const { unknown } = await assertSchemaUsable(composition.database);
      if (unknown.length > 0) logger.warn({ unknown }, 'The database is newer than this version.');
    }
    await composition.start();
    await composition.app.listen({
      host: config.HOST,
      port: config.PORT,
      listenTextResolver: (address) => `${service.name} listens at ${address}.`,
    });
  } catch (error) {
    // A start that fails because it is being stopped is no failure to start.
    if (signals.received()) return;
    // What did start must not outlive the failure; a failure to stop it must not hide the reason.
    await stop().catch(() => {});
    throw error;
  }
}

/** Has whoever sends requests here send them elsewhere, and waits until they do. */
async function leave({ app }: Composition, config: ProcessConfig, logger: Logger): Promise<void> {
  const graceMs = config.SHUTDOWN_GRACE_MS ?? 0;
  if (graceMs === 0 || !app.server.listening) return;
  app.leave();
  logger.info({ graceMs }, 'Leaving.');
  await delay(graceMs);
}

/** Stops everything, once however often it is asked, within the time that the configuration allows. */
function stopper(
  composition: Composition,
  tracing: Tracing,
  config: ProcessConfig,
  logger: Logger,
): () => Promise<void> {
  const stop = async (): Promise<void> => {
    const deadline = setTimeout(() => {
      logger.error({ timeoutMs: config.SHUTDOWN_TIMEOUT_MS }, 'The shutdown took too long; ending at once.');
      process.exit(1);
    }, config.SHUTDOWN_TIMEOUT_MS);
    try {
      await composition.app.close();
    } finally {
      await composition.stop();
      // A collector that is away must not turn a good stop into a bad one.
      await tracing.stop().catch((err: unknown) => logger.warn({ err }, 'The last traces could not be sent.'));
      clearTimeout(deadline);
    }
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

function endOnSignals(stop: () => Promise<void>, config: ProcessConfig, logger: Logger): { received(): boolean } {
  let received = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (received) {
      logger.warn({ signal }, 'Second signal; ending at once.');
      process.exit(1);
    }
    received = true;
    logger.info({ signal, timeoutMs: config.SHUTDOWN_TIMEOUT_MS }, 'Stopping.');
    stop().then(
      () => {
        logger.info('Stopped.');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { received: () => received };
}

function endOnUnexpectedErrors(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error, event }, 'An error that nobody handled; ending.');
      process.exit(1);
    });
  }
}

async function migrate<Config extends ProcessConfig>(
  service: ServiceDefinition<Config>,
  config: Config,
  logger: Logger,
  statusOnly: boolean,
): Promise<void> {
  if (service.migrate === undefined) {
    process.stdout.write(`${service.name} has no database to migrate.\n`);
    return;
  }
  const database = await service.migrate(config, { logger });
  try {
    if (statusOnly) {
      const { pending, unknown } = await migrationStatus(database);
      process.stdout.write(`pending: ${pending.join(', ') || 'none'}\nunknown: ${unknown.join(', ') || 'none'}\n`);
      return;
    }
    const done = await migrateUp(database);
    process.stdout.write(done.length === 0 ? 'Nothing to migrate.\n' : `Migrated: ${done.join(', ')}\n`);
  } finally {
    await database.close();
  }
}
