import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { BackingServiceUnavailable } from '../running-service.ts';
import { fromCache, keep, stagingDirectory } from './cache.ts';
import { findNatsBinary } from './find.ts';

let folder: string;

/** A program that says that it is a nats-server of this version. */
const program = async (path: string, version: string): Promise<void> => {
  await writeFile(path, `#!/bin/sh\necho "nats-server: v${version}"\n`);
  await chmod(path, 0o755);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ateneu-find-'));
  await mkdir(join(folder, 'bin'));
  vi.stubEnv('PATH', join(folder, 'bin'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

/** Brings a binary into the cache, as a download would. */
const bring = async (version: string, says = version): Promise<string> => {
  const staging = await stagingDirectory();
  await mkdir(join(staging, 'keep'));
  await program(join(staging, 'keep', 'nats-server'), says);
  const path = await keep(join(staging, 'keep'), version);
  await rm(staging, { recursive: true });
  return path;
};

describe('looking for a nats-server', () => {
  it('takes the one on the PATH before any other', async () => {
    await program(join(folder, 'bin', 'nats-server'), '2.12.0');
    await bring('2.99.0');
    expect(await findNatsBinary()).toMatchObject({ path: join(folder, 'bin', 'nats-server'), version: '2.12.0' });
  });

  it('passes over one that is too old for one that an earlier run kept, the newest', async () => {
    await program(join(folder, 'bin', 'nats-server'), '2.10.27');
    await bring('2.12.9');
    const newest = await bring('2.12.10');
    await bring('2.11.0');
    expect(await findNatsBinary()).toMatchObject({ path: newest, version: '2.12.10' });
  });

  it('says everything that was tried and what to do, where none is to be had', async () => {
    // No apt-get is on this PATH, and nothing may be downloaded.
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    await program(join(folder, 'bin', 'nats-server'), '2.10.27');
    const failure = await findNatsBinary().catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(BackingServiceUnavailable);
    expect(String(failure)).toMatch(/2\.10\.27; 2\.12\.0 or newer is needed[^]+official release: no network/);
    expect(String(failure)).toMatch(/put it on the PATH/);
  });
});

describe('what a run keeps for the next', () => {
  it('is whole when two bring the same at once', async () => {
    const paths = await Promise.all([bring('2.12.0'), bring('2.12.0')]);
    expect(paths[0]).toBe(paths[1]);
    expect(await fromCache()).toMatchObject({ version: '2.12.0', path: paths[0] });
  });

  it('is not used, and is replaced, when it does not run', async () => {
    const path = await bring('2.12.0');
    await writeFile(path, '');
    await expect(fromCache()).rejects.toThrow('nothing was kept');
    await bring('2.12.0');
    expect(await fromCache()).toMatchObject({ version: '2.12.0', path });
  });

  it('goes to the temporary folder where there is no home to write to', async () => {
    await writeFile(join(folder, 'file'), '');
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'file'));
    const path = await bring('2.12.0');
    expect(path).toMatch(/ateneu-cache-/);
    expect(await fromCache()).toMatchObject({ path });
  });
});
