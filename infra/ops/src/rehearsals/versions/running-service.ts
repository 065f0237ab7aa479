import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { ServiceName } from '@ateneu/local/settings';

import { endWithUs } from '../rehearsal.ts';

/** Where a version of the project is laid out. */
export interface Version {
  readonly title: string;
  readonly root: string;
}

/** What is started, migrated and rolled out by itself: a service, or the pages, which have nothing to migrate. */
export type Part = ServiceName | 'web';

/** One service, of whichever version is wanted now. */
export interface SwitchableService {
  readonly name: ServiceName;
  /** Runs this version's migrations. */
  migrate(version: Version): Promise<void>;
  /** Stops what runs, in order, and starts this version; resolves when it is ready. */
  switchTo(version: Version): Promise<void>;
  stop(): Promise<void>;
}

/** Long enough for a machine with much else to do. */
const readyWithinMs = 240_000;

/** A process of a service. */
export interface Instance {
  /** Asks it to stop, and waits until it has. @throws Error where it ended with anything but 0 */
  stop(): Promise<void>;
}

const scriptOf = (name: Part, { root }: Version): string => join(root, 'services', name, 'src/main.ts');

/** Runs a version's migrations. */
export async function migrate(name: Part, version: Version, env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(process.execPath, [scriptOf(name, version), 'migrate'], { env });
}

/** Starts a process of a service; resolves when it is ready. What it says goes to the end of its log. */
export async function startInstance(
  name: Part,
  version: Version,
  env: NodeJS.ProcessEnv,
  logs: string,
): Promise<Instance> {
  const serve = [scriptOf(name, version), 'serve'];
  const child = endWithUs(spawn(process.execPath, serve, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  for (const until = Date.now() + readyWithinMs; ; await delay(50)) {
    const answer = await fetch(`http://127.0.0.1:${env['PORT']}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) break;
    if (child.exitCode !== null || Date.now() > until) {
      // Nobody else knows of it.
      child.kill('SIGKILL');
      throw new Error(`${name} (${version.title}) is not ready.`);
    }
  }
  return {
    stop: async () => {
      if (child.exitCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      if (child.exitCode !== 0) throw new Error(`${name} (${version.title}) ended with ${String(child.exitCode)}.`);
    },
  };
}

/** A service that nobody has started yet. */
export function switchable(name: ServiceName, env: NodeJS.ProcessEnv, logs: string): SwitchableService {
  let instance: Instance | undefined;
  let current: Version | undefined;
  const stop = async (): Promise<void> => {
    await instance?.stop();
    instance = undefined;
    current = undefined;
  };
  return {
    name,
    migrate: (version) => migrate(name, version, env),
    switchTo: async (version) => {
      if (current === version) return;
      await stop();
      instance = await startInstance(name, version, env, logs);
      current = version;
    },
    stop,
  };
}
