import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type RunningService, startNats, startPostgres } from '@ateneu/backing-services';
import { connectBroker, ensureTopology } from '@ateneu/messaging';
import type { Trust } from '@ateneu/messaging/accounts';

import type { Settings } from '../settings.ts';
import { provisionDatabases } from './databases.ts';
import { keepTrust, type Secrets, writeCredentials } from './secrets.ts';
import { localHost } from './service-environment.ts';
import type { Surroundings } from './supervised.ts';

/** A server that the platform stands on, kept running. */
export interface BackingServer {
  /** What it is, for people. */
  readonly description: string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the local data; the services' roles and databases are in it when this resolves. */
export async function startDatabaseServer(
  settings: Settings,
  secrets: Secrets,
  around: Surroundings,
): Promise<BackingServer> {
  const { ports, paths } = settings;
  await mkdir(paths.logs, { recursive: true });
  const begin = (): Promise<RunningService> =>
    startPostgres({
      dataDir: paths.postgres,
      port: ports.postgres,
      host: localHost,
      password: secrets.superuser,
      logFile: join(paths.logs, 'postgres.log'),
    });
  return keepRunning('PostgreSQL', begin, around, ({ url }) => provisionDatabases(url, secrets));
}

/** Starts the broker with the local trust; credentials are written and the streams are there when this resolves. */
export async function startBrokerServer(
  settings: Settings,
  around: Surroundings,
): Promise<BackingServer & { trust: Trust }> {
  const { ports, paths } = settings;
  await mkdir(paths.logs, { recursive: true });
  const trust = await keepTrust(paths.trustFile);
  const { admin } = await writeCredentials(trust, paths.credentials);
  const begin = (): Promise<RunningService> =>
    startNats({
      trust,
      dataDir: join(paths.nats, 'data'),
      host: localHost,
      port: ports.nats,
      monitorPort: ports.natsMonitor,
      websocketPort: ports.natsWebsocket,
      logFile: join(paths.logs, 'nats.log'),
      log: (line) => around.terminal.note(line),
    });
  const server = await keepRunning('NATS', begin, around, async ({ url }) => {
    const broker = await connectBroker({ servers: url, credentials: admin, name: 'admin' });
    await ensureTopology(broker);
    await broker.close();
  });
  return { ...server, trust };
}

/** Starts a server, prepares it, and from then on starts it again whenever it ends by itself. */
async function keepRunning(
  name: string,
  begin: () => Promise<RunningService>,
  { terminal, stopping }: Surroundings,
  prepare: (server: RunningService) => Promise<void>,
): Promise<BackingServer> {
  let stopped = false;
  const isWanted = (): boolean => !stopped && !stopping.aborted;
  let server: RunningService | undefined = await begin();
  const { description, url } = server;
  try {
    await prepare(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  follow(server);
  return {
    description: `${description} at ${new URL(url).host}`,
    stop: async () => {
      stopped = true;
      await server?.stop();
    },
  };

  function follow(running: RunningService): void {
    void running.died.then(() => revive());
  }

  async function revive(): Promise<void> {
    server = undefined;
    for (let delayMs = 250; isWanted(); delayMs = Math.min(delayMs * 2, 30_000)) {
      terminal.warn(`${name} ended by itself: starting it again in ${delayMs / 1_000} s.`);
      await sleep(delayMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
      if (!isWanted()) return;
      try {
        server = await begin();
      } catch (error) {
        terminal.warn(error instanceof Error ? error.message : String(error));
        continue;
      }
      terminal.note(`${name} is back.`);
      if (!isWanted()) await server.stop();
      else follow(server);
      return;
    }
  }
}
