import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts, type RunningService, startNats, startPostgres } from '@ateneu/backing-services';
import { type Broker, connectBroker, ensureTopology, streams } from '@ateneu/messaging';
import { coreAdminUser, coreServiceUser, createTrust, systemUser, type Trust } from '@ateneu/messaging/accounts';
import { type DatabaseOptions, type Database, migrateUp, openDatabase } from '@ateneu/persistence';
import pg from 'pg';
import { type Logger, pino } from 'pino';

/** How much a run does: everything, or just enough to see that it works. */
export interface Scale {
  readonly rounds: number;
  readonly quick: boolean;
}

/** The servers that figures are measured on, and what they are made with. */
export interface Bench {
  readonly scale: Scale;
  readonly folder: string;
  readonly trust: Trust;
  readonly postgres: RunningService;
  readonly nats: RunningService;
  /** The administrator of the streams. */
  readonly admin: Broker;
  readonly logger: Logger;
  /** Connects with the rights of a service. */
  connect(service: string): Promise<Broker>;
  /** Credentials that may push account claims. */
  systemCredentials(): Promise<string>;
  /** The `.creds` text of a service. */
  credentials(service: string): Promise<string>;
  /** A new database of the service's own, migrated. */
  newDatabase(options: Pick<DatabaseOptions, 'entities' | 'migrations'> & Partial<DatabaseOptions>): Promise<Database>;
  /** Empties every stream and removes its consumers, so that no figure sees what another left. */
  clearStreams(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL (durable, as a server has it by default) and nats-server (`sync_interval: always`) on free ports, in
 * a folder of their own.
 */
export async function startBench(scale: Scale): Promise<Bench> {
  const folder = join(tmpdir(), `ateneu-bench-${randomBytes(5).toString('hex')}`);
  // PostgreSQL may run as another user than we do, and must be able to get there.
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const [postgresPort = 0, port = 0, monitorPort = 0] = await freePorts(3);
  const trust = await createTrust();
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch((error: unknown) => console.error(error));
    const data = await realpath(join(folder, 'postgres')).catch(() => undefined);
    for (const path of [data, folder]) if (path !== undefined) await rm(path, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({
      dataDir: join(folder, 'postgres'),
      port: postgresPort,
      password: randomBytes(12).toString('hex'),
      // The size that a server for four small databases would be given; whatever makes it durable stays as it is.
      settings: { max_connections: 200, shared_buffers: '512MB', max_wal_size: '4GB' },
    });
    undo.push(() => postgres.stop());
    const nats = await startNats({ trust, dataDir: join(folder, 'nats'), port, monitorPort, syncAlways: true });
    undo.push(() => nats.stop());
    const credentials = (service: string): Promise<string> => coreServiceUser(trust.core.seed, service);
    const admin = await connectBroker({
      servers: nats.url,
      credentials: await coreAdminUser(trust.core.seed),
      name: 'admin',
    });
    undo.push(() => admin.close());
    await ensureTopology(admin);
    return {
      scale,
      folder,
      trust,
      postgres,
      nats,
      admin,
      logger: pino({ level: 'warn' }),
      credentials,
      systemCredentials: () => systemUser(trust.system.seed),
      connect: async (service) =>
        connectBroker({ servers: nats.url, credentials: await credentials(service), name: service }),
      newDatabase: async (options) => openNew(postgres.url, options),
      clearStreams: () => clearStreams(admin),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openNew(
  adminUrl: string,
  options: Pick<DatabaseOptions, 'entities' | 'migrations'> & Partial<DatabaseOptions>,
): Promise<Database> {
  const url = new URL(adminUrl);
  const name = `bench_${randomBytes(5).toString('hex')}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  url.pathname = `/${name}`;
  const database = await openDatabase({ applicationName: name, ...options, url: url.href });
  await migrateUp(database);
  return database;
}

async function clearStreams({ manager }: Broker): Promise<void> {
  for (const stream of Object.values(streams)) {
    for await (const consumer of manager.consumers.list(stream)) {
      if (consumer.config.durable_name !== undefined) await manager.consumers.delete(stream, consumer.name);
    }
    await manager.streams.purge(stream);
  }
}
