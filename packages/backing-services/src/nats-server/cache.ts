import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where binaries that were brought once are kept for this user, so that a fresh clone need not bring them again. */
export function cacheDirectory(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ateneu', 'nats-server');
}

/** The binaries that are there, by version, newest first. */
export async function cachedVersions(): Promise<string[]> {
  const names = await readdir(cacheDirectory()).catch(() => []);
  return names
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .toSorted((left, right) => right.localeCompare(left, 'en', { numeric: true }));
}

/** The path of a cached version's binary. */
export function cachedBinary(version: string): string {
  return join(cacheDirectory(), version, 'nats-server');
}

/** An empty folder in the cache to bring something into; put in its place, whole, by {@link keep}. */
export async function stagingDirectory(): Promise<string> {
  await mkdir(cacheDirectory(), { recursive: true });
  return mkdtemp(join(cacheDirectory(), 'partial-'));
}

/** Puts a finished folder in its place. Of two that arrive at once one stays, and both are the same. */
export async function keep(folder: string, version: string): Promise<void> {
  try {
    await rename(folder, join(cacheDirectory(), version));
  } catch {
    await rm(folder, { recursive: true, force: true });
  }
}
