import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, chown, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

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
  throw new Error('This runs as root, PostgreSQL must not, and there is no user "postgres" or "nobody" to run it as.');
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
 * the data lives under /var/tmp and the path asked for is a link to it.
 */
export async function ownedDirectory(path: string, owner: OtherUser | undefined): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  if (owner === undefined) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  }
  const real = (await reachableByAll(dirname(path))) ? path : shared('data', resolve(path));
  await mkdir(real, { recursive: true, mode: 0o700 });
  await chown(real, owner.uid, owner.gid);
  if (real !== path) {
    await symlink(real, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
  }
  return real;
}

/** The binaries where another user can run them: as installed, or a copy where root's own folders bar the way. */
export async function reachableBinaries(native: string, owner: OtherUser | undefined): Promise<string> {
  if (owner === undefined || (await reachableByAll(native))) return native;
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = shared('postgres', version);
  const complete = await access(join(copy, 'bin', 'postgres'), constants.X_OK).then(
    () => true,
    () => false,
  );
  if (complete) return copy;
  const partial = `${copy}.${process.pid}`;
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  // Whoever comes second finds the first one's copy in place.
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  return copy;
}

/** A new private folder for throw-away data, reachable by whoever will own it. */
export function scratchDirectory(name: string): string {
  return join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), `${basename(name)}-${process.pid}-${Date.now()}`);
}
