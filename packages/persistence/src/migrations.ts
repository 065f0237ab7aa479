import { Migration, type Migrator } from '@mikro-orm/migrations';
import type { Options } from '@mikro-orm/postgresql';
import { Client } from 'pg';

import type { Database } from './database.ts';

/** One step of a schema, by its stable name. */
export interface MigrationStep {
  /** `YYYYMMDDHHMM_what_it_does`; never changes once released. */
  name: string;
  class: typeof Migration & (new (...args: ConstructorParameters<typeof Migration>) => Migration);
}

/** Makes a migration of SQL statements, run in order in one transaction; `down` undoes it where that is possible. */
export function defineMigration(name: string, sql: { up: readonly string[]; down?: readonly string[] }): MigrationStep {
  return {
    name,
    class: class extends Migration {
      override up(): void {
        for (const statement of sql.up) this.addSql(statement);
      }

      override down(): void {
        if (sql.down === undefined) throw new Error(`Migration ${name} cannot be undone.`);
        for (const statement of sql.down) this.addSql(statement);
      }
    },
  };
}

/** The migrator's part of the ORM's options. */
export function migratorOptions(steps: readonly MigrationStep[]): NonNullable<Options['migrations']> {
  return {
    tableName: 'schema_migration',
    migrationsList: [...steps],
    snapshot: false,
    disableForeignKeys: false,
    transactional: true,
    allOrNothing: true,
    silent: true,
  };
}

/** How a database's schema stands to this code. */
export interface MigrationStatus {
  /** Steps this code has and the database has not. */
  pending: string[];
  /** Steps the database has and this code does not know: the database is newer. */
  unknown: string[];
}

/** The database misses migrations that this code needs. */
export class SchemaBehindError extends Error {
  override readonly name = 'SchemaBehindError';
  readonly pending: readonly string[];

  constructor(pending: readonly string[]) {
    super(
      `The database is behind this version by ${pending.length} migration(s): ${pending.join(', ')}. Run "migrate".`,
    );
    this.pending = pending;
  }
}

/** The database was migrated by a newer version than this code. */
export class SchemaNewerError extends Error {
  override readonly name = 'SchemaNewerError';
  readonly unknown: readonly string[];

  constructor(unknown: readonly string[]) {
    super(`The database is newer than this version: it has ${unknown.join(', ')}. Migrate with the newer version.`);
    this.unknown = unknown;
  }
}

/** Compares what the database has run with what this code has. */
export async function migrationStatus(database: Database): Promise<MigrationStatus> {
  const { rows: tables } = await database.pool.query<{ found: boolean }>(
    `select to_regclass('schema_migration') is not null as found`,
  );
  const known = database.migrations.map((step) => step.name);
  if (tables[0]?.found !== true) return { pending: known, unknown: [] };
  const { rows } = await database.pool.query<{ name: string }>('select name from schema_migration order by id');
  const executed = new Set(rows.map((row) => row.name));
  return {
    pending: known.filter((name) => !executed.has(name)),
    unknown: [...executed].filter((name) => !known.includes(name)),
  };
}

/**
 * Runs every pending migration, all or none, and returns their names. Two processes that migrate at once queue on an
 * advisory lock, and the second finds nothing to do.
 *
 * @throws SchemaNewerError where the database has steps that this code does not know; nothing is run then
 */
export async function migrateUp(database: Database): Promise<string[]> {
  const lock = new Client({ connectionString: database.url });
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('schema_migration', 0))`);
    const { unknown } = await migrationStatus(database);
    if (unknown.length > 0) throw new SchemaNewerError(unknown);
    const migrator = database.orm.migrator as Migrator;
    const done = await migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await lock.end();
  }
}

/**
 * Whether a service of this code may run on the database. A newer database is allowed: migrations expand before they
 * contract, so that the old version keeps running while the new one is rolled out.
 *
 * @throws SchemaBehindError where migrations are pending
 */
export async function assertSchemaUsable(database: Database): Promise<MigrationStatus> {
  const status = await migrationStatus(database);
  if (status.pending.length > 0) throw new SchemaBehindError(status.pending);
  return status;
}
