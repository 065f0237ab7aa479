/**
 * `npm run ateneu -- rehearse broker`: a cluster of three with the production configuration and TLS on this machine, and
 * events that flow through it while each server is killed and comes back, and while the operator's signing key is
 * replaced. Ends with 1 where anything committed was lost or done twice.
 *
 * The folder is given, with the certificates in it; `NODE_EXTRA_CA_CERTS` names their authority.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePorts, startPostgres } from '@ateneu/backing-services';
import { type Broker, connectBroker, ensureTopology } from '@ateneu/messaging';
import {
  coreAdminUser,
  coreServiceUser,
  createTrust,
  inboxPrefixOf,
  issuePartnerAccount,
} from '@ateneu/messaging/accounts';
import { type Database, defineMigration, migrateUp, openDatabase, platformMigrations } from '@ateneu/persistence';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import pg from 'pg';

import { beginRotation, finishRotation, resignAccounts } from '../../nats/operator-keys.ts';
import { systemOperator } from '../../nats/system-operator.ts';
import { runRehearsal, type Undo } from '../rehearsal.ts';
import { startCluster } from './cluster.ts';
import { startFlow } from './flow.ts';

const [folder = ''] = process.argv.slice(2);
const certificates = {
  caFile: join(folder, 'ca.pem'),
  certFile: join(folder, 'server.pem'),
  keyFile: join(folder, 'server.key'),
};

await runRehearsal(rehearse);

async function rehearse(undo: Undo): Promise<boolean> {
  const before = await createTrust();
  const cluster = await startCluster(folder, before, certificates);
  undo(() => cluster.close());
  console.log(`Three servers run (${cluster.names.join(', ')}), with TLS, syncing every write.`);
  const as = async (name: string, credentials: string): Promise<Broker> => {
    const broker = await connectBroker({ servers: cluster.urls, credentials, name });
    undo(() => broker.close());
    return broker;
  };
  const admin = await as('admin', await coreAdminUser(before.core.seed));
  await untilItWorks(() => ensureTopology(admin, { replicas: 3 }));
  const [directory, training] = await databases(undo);
  const flow = startFlow(
    { database: directory, broker: await as('directory', await coreServiceUser(before.core.seed, 'directory')) },
    { database: training, broker: await as('training', await coreServiceUser(before.core.seed, 'training')) },
  );
  await delay(2_000);
  flow.longestPauseMs();

  for (const name of cluster.names) {
    await cluster.kill(name);
    await delay(4_000);
    const pause = flow.longestPauseMs();
    await cluster.start(name);
    console.log(
      `${name} killed: events went on; the longest pause was ${Math.round(pause)} ms. It is back and current.`,
    );
  }

  const partner = await issuePartnerAccount({
    operatorSigningSeed: before.operator.signingSeed,
    coreAccountPublicKey: before.core.publicKey,
    name: 'Coop57',
  });
  const system = await connect({
    servers: [...cluster.urls],
    authenticator: credsAuthenticator(new TextEncoder().encode(await systemOperator(before.system.seed))),
    inboxPrefix: inboxPrefixOf('operator'),
    maxReconnectAttempts: -1,
  });
  undo(() => system.close());
  await system.request('$SYS.REQ.CLAIMS.UPDATE', partner.accountJwt, { timeout: 5_000 });
  const during = await beginRotation(before);
  await rollOut(during);
  const signed = await untilItWorks(() => resignAccounts(system, during));
  await rollOut(await finishRotation(during));
  const again = await untilItWorks(() => resignAccounts(system, during));
  const client = await connect({
    servers: [...cluster.urls],
    authenticator: credsAuthenticator(new TextEncoder().encode(partner.creds)),
  });
  await client.close();
  console.log(
    `The operator's signing key was replaced, two restarts of each server; ${signed} accounts were signed anew (then ${again}). ` +
      `A partner connects with the credentials it had; the longest pause was ${Math.round(flow.longestPauseMs())} ms.`,
  );

  const { committed, effects, doubled } = await flow.finish();
  console.log(`${committed} events were committed; ${effects} had their effect, ${doubled} more than once.`);
  return committed === effects && doubled === 0 && again === 0;

  async function rollOut(trust: typeof before): Promise<void> {
    await cluster.trust(trust);
    for (const name of cluster.names) {
      await cluster.stop(name);
      await cluster.start(name);
    }
  }
}

/** Two services' databases on a server of their own. */
async function databases(undo: Undo): Promise<[Database, Database]> {
  const [port = 0] = await freePorts(1);
  const home = join(folder, 'postgres');
  await mkdir(folder, { recursive: true });
  const server = await startPostgres({ dataDir: home, port, password: 'rehearsal', settings: { fsync: 'off' } });
  undo(() => server.stop());
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const name of ['directory', 'training']) await client.query(`create database ${name}`);
  await client.end();
  const effects = defineMigration('202601010000_effects', { up: ['create table effect (number integer not null)'] });
  const open = async (name: string): Promise<Database> => {
    const database = await openDatabase({
      url: server.url.replace(/\/postgres$/, `/${name}`),
      entities: [],
      migrations: [...platformMigrations, effects],
      applicationName: name,
    });
    undo(() => database.close());
    await migrateUp(database);
    return database;
  };
  return [await open('directory'), await open('training')];
}

/** A cluster that has just begun, or lost a leader, refuses for some seconds. */
async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 30_000; ; await delay(250)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
