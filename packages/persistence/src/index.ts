/**
 * PostgreSQL for a service: opening the database through MikroORM, one transaction that commits state, outbox, audit and
 * idempotency together, migrations with a version check, and opaque cursors.
 *
 * @packageDocumentation
 */
export { type AuditEntry, recordAudit } from './audit.ts';
export { type CursorColumn, type CursorValue, decodeCursor, encodeCursor } from './cursor.ts';
export { type Database, type DatabaseOptions, noticesAbsence, openDatabase } from './database.ts';
export { groupedWork } from './grouped-work.ts';
export { housekeep, type HousekeepingResult } from './housekeeping.ts';
export { type Idempotency, idempotencyKeyReused } from './idempotency.ts';
export {
  assertSchemaUsable,
  defineMigration,
  migrateUp,
  type MigrationStep,
  migrationStatus,
  type MigrationStatus,
  SchemaBehindError,
  SchemaNewerError,
} from './migrations.ts';
export { causesOf, isOutage, isTemporary } from './outage.ts';
export { type OutboxMessage } from './outbox.ts';
export { platformMigrations } from './platform-migrations.ts';
export { cursorInvalid, recordChanged } from './errors.ts';
export { type Rows, rowsOf } from './rows.ts';
export { reachStep, type Step, steps } from './steps.ts';
export { sharedRead } from './shared-read.ts';
export { isoTimestamp, likeWords } from './sql.ts';
export { transact, type TransactOptions, type Transaction } from './transaction.ts';
