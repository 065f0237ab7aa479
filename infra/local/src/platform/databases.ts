import pg from 'pg';

import { serviceNames } from '../settings.ts';
import { StartFailure } from './failure.ts';
import type { Secrets } from './secrets.ts';

/**
 * Gives every service its own database, owned by its own role; running it again changes nothing but the passwords,
 * which become those of the secrets. Nobody but the owner may connect to a service's database, and a service's role
 * may connect to no other.
 *
 * @param adminUrl a superuser's address of any database of the cluster
 */
export async function provisionDatabases(adminUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'ateneu-start' });
  await connect(client);
  try {
    await client.query('revoke connect on database postgres, template1 from public');
    const roles = await namesIn(client, 'select rolname as name from pg_roles');
    const databases = await namesIn(client, 'select datname as name from pg_database');
    for (const name of serviceNames) {
      const role = client.escapeIdentifier(name);
      const password = client.escapeLiteral(secrets.postgres[name]);
      await client.query(
        `${roles.has(name) ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole password ${password}`,
      );
      if (!databases.has(name)) {
        await client.query(`create database ${role} owner ${role} template template0 encoding 'UTF8'`);
      }
      await client.query(`revoke all on database ${role} from public`);
    }
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (cause) {
    if ((cause as { code?: string }).code !== '28P01') throw cause;
    throw new StartFailure(
      'The passwords in .data/secrets.json are not those of the databases in .data/postgres: put back the file that belongs to them, or empty both with `npm run reset`.',
      { cause },
    );
  }
}

async function namesIn(client: pg.Client, query: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(query);
  return new Set(rows.map(({ name }) => name));
}
