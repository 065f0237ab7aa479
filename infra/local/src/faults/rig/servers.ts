import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { BackingServiceUnavailable, type RunningService } from '@ateneu/backing-services';

/** A server that can be broken on purpose. */
export interface BreakableServer {
  readonly description: string;
  readonly url: string;
  /** Ends it at once, with the signal; resolves when it is gone. */
  crash(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data. */
  revive(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server that can be broken.
 *
 * @param pidOf how to find its process
 * @throws BackingServiceUnavailable where it is no process of this machine
 */
export async function startBreakable(
  begin: () => Promise<RunningService>,
  pidOf: () => Promise<number>,
): Promise<BreakableServer> {
  let running: RunningService | undefined = await begin();
  const { description, url, kind } = running;
  if (kind !== 'binary') {
    await running.stop();
    throw new BackingServiceUnavailable(`${description} is a container: faults need a process that can be killed.`);
  }
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    process.kill(await pidOf(), name);
  };
  return {
    description,
    url,
    crash: async (name) => {
      const victim = running;
      running = undefined;
      if (victim === undefined) return;
      await signal(name);
      await victim.died;
    },
    revive: async () => {
      running ??= await begin();
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: async () => {
      await running?.stop();
      running = undefined;
    },
  };
}

/** PostgreSQL writes its number into its data. */
export async function postgresPid(dataDir: string): Promise<number> {
  return numberIn((await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** The process whose command line names a file that only it is started with. */
export async function pidByArgument(argument: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args=']);
  const line = stdout
    .split('\n')
    .map((text) => text.trim())
    .find((text) => text.endsWith(` ${argument}`));
  return numberIn(line?.split(' ')[0]);
}

function numberIn(text: string | undefined): number {
  const pid = Number(text);
  if (Number.isInteger(pid) && pid > 1) return pid;
  throw new Error('The process of the server was not found.');
}
