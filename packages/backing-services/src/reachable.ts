import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, readlink, rename, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { BackingServiceUnavailable } from './running-service.ts';

const run = promisify(execFile);

/** The user that a server runs as when this process is root and the server refuses to be. */
export interface OtherUser {
  uid: number;
  gid: number;
}

/**
 * The ordinary user to run PostgreSQL as: none when we are one ourselves; as root, `postgres` where it exists, else
 * `nobody`, which exists everywhere.
 */
export async function ordinaryUser(): Promise<OtherUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      // Not on this machine: the next one.
    }
  }
  throw new BackingServiceUnavailable(
    'This runs as root, PostgreSQL must not, and there is no user "postgres" or "nobody" to run it as. Make one, or run this as an ordinary user.',
  );
}

/** Whether every folder on the way to a path may be entered by anybody. */
async function reachableByAll(path: string): Promise<boolean> {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found?.isDirectory() === true && (found.mode & 0o001) === 0) return false;
  }
  return true;
}

function shared(purpose: string, of: string): string {
  return join('/var/tmp', `ateneu-${purpose}-${createHash('sha256').update(of).digest('hex').slice(0, 12)}`);
}

/**
 * A folder of data that another user can own. Where root's own folders bar the way (a clone below a private directory),
 * the data lives under /var/tmp and the path asked for is a link to it; data that no link leads to any more was thrown
 * away with it.
 *
 * @returns the folder itself, empty or with what it held
 * @throws BackingServiceUnavailable where something else is in the way
 */
export async function ownedDirectory(path: string, owner: OtherUser | undefined): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  if (owner === undefined) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  }
  const real = (await reachableByAll(dirname(path))) ? path : await sharedData(path);
  await mkdir(real, { recursive: true, mode: 0o700 });
  await chown(real, owner.uid, owner.gid);
  return real;
}

async function sharedData(path: string): Promise<string> {
  const real = shared('data', resolve(path));
  const linked = await readlink(path).catch(() => undefined);
  if (linked === real) return real;
  await rm(real, { recursive: true, force: true });
  try {
    await rmdir(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    await symlink(real, path);
  } catch (cause) {
    throw new BackingServiceUnavailable(
      `${path} is where the data of another user can not be reached: move it to a folder that everybody may enter, or empty it with "npm run reset".`,
      { cause },
    );
  }
  return real;
}

/** The binaries where another user can run them: as installed, or a copy where root's own folders bar the way. */
export async function reachableBinaries(native: string, owner: OtherUser | undefined): Promise<string> {
  if (owner === undefined || (await reachableByAll(native))) return native;
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = shared('postgres', version);
  // A copy that somebody else put there is never run.
  const found = await stat(copy).catch(() => undefined);
  if (found !== undefined && found.uid === process.getuid?.()) return copy;
  const partial = `${copy}.${process.pid}`;
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  try {
    await rename(partial, copy);
    return copy;
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    // Of two that arrive at once one stays, and both are the same.
    const winner = await stat(copy).catch(() => undefined);
    if (winner?.uid === process.getuid?.()) return copy;
    throw cause;
  }
}
