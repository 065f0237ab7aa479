import { keepSecrets } from '@ateneu/local/platform/secrets';
import { readSettings, serviceNames } from '@ateneu/local/settings';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';

const settings = readSettings(inject('platformEnv'));
const secrets = await keepSecrets(settings.paths.secretsFile);

async function connectAs(role: (typeof serviceNames)[number], database: string): Promise<pg.Client> {
  const { port, host } = { port: settings.ports.postgres, host: '127.0.0.1' };
  const client = new pg.Client(`postgres://${role}:${secrets.postgres[role]}@${host}:${port}/${database}`);
  await client.connect();
  return client;
}

describe('a service’s role', () => {
  it('enters its own database, and no other, not even the common ones', async () => {
    for (const role of serviceNames) {
      await (await connectAs(role, role)).end();
      for (const other of [...serviceNames.filter((name) => name !== role), 'postgres', 'template1']) {
        await expect(connectAs(role, other), `${role} in ${other}`).rejects.toThrow(/permission denied for database/);
      }
    }
  });

  it('is nobody special, and cannot take the server from the others', async () => {
    for (const role of serviceNames) {
      const client = await connectAs(role, role);
      const { rows } = await client.query(
        `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolconnlimit,
                current_setting('idle_in_transaction_session_timeout') as idle
         from pg_roles where rolname = current_user`,
      );
      expect(rows).toEqual([
        {
          rolsuper: false,
          rolcreatedb: false,
          rolcreaterole: false,
          rolreplication: false,
          rolbypassrls: false,
          rolconnlimit: 60,
          idle: '1min',
        },
      ]);
      await expect(client.query('copy (select 1) to program $$true$$')).rejects.toThrow(/permission denied/);
      await client.end();
    }
  });
});
