import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { FoundBinary } from './found.ts';
import { isRecentEnough, versionOf } from './version.ts';

/**
 * Where binaries that were brought once are kept for this user, so that a fresh clone need not bring them again: the
 * user's cache, or a folder of its own in the temporary one where there is no home to write to.
 */
function cacheDirectories(): [string, string] {
  const user = process.getuid?.() ?? 'user';
  return [
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ateneu', 'nats-server'),
    join(tmpdir(), `ateneu-cache-${user}`, 'nats-server'),
  ];
}

/**
 * The newest binary that an earlier run kept.
 *
 * @throws Error where there is none that runs and is recent enough
 */
export async function fromCache(): Promise<FoundBinary> {
  for (const directory of cacheDirectories()) {
    if (!(await isOurs(directory))) continue;
    const names = (await readdir(directory)).filter((name) => /^\d+\.\d+\.\d+$/.test(name) && isRecentEnough(name));
    for (const name of names.toSorted((left, right) => right.localeCompare(left, 'en', { numeric: true }))) {
      const path = join(directory, name, 'nats-server');
      const version = await versionOf(path).catch(() => undefined);
      if (version !== undefined) return { kind: 'binary', path, version, origin: 'kept from an earlier run' };
    }
  }
  throw new Error('nothing was kept');
}

/** An empty folder in the cache to bring something into; put in its place, whole, by {@link keep}. */
export async function stagingDirectory(): Promise<string> {
  const [home, temporary] = cacheDirectories();
  try {
    return await stagingIn(home);
  } catch {
    return stagingIn(temporary);
  }
}

async function stagingIn(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (!(await isOurs(directory))) throw new Error(`${directory} belongs to somebody else`);
  return mkdtemp(join(directory, 'partial-'));
}

/**
 * Puts the folder `keep` of a staging directory in its place and returns the binary's path. Of two that arrive at once
 * one stays, and both are the same.
 */
export async function keep(folder: string, version: string): Promise<string> {
  const place = join(dirname(dirname(folder)), version);
  const binary = join(place, 'nats-server');
  try {
    await rename(folder, place);
  } catch {
    const runs = await versionOf(binary).catch(() => undefined);
    if (runs !== undefined) return binary;
    // What is there was cut short, by a full disk or a power cut.
    await rm(place, { recursive: true, force: true });
    await rename(folder, place);
  }
  return binary;
}

/** What others could have put there is never run. */
async function isOurs(directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => undefined);
  return found !== undefined && (process.getuid === undefined || found.uid === process.getuid());
}
