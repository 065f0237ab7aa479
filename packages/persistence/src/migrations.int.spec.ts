import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterEach, describe, expect, it } from 'vitest';

import {
  assertSchemaUsable,
  defineMigration,
  migrateUp,
  migrationStatus,
  openDatabase,
  platformMigrations,
} from './index.ts';

const first = defineMigration('202601010000_first', { up: ['create table first (id integer)'] });
const broken = defineMigration('202601020000_broken', { up: ['create table second (id integer)', 'select nonsense'] });

let database: TestDatabase | undefined;
afterEach(() => database?.drop());

/** The same database as another version of the code sees it. */
const reopened = async (migrations: Parameters<typeof openDatabase>[0]['migrations']) => {
  if (database === undefined) throw new Error('No database yet.');
  return openDatabase({ url: database.url, entities: [], migrations, applicationName: 'migrations-spec' });
};

describe('migrating', () => {
  it('runs what is pending once, also when two processes do it at the same time', async () => {
    database = await createTestDatabase({ entities: [], migrations: platformMigrations });
    const [one, two] = await Promise.all([
      reopened([...platformMigrations, first]),
      reopened([...platformMigrations, first]),
    ]);
    const done = await Promise.all([migrateUp(one), migrateUp(two)]);
    expect(done.flat()).toEqual(['202601010000_first']);
    expect(await migrationStatus(one)).toEqual({ pending: [], unknown: [] });
    await Promise.all([one.close(), two.close()]);
  });

  it('changes nothing when a step fails', async () => {
    database = await createTestDatabase({ entities: [], migrations: platformMigrations });
    const other = await reopened([...platformMigrations, first, broken]);
    await expect(migrateUp(other)).rejects.toThrow('nonsense');
    const { rows } = await other.pool.query(`select to_regclass('first') as first, to_regclass('second') as second`);
    expect(rows).toEqual([{ first: null, second: null }]);
    await other.close();
  });

  it('refuses a database that is newer, which a running service accepts', async () => {
    database = await createTestDatabase({ entities: [], migrations: [...platformMigrations, first] });
    const older = await reopened(platformMigrations);
    await expect(migrateUp(older)).rejects.toThrow('newer than this version');
    expect(await assertSchemaUsable(older)).toEqual({ pending: [], unknown: ['202601010000_first'] });
    await older.close();
  });

  it('refuses to run on a database that is behind', async () => {
    database = await createTestDatabase({ entities: [], migrations: platformMigrations });
    const newer = await reopened([...platformMigrations, first]);
    await expect(assertSchemaUsable(newer)).rejects.toThrow('202601010000_first');
    await newer.close();
  });
});
