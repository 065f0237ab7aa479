import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { coreAdminUser } from '@ateneu/messaging/accounts';
import type pg from 'pg';

import type { Bench } from './bench.ts';

/** Where what a user would pick instead is kept, each with libraries of its own. */
export const rivals = join(import.meta.dirname, '../../rivals');

/** Resolves when so many effects are kept. */
export async function kept(pool: pg.Pool, count: number): Promise<void> {
  for (const until = Date.now() + 60_000; ; await delay(5)) {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from effect');
    if ((rows[0]?.n ?? 0) >= count) return;
    if (Date.now() > until) throw new Error(`${rows[0]?.n} of ${count} effects came.`);
  }
}

/** Brings the others' libraries: none of ours needs them. */
export async function installRivals(): Promise<void> {
  await install(rivals, 'ci');
}

/** Brings Strapi: over a thousand packages, which takes minutes. */
export async function installStrapi(): Promise<void> {
  await install(join(rivals, 'strapi'), 'install');
}

async function install(cwd: string, command: 'ci' | 'install'): Promise<void> {
  if (existsSync(join(cwd, 'node_modules'))) return;
  await promisify(execFile)('npm', [command, '--no-audit', '--no-fund'], { cwd });
}

/** What a rival needs to know: its database and the broker, where it may do everything. */
export async function rivalEnvironment(bench: Bench, url: string): Promise<NodeJS.ProcessEnv> {
  return { DATABASE_URL: url, NATS_URL: bench.nats.url, NATS_CREDS: await coreAdminUser(bench.trust.core.seed) };
}

/** Starts a script, and waits until it says that it is ready. */
export async function startChild(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const child = fork(script, args, { env: { ...process.env, ...env } });
  await once(child, 'message');
  return child;
}

/** Lets go of a script, and waits until it has ended. */
export async function stopChild(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}
