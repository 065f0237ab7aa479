import pg from 'pg';

import { serviceNames } from '../settings.ts';
import { StartFailure } from './failure.ts';
import type { Secrets } from './secrets.ts';

/** Roles may connect to their own databases; these two are everybody's by default. */
const closeCommonDatabases = 'revoke connect on database postgres, template1 from public';

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
    const roles = await namesIn(client, 'select rolname as name from pg_roles');
    const databases = await namesIn(client, 'select datname as name from pg_database');
    await client.query(closeCommonDatabases);
    for (const name of serviceNames) {
      await client.query(roleStatement(roles.has(name) ? 'alter' : 'create', name, secrets.postgres[name]));
      if (!databases.has(name)) await client.query(databaseStatement(name));
      await client.query(closeStatement(name));
      await client.query(limitStatement(name));
    }
  } finally {
    await client.end();
  }
}

/**
 * The same for a cluster that is being made, as SQL for its first start. At its end the superuser has no password: only
 * who is on the machine itself comes in as superuser.
 */
export function initialDatabases(secrets: Secrets): string {
  const statements = serviceNames.flatMap((name) => [
    roleStatement('create', name, secrets.postgres[name]),
    databaseStatement(name),
    closeStatement(name),
    limitStatement(name),
  ]);
  return `${[closeCommonDatabases, ...statements, 'alter role postgres password null'].join(';\n')};\n`;
}

function roleStatement(verb: 'create' | 'alter', name: string, password: string): string {
  const attributes = 'login nosuperuser nocreatedb nocreaterole';
  return `${verb} role ${pg.escapeIdentifier(name)} ${attributes} password ${pg.escapeLiteral(password)}`;
}

function databaseStatement(name: string): string {
  const quoted = pg.escapeIdentifier(name);
  return `create database ${quoted} owner ${quoted} template template0 encoding 'UTF8'`;
}

function closeStatement(name: string): string {
  return `revoke all on database ${pg.escapeIdentifier(name)} from public`;
}

/** Several processes of one service fit in; none of them, whatever it does, takes the server away from the others. */
const connectionsOfService = 60;

function limitStatement(name: string): string {
  const role = pg.escapeIdentifier(name);
  return [
    `alter role ${role} connection limit ${connectionsOfService}`,
    // A session that holds locks and does nothing would hold up every outbox.
    `alter role ${role} set idle_in_transaction_session_timeout = '60s'`,
  ].join('; ');
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
