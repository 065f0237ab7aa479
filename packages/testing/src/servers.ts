import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts, type RunningService, startNats, startPostgres } from '@ateneu/backing-services';
import { createTrust } from '@ateneu/messaging/accounts';

/** Where the servers of a test run are, as environment variables, and how to stop them. */
export interface TestServers {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The variables that say where a run's servers are; all or none are set. */
export const serverVariables = ['ATENEU_TEST_POSTGRES_URL', 'ATENEU_TEST_NATS_URL', 'ATENEU_TEST_TRUST_FILE'] as const;

/** Whether the environment already says where the servers are. */
export function serversAreGiven(env: NodeJS.ProcessEnv): boolean {
  return serverVariables.every((name) => (env[name] ?? '') !== '');
}

/**
 * Starts one PostgreSQL and one nats-server for a whole test run, in throw-away folders. Durability is off where only
 * speed is at stake: a test that is about crashes kills clients and servers, not the machine.
 */
export async function startTestServers(log: (line: string) => void = () => {}): Promise<TestServers> {
  const folder = join(tmpdir(), `ateneu-test-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const [postgresPort = 0, natsPort = 0, monitorPort = 0] = await freePorts(3);
  const trust = await createTrust();
  const trustFile = join(folder, 'trust.json');
  await writeFile(trustFile, JSON.stringify(trust), { mode: 0o600 });
  const started: RunningService[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((service) => service.stop()));
    // As root, below a private folder, the data lives elsewhere behind a link.
    const data = await realpath(join(folder, 'postgres')).catch(() => undefined);
    for (const path of [data, folder]) if (path !== undefined) await rm(path, { recursive: true, force: true });
  };
  try {
    // All settled, so that a failure of one does not leave the other on its way up.
    const [postgres, nats] = await Promise.allSettled([
      startPostgres({
        dataDir: join(folder, 'postgres'),
        port: postgresPort,
        password: randomBytes(12).toString('hex'),
        settings: { max_connections: 300, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
        throwAwayContainer: true,
        log,
      }).then(keep),
      startNats({ trust, dataDir: join(folder, 'nats'), port: natsPort, monitorPort, log }).then(keep),
    ]);
    if (postgres.status === 'rejected') throw postgres.reason;
    if (nats.status === 'rejected') throw nats.reason;
    return {
      env: {
        ATENEU_TEST_POSTGRES_URL: postgres.value.url,
        ATENEU_TEST_NATS_URL: nats.value.url,
        ATENEU_TEST_TRUST_FILE: trustFile,
      },
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }

  function keep(service: RunningService): RunningService {
    started.push(service);
    return service;
  }
}

/** A variable of {@link serverVariables}. @throws Error where the run was started without the global set-up */
export function serverVariable(name: (typeof serverVariables)[number]): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: is this workspace's vitest.config.ts defineWorkspaceTests()?`);
  return value;
}
