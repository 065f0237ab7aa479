import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { ServiceName } from '@ateneu/local/settings';

/** Where a version of the project is laid out. */
export interface Version {
  readonly title: string;
  readonly root: string;
}

/** One service, of whichever version is wanted now. */
export interface SwitchableService {
  readonly name: ServiceName;
  /** Runs this version's migrations. */
  migrate(version: Version): Promise<void>;
  /** Stops what runs, in order, and starts this version; resolves when it is ready. */
  switchTo(version: Version): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 60_000;

/** A service that nobody has started yet. */
export function switchable(name: ServiceName, env: NodeJS.ProcessEnv, logs: string): SwitchableService {
  let child: ChildProcess | undefined;
  let current: Version | undefined;
  const script = ({ root }: Version): string => join(root, 'services', name, 'src/main.ts');
  const stop = async (): Promise<void> => {
    if (child !== undefined && child.exitCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    child = undefined;
    current = undefined;
  };
  return {
    name,
    migrate: async (version) => {
      await promisify(execFile)(process.execPath, [script(version), 'migrate'], { env });
    },
    switchTo: async (version) => {
      if (current === version) return;
      await stop();
      const begun = spawn(process.execPath, [script(version), 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
      begun.stdout.pipe(log, { end: false });
      begun.stderr.pipe(log, { end: false });
      child = begun;
      for (const until = Date.now() + readyWithinMs; ; await delay(50)) {
        const answer = await fetch(`http://127.0.0.1:${env['PORT']}/health/ready`).catch(() => undefined);
        if (answer?.ok === true) break;
        if (begun.exitCode !== null || Date.now() > until) throw new Error(`${name} (${version.title}) is not ready.`);
      }
      current = version;
    },
    stop,
  };
}
