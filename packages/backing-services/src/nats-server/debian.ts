import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type DebianArchive, debianArchiveIn } from './apt-sources.ts';
import { keep, stagingDirectory } from './cache.ts';
import type { FoundBinary } from './found.ts';
import { isRecentEnough, minimumVersion, versionOf } from './version.ts';

const run = promisify(execFile);

/** The suites that may have it, the most settled first; the stable ones are still too old. */
const suites = ['forky', 'sid'];

/**
 * A nats-server out of a Debian package, unpacked into the user's cache and never installed. The archive's address is
 * read from the machine's own apt configuration; lists and downloads go to a folder of our own, so no right is needed.
 *
 * @throws Error where this is no Debian, or its archive has none that will do
 */
export async function fromDebian(log: (line: string) => void): Promise<FoundBinary> {
  const archive = debianArchiveIn(await aptSources(), await codename());
  if (archive === undefined) throw new Error('this machine has no Debian archive configured');
  const refusals: string[] = [];
  for (const suite of suites) {
    log(`Looking for a nats-server package in Debian ${suite} …`);
    const folder = await stagingDirectory();
    try {
      return await unpack(folder, archive, suite);
    } catch (cause) {
      refusals.push(`${suite}: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw new Error(refusals.join('; '));
}

async function aptSources(): Promise<{ name: string; text: string }[]> {
  const folder = '/etc/apt/sources.list.d';
  const names = await readdir(folder).catch(() => []);
  const files = [
    '/etc/apt/sources.list',
    ...names.toSorted((left, right) => left.localeCompare(right, 'en')).map((name) => join(folder, name)),
  ];
  return Promise.all(files.map(async (name) => ({ name, text: await readFile(name, 'utf8').catch(() => '') })));
}

async function codename(): Promise<string | undefined> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
}

/** Where Debian's own packages keep the keys that every Debian system trusts. */
const debianKeys = '/usr/share/keyrings/debian-archive-keyring.gpg';

async function unpack(folder: string, archive: DebianArchive, suite: string): Promise<FoundBinary> {
  for (const part of ['lists/partial', 'cache/archives/partial', 'sources', 'unpacked', 'keep']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  await writeFile(
    join(folder, 'sources/suite.sources'),
    `Types: deb\nURIs: ${archive.uri}\nSuites: ${suite}\nComponents: main\nSigned-By: ${archive.signedBy ?? debianKeys}\n`,
  );
  const apt = [
    ['Dir::Etc::sourcelist', '/dev/null'],
    ['Dir::Etc::sourceparts', join(folder, 'sources')],
    ['Dir::State::lists', join(folder, 'lists')],
    ['Dir::Cache', join(folder, 'cache')],
    // As root apt would drop to a user that cannot write here.
    ['APT::Sandbox::User', 'root'],
    ['Acquire::Languages', 'none'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...apt, 'update', '-qq'], { timeout: 120_000 });
  await run('apt-get', [...apt, 'download', '-qq', 'nats-server'], { cwd: folder, timeout: 120_000 });
  const file = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (file === undefined) throw new Error('the package could not be downloaded');
  await run('dpkg', ['-x', join(folder, file), join(folder, 'unpacked')]);
  const binary = join(folder, 'keep/nats-server');
  await cp(join(folder, 'unpacked/usr/sbin/nats-server'), binary);
  await chmod(binary, 0o755);
  const version = await versionOf(binary);
  if (!isRecentEnough(version)) throw new Error(`it has ${version}; ${minimumVersion} or newer is needed`);
  const path = await keep(join(folder, 'keep'), version);
  return { kind: 'binary', path, version, origin: `Debian ${suite} package, unpacked beside the system` };
}
