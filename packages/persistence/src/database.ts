import { EventEmitter } from 'node:events';

import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

import { migratorOptions, type MigrationStep } from './migrations.ts';
import { sparingRoundTrips } from './round-trips.ts';

/** What it takes to open a service's database. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** Entity schemas made with `defineEntity`; none is a valid answer for a service that only uses SQL. */
  entities: NonNullable<Options['entities']>;
  /** Every migration of the service, oldest first, the platform's own included. */
  migrations: readonly MigrationStep[];
  /** Shown in `pg_stat_activity`. */
  applicationName: string;
  /** Connections at most. */
  poolSize?: number;
  /** Longest time a statement may run, in milliseconds. */
  statementTimeoutMs?: number;
  /**
   * Longest wait for the answer to a statement before its connection is given up, in milliseconds; five seconds more than
   * the statement may run where nothing is said.
   */
  answerTimeoutMs?: number;
  /** Longest time a transaction may stay open, in milliseconds: a long one stalls every outbox of the cluster. */
  transactionTimeoutMs?: number;
  /** Longest wait for a free connection before the caller is told that the database is busy, in milliseconds. */
  acquireTimeoutMs?: number;
  logger?: Logger;
}

/** A service's open database. */
export interface Database {
  readonly orm: MikroORM;
  /** The very pool that the ORM uses. Hot reads use it with named, so prepared, statements. */
  readonly pool: Pool;
  readonly migrations: readonly MigrationStep[];
  /** The connection string, for the few things that need a connection of their own (the relay's lock). */
  readonly url: string;
  /** A fresh EntityManager with an identity map of its own: one per request and per message. */
  fork(): EntityManager;
  /** Resolves when the database answers, rejects with the driver's error when it does not. */
  ping(): Promise<void>;
  /** Calls `listener` after each commit that put rows into the outbox. Returns the way to stop it. */
  onOutboxCommitted(listener: () => void): () => void;
  /** Called by `transact`; nobody else needs it. */
  announceOutboxCommit(): void;
  close(): Promise<void>;
}

/**
 * Opens a database. Connections are made as they are needed, so this succeeds while the server is away; `ping` tells.
 *
 * Sessions run in UTC with bounded statements, transactions and lock waits.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let created: Pool | undefined;
  const orm = new MikroORM({
    clientUrl: options.url,
    entities: options.entities,
    // A service may have no entity of its own; the platform's tables are SQL only.
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    ensureDatabase: false,
    pool: { min: 0, max: options.poolSize ?? 10 },
    driverOptions: {
      application_name: options.applicationName,
      connectionTimeoutMillis: options.acquireTimeoutMs ?? 3_000,
      options: sessionSettings(options),
      // A statement may leave before the one before it is answered.
      pipeline: true,
      onPoolCreated: (pool: Pool) => {
        pool.on('connect', (client) => sparingRoundTrips(client, { answerTimeoutMs: answerTimeoutMs(options) }));
        created = pool;
      },
    },
    migrations: migratorOptions(options.migrations),
    extensions: [(await import('@mikro-orm/migrations')).Migrator],
    ...(options.logger ? { logger: loggerFor(options.logger) } : {}),
  });
  await orm.connect();
  if (created === undefined) throw new Error('The ORM opened no connection pool.');
  const pool = created;
  const commits = new EventEmitter();
  return {
    orm,
    pool,
    migrations: options.migrations,
    url: options.url,
    fork: () => orm.em.fork(),
    ping: async () => {
      await pool.query('select 1');
    },
    onOutboxCommitted: (listener) => {
      commits.on('committed', listener);
      return () => commits.off('committed', listener);
    },
    announceOutboxCommit: () => {
      commits.emit('committed');
    },
    close: async () => {
      commits.removeAllListeners();
      await orm.close(true);
      // The ORM ends only a pool that it has used itself.
      if (!pool.ended) await pool.end();
    },
  };
}

/**
 * Options of a connection by which the server notices within half a minute that a client’s machine is gone, and lets go of its
 * locks. The system’s own patience is two hours.
 */
export const noticesAbsence = asOptions({
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
});

function statementTimeoutMs(options: DatabaseOptions): number {
  return options.statementTimeoutMs ?? 10_000;
}

function answerTimeoutMs(options: DatabaseOptions): number {
  return options.answerTimeoutMs ?? statementTimeoutMs(options) + 5_000;
}

function sessionSettings(options: DatabaseOptions): string {
  const settings = asOptions({
    timezone: 'UTC',
    statement_timeout: statementTimeoutMs(options),
    transaction_timeout: options.transactionTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 10_000,
    lock_timeout: 5_000,
  });
  return `${settings} ${noticesAbsence}`;
}

function asOptions(settings: Record<string, string | number>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

function loggerFor(logger: Logger): (message: string) => void {
  return (message) => logger.debug({ component: 'orm' }, message);
}
