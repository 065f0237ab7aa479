import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { promisify } from 'node:util';

import type { Bench } from './rig/bench.ts';

/** What a result was measured on and with. */
export interface Stamp {
  readonly at: string;
  /** The commit, with `+` where the tree held changes. */
  readonly commit: string;
  readonly machine: string;
  readonly versions: string;
  /** The one-minute load before the first and after the last run: how busy others kept the machine. */
  readonly load: readonly [before: number, after: number];
  readonly rounds: number;
}

/** Begins a stamp; the function it returns ends it. */
export async function beginStamp(bench: Bench): Promise<() => Stamp> {
  const before = loadavg()[0] ?? 0;
  const commit = await git('rev-parse', '--short', 'HEAD');
  const changed = (await git('status', '--porcelain', '--untracked-files=no')) !== '';
  return () => ({
    at: new Date().toISOString(),
    commit: commit === '' ? 'unknown' : `${commit}${changed ? '+' : ''}`,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`,
    versions: `Node ${process.version}, ${bench.postgres.description}, ${bench.nats.description}`,
    load: [before, loadavg()[0] ?? 0],
    rounds: bench.scale.rounds,
  });
}

async function git(...args: string[]): Promise<string> {
  // An unpacked archive has no history.
  const { stdout } = await promisify(execFile)('git', args, { cwd: import.meta.dirname }).catch(() => ({ stdout: '' }));
  return stdout.trim();
}
