import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { engineAnswers } from '../containers.ts';
import { BackingServiceUnavailable } from '../running-service.ts';
import { fromCache } from './cache.ts';
import { fromDebian } from './debian.ts';
import { fromRelease } from './release.ts';
import { type FoundBinary, type FoundNatsServer, natsImage } from './found.ts';
import { isRecentEnough, minimumVersion, versionOf } from './version.ts';

/** A way to come by a server, with its name for people; it throws where it leads nowhere. */
type Attempt<Found> = readonly [what: string, attempt: () => Promise<Found>];

/**
 * Finds or brings a nats-server that can publish atomic batches: on the PATH; in a container; kept from an earlier run;
 * from the machine's own Debian sources, unpacked beside the system; from the official releases.
 *
 * @param log told what is being looked for and brought
 * @throws BackingServiceUnavailable that lists what was tried and says what to do
 */
export async function findNatsServer(log: (line: string) => void = () => {}): Promise<FoundNatsServer> {
  return firstOf<FoundNatsServer>([onPath, ['a container engine', inContainer], ...brought(log)]);
}

/** The same without a container. */
export async function findNatsBinary(log: (line: string) => void = () => {}): Promise<FoundBinary> {
  return firstOf([onPath, ...brought(log)]);
}

function brought(log: (line: string) => void): Attempt<FoundBinary>[] {
  return [
    ['a binary of an earlier run', fromCache],
    ['a Debian package', () => fromDebian(log)],
    ['the official release', () => fromRelease(log)],
  ];
}

async function firstOf<Found>(attempts: readonly Attempt<Found>[]): Promise<Found> {
  const tried: string[] = [];
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

const onPath: Attempt<FoundBinary> = ['nats-server on the PATH', findOnPath];

async function findOnPath(): Promise<FoundBinary> {
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
