import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePorts } from '@ateneu/backing-services';
import { Pool } from 'undici';

import type { Sample } from '../figure.ts';
import { rateOf } from '../load.ts';
import type { Bench } from './bench.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** A process that answers HTTP on this machine. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a script that listens at `PORT`, under the profiler where profiles are asked for. Resolves when `readyPath` is answered
 * with success, or at all where any answer will do.
 */
export async function startServer(
  script: string,
  {
    env = {},
    readyPath,
    args = [],
    anyAnswer = false,
  }: { env?: NodeJS.ProcessEnv; readyPath: string; args?: readonly string[]; anyAnswer?: boolean },
): Promise<Server> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const profiles = process.env['ATENEU_BENCH_PROFILES'];
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const child = spawn(process.execPath, [...profiling, script, ...args], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...env,
      PORT: String(port),
    },
    // Whoever reads the log in production is another process; here nobody does.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const orphaned = (): boolean => child.kill('SIGKILL');
  process.once('exit', orphaned);
  await untilReady(child, url + readyPath, anyAnswer);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      process.removeListener('exit', orphaned);
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess, url: string, anyAnswer: boolean): Promise<void> {
  for (const until = Date.now() + 60_000; ; await delay(5)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs[1]} ended before it answered.`);
    if (Date.now() > until) throw new Error(`${url} is not answered.`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true || (anyAnswer && answer !== undefined)) return;
  }
}

/** What a service's process is given besides the address of its database. Nobody signs in here. */
export async function serviceEnvironment(bench: Bench, name: string, databaseUrl: string): Promise<NodeJS.ProcessEnv> {
  return {
    DATABASE_URL: databaseUrl,
    NATS_URL: bench.nats.url,
    NATS_CREDS: await bench.credentials(name),
    OIDC_ISSUER: 'http://127.0.0.1:1/issuer',
    OIDC_JWKS_URL: 'http://127.0.0.1:1/issuer/jwks',
    PUBLIC_URL: 'http://localhost:4000',
    RATE_LIMIT_PER_MINUTE: '1000000',
  };
}

/** A service's own entry, as it is in the repository. */
export function serviceScript(name: string): string {
  return join(root, 'services', name, 'src/main.ts');
}

/** The script of a process of the bench's own. */
export function ownScript(name: string): string {
  return join(import.meta.dirname, '../processes', name);
}

/**
 * Asks a server over and over on ten connections, the paths in turn: answers a second, and what the server's process
 * spends of CPU time on each, which the load that others make hardly changes.
 *
 * @throws Error where an answer has another status
 */
export async function askOverAndOver(
  { url, pid }: Server,
  {
    paths,
    status,
    headers = {},
    seconds,
  }: { paths: readonly string[]; status: number; headers?: Record<string, string>; seconds: number },
): Promise<Sample> {
  const pool = new Pool(url, { connections: 10, pipelining: 1 });
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const path = paths[asked % paths.length] ?? '/';
    const answer = await pool.request({ path, method: 'GET', headers });
    await answer.body.dump();
    if (answer.statusCode !== status) throw new Error(`${path} was answered ${answer.statusCode}.`);
  };
  // Until the code is compiled and statements are prepared.
  await rateOf(ask, { concurrency: 10, seconds: seconds / 3, warmUpSeconds: 0 });
  asked = 0;
  const before = await cpuSeconds(pid);
  const rate = await rateOf(ask, { concurrency: 10, seconds, warmUpSeconds: 0 });
  const spent = (await cpuSeconds(pid)) - before;
  await pool.close();
  return { answers: rate, 'server CPU': (spent / asked) * 1e6 };
}

/** What a process has spent of CPU time so far, in user code and in the system's. Linux alone tells. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
