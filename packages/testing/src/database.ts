import { randomBytes } from 'node:crypto';

import { type Database, type DatabaseOptions, migrateUp, openDatabase } from '@ateneu/persistence';
import { Client } from 'pg';

import { serverVariable } from './servers.ts';

/** A database of a test suite's own, migrated, with an owner of its own. */
export interface TestDatabase extends Database {
  /** Closes it and removes it with its owner. */
  drop(): Promise<void>;
}

/** Makes a database on the run's PostgreSQL, as production does: owned by a role that may enter no other. */
export async function createTestDatabase(
  options: Pick<DatabaseOptions, 'entities' | 'migrations'> & Partial<DatabaseOptions>,
): Promise<TestDatabase> {
  const server = new URL(serverVariable('ATENEU_TEST_POSTGRES_URL'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, [
    `create role ${name} login password '${name}'`,
    `create database ${name} owner ${name} template template0`,
    `revoke connect on database ${name} from public`,
  ]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  url.username = name;
  url.password = name;
  // A machine that does much else takes its time to connect, and no suite is about how long.
  const patient = { applicationName: name, acquireTimeoutMs: 15_000 };
  const database = await openDatabase({ ...patient, ...options, url: url.href });
  const drop = async (): Promise<void> => {
    await database.close();
    await asSuperuser(server, [`drop database if exists ${name} with (force)`, `drop role if exists ${name}`]);
  };
  try {
    await migrateUp(database);
  } catch (cause) {
    await drop();
    throw cause;
  }
  return { ...database, drop };
}

async function asSuperuser(server: URL, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
