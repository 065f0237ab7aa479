import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { engineAnswers } from '../containers.ts';
import { BackingServiceUnavailable } from '../running-service.ts';
import { fromDebian } from './debian.ts';
import { fromRelease } from './release.ts';
import { isRecentEnough, minimumVersion, versionIn } from './version.ts';

/** A nats-server that will do. */
export type FoundNatsServer =
  | { kind: 'binary'; path: string; version: string; origin: string }
  | { kind: 'container'; image: string };

/** The public image used where a container engine answers. */
export const natsImage = 'nats:2.15-alpine';

/**
 * Finds or brings a nats-server that can publish atomic batches: on the PATH; in a container; from the machine's own
 * Debian sources, unpacked beside the system; from the official releases.
 *
 * @throws BackingServiceUnavailable that lists what was tried and says what to do
 */
export async function findNatsServer(log: (line: string) => void = () => {}): Promise<FoundNatsServer> {
  const tried: string[] = [];
  const attempts: [string, () => Promise<FoundNatsServer>][] = [
    ['nats-server on the PATH', onPath],
    ['a container engine', inContainer],
    ['a Debian package', () => fromDebian(log)],
    ['the official release', () => fromRelease(log)],
  ];
  for (const [what, attempt] of attempts) {
    try {
      return await attempt();
    } catch (cause) {
      tried.push(`  - ${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  throw new BackingServiceUnavailable(
    `No nats-server ${minimumVersion} or newer is to be had here. Tried:\n${tried.join('\n')}\n` +
      'Install one and put it on the PATH, or start a container engine, or set NATS_URL to one that runs.',
  );
}

/** The version that a binary says it is. */
export async function versionOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 5_000 });
  return versionIn(stdout);
}

async function onPath(): Promise<FoundNatsServer> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'nats-server');
    const runnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!runnable) continue;
    const version = await versionOf(path);
    if (!isRecentEnough(version)) throw new Error(`${path} is ${version}; ${minimumVersion} or newer is needed`);
    return { kind: 'binary', path, version, origin: path };
  }
  throw new Error('there is none');
}

async function inContainer(): Promise<FoundNatsServer> {
  if (!(await engineAnswers())) throw new Error('none answers');
  return { kind: 'container', image: natsImage };
}
