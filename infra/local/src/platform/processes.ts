import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { readIfThere } from '../files.ts';

/** One process, told apart from a later one that was given the same number. */
export const processRecordSchema = z.object({
  name: z.string(),
  pid: z.number().int().positive(),
  /** When it began, as the system counts; opaque. */
  identity: z.string(),
  /** The signal that makes it stop in good order. */
  signal: z.enum(['SIGTERM', 'SIGINT']),
});

/** One process, told apart from a later one that was given the same number. */
export type ProcessRecord = z.infer<typeof processRecordSchema>;

const run = promisify(execFile);

/** What tells a process apart from every other, for as long as it lives; `undefined` once it is dead. */
export async function identityOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readStat(pid);
    // The name, in brackets, may hold anything; what follows begins with the state (field 3), then the rest in order.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  }
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() === '' ? undefined : stdout.trim();
}

async function readStat(pid: number): Promise<string | undefined> {
  try {
    return await readIfThere(`/proc/${pid}/stat`);
  } catch {
    // A process may end between opening and reading.
    return undefined;
  }
}

/** Describes a living process so that it can be recognised later; `undefined` when it is dead already. */
export async function recordOf(
  name: string,
  pid: number,
  signal: ProcessRecord['signal'] = 'SIGTERM',
): Promise<ProcessRecord | undefined> {
  const identity = await identityOf(pid);
  return identity === undefined ? undefined : { name, pid, identity, signal };
}

/** Whether that very process is still there. */
export async function isAlive(record: ProcessRecord): Promise<boolean> {
  return (await identityOf(record.pid)) === record.identity;
}

/** Stops a process that is not our child: asks, and after `patienceMs` makes it. */
export async function terminate(record: ProcessRecord, patienceMs = 10_000): Promise<void> {
  for (const [signal, patience] of [
    [record.signal, patienceMs],
    ['SIGKILL', 3_000],
  ] as const) {
    if (!(await isAlive(record))) return;
    try {
      process.kill(record.pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline && (await isAlive(record))) await sleep(50);
  }
}
