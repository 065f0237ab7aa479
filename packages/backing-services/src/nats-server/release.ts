import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { keep, stagingDirectory } from './cache.ts';
import type { FoundBinary } from './found.ts';

const run = promisify(execFile);
const version = '2.14.3';

/**
 * The official release, downloaded into the user's cache.
 *
 * @throws Error where it cannot be downloaded or unpacked
 */
export async function fromRelease(log: (line: string) => void): Promise<FoundBinary> {
  const platform = process.platform === 'darwin' ? 'darwin' : 'linux';
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const name = `nats-server-v${version}-${platform}-${arch}`;
  const address = `https://github.com/nats-io/nats-server/releases/download/v${version}/${name}.tar.gz`;
  log(`Downloading nats-server ${version} …`);
  const folder = await stagingDirectory();
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`the download answered ${answer.status}`);
    await writeFile(join(folder, 'release.tar.gz'), Buffer.from(await answer.arrayBuffer()));
    await run('tar', ['xzf', 'release.tar.gz'], { cwd: folder });
    const unpacked = (await readdir(folder)).find((entry) => entry === name);
    if (unpacked === undefined) throw new Error('the archive does not hold what its name says');
    await mkdir(join(folder, 'keep'));
    await rename(join(folder, unpacked, 'nats-server'), join(folder, 'keep', 'nats-server'));
    await chmod(join(folder, 'keep', 'nats-server'), 0o755);
    const path = await keep(join(folder, 'keep'), version);
    return { kind: 'binary', path, version, origin: 'official release' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
