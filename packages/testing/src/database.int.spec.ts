import { defineMigration } from '@ateneu/persistence';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';

import { createTestDatabase } from './database.ts';
import { serverVariable } from './servers.ts';

const letters = defineMigration('202601010000_letters', { up: ['create table letter (id integer)'] });
const broken = defineMigration('202601010000_broken', { up: ['create table nonsense'] });

const onServer = async (sql: string): Promise<string[]> => {
  const client = new Client({ connectionString: serverVariable('ATENEU_TEST_POSTGRES_URL') });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
};
const databases = () => onServer(`select datname as name from pg_database where datname like 'test\\_%'`);
const roles = () => onServer(`select rolname as name from pg_roles where rolname like 'test\\_%'`);

describe('a test database', () => {
  it('is migrated, belongs to a role that is no superuser, and enters no other', async () => {
    const [one, other] = await Promise.all([
      createTestDatabase({ entities: [], migrations: [letters] }),
      createTestDatabase({ entities: [], migrations: [] }),
    ]);
    await one.pool.query('insert into letter values (1)');
    const { rows } = await one.pool.query('select rolsuper from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false }]);
    const intruder = new URL(other.url);
    intruder.username = intruder.password = new URL(one.url).username;
    await expect(new Client({ connectionString: intruder.href }).connect()).rejects.toThrow(/permission denied/);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('leaves nothing behind, even with somebody still connected', async () => {
    const database = await createTestDatabase({ entities: [], migrations: [letters] });
    const { username } = new URL(database.url);
    const straggler = new Client({ connectionString: database.url });
    straggler.on('error', () => {});
    await straggler.connect();
    await database.drop();
    expect(await databases()).not.toContain(username);
    expect(await roles()).not.toContain(username);
    await straggler.end();
  });

  it('leaves nothing behind when it cannot be migrated', async () => {
    const applicationName = 'broken-spec';
    await expect(createTestDatabase({ entities: [], migrations: [broken], applicationName })).rejects.toThrow();
    const connected = await onServer(
      `select datname as name from pg_stat_activity where application_name = '${applicationName}'`,
    );
    expect(connected).toEqual([]);
  });
});
