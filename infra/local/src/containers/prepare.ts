/**
 * Runs before everything else where the platform runs in containers: makes trust, credentials and passwords once, and
 * hands each container its own and nobody else's. `PREPARED_DIR` holds one folder (a volume) per container:
 *
 * - `state`: what must be kept and nobody mounts but this program
 * - `nats`: `nats-server.conf`
 * - `postgres`: `10-databases.sql`, for the image's `/docker-entrypoint-initdb.d`
 * - `admin`: `admin.creds`, for setting up the streams
 * - one per service: `database-url`, `nats.creds`, and for accompaniment `operator-signing-seed`, `core-account`,
 *   `system.creds`, `credentials-key`; for notifications `webhook-secret-keys`
 * - `web`: `session-keys`
 */
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { coreAdminUser, coreServiceUser, renderServerConfig, systemUser } from '@ateneu/messaging/accounts';

import { writePrivateFile } from '../files.ts';
import { initialDatabases } from '../platform/databases.ts';
import { keepSecrets, keepTrust } from '../platform/secrets.ts';
import { sessionKeys, webhookSecretKeys } from '../platform/service-environment.ts';
import { readEnvironment } from '../process.ts';
import { type ServiceName, serviceNames } from '../settings.ts';

/** The users that the images run as. */
const users = { node: 1_000, postgres: 999, root: 0 };

const env = readEnvironment(['PREPARED_DIR', 'POSTGRES_HOST']);
const state = join(env.PREPARED_DIR, 'state');
const trust = await keepTrust(join(state, 'trust.json'));
const secrets = await keepSecrets(join(state, 'secrets.json'));

await hand('nats', users.root, {
  'nats-server.conf': renderServerConfig({
    trust,
    port: 4_222,
    monitorPort: 8_222,
    websocketPort: 8_080,
    storeDir: '/data/jetstream',
    resolverDir: '/data/resolver',
  }),
});
await hand('postgres', users.postgres, { '10-databases.sql': initialDatabases(secrets) });
await hand('admin', users.node, { 'admin.creds': await coreAdminUser(trust.core.seed) });
for (const name of serviceNames) {
  await hand(name, users.node, {
    'database-url': `postgres://${name}:${secrets.postgres[name]}@${env.POSTGRES_HOST}/${name}`,
    'nats.creds': await coreServiceUser(trust.core.seed, name),
    ...(await particulars(name)),
  });
}
await hand('web', users.node, { 'session-keys': sessionKeys(secrets) });
console.log('Trust, credentials and passwords are ready.');

async function particulars(name: ServiceName): Promise<Record<string, string>> {
  if (name === 'notifications') return { 'webhook-secret-keys': webhookSecretKeys(secrets) };
  if (name !== 'accompaniment') return {};
  return {
    'operator-signing-seed': trust.operator.signingSeed,
    'core-account': trust.core.publicKey,
    'system.creds': await systemUser(trust.system.seed),
    'credentials-key': secrets.credentialsKey,
  };
}

/** Writes the files of one container, readable by its user alone. */
async function hand(folder: string, user: number, files: Readonly<Record<string, string>>): Promise<void> {
  const path = join(env.PREPARED_DIR, folder);
  await mkdir(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writePrivateFile(join(path, name), text);
    if (process.getuid?.() === 0) await chown(join(path, name), user, user);
  }
  if (process.getuid?.() === 0) await chown(path, user, user);
}
