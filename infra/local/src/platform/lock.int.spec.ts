import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { acquireLock, findHolder } from './lock.ts';
import { identityOf, isAlive, recordOf } from './processes.ts';

describe('the lock on a data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('has one holder at a time, of any that come at once', async () => {
    const attempts = await Promise.allSettled([acquireLock(folder), acquireLock(folder), acquireLock(folder)]);

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findHolder(folder)).toBe(process.pid);
  });

  it('is free again once it is given back', async () => {
    const { lock } = await acquireLock(folder);
    await lock.release();

    expect(await findHolder(folder)).toBeUndefined();
    await expect(acquireLock(folder)).resolves.toMatchObject({ leftovers: { stopped: [] } });
  });

  it('passes from a killed holder to the next, who stops what it left running', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const exited = once(child, 'exit');
    const record = await recordOf('training', child.pid ?? 0);
    await leave({ start: { name: 'start', pid: 1, identity: 'long ago', signal: 'SIGTERM' }, children: [record] });

    const { leftovers } = await acquireLock(folder);

    expect(leftovers.stopped).toEqual(['training']);
    await exited;
  });

  it('leaves alone a process that only has the number of one of the platform’s', async () => {
    const stranger = { name: 'training', pid: process.pid, identity: 'another', signal: 'SIGTERM' as const };
    await leave({ start: { ...stranger, name: 'start' }, children: [stranger] });

    expect(await isAlive(stranger)).toBe(false);
    expect((await acquireLock(folder)).leftovers.stopped).toEqual([]);
  });

  it('survives a file that was cut short', async () => {
    await writeFile(join(folder, 'processes.json'), '{"start":');

    await expect(acquireLock(folder)).resolves.toBeDefined();
    expect(await identityOf(process.pid)).toMatch(/^\d+$/);
  });

  const leave = (content: unknown): Promise<void> => writeFile(join(folder, 'processes.json'), JSON.stringify(content));
});
