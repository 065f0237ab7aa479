import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from '@ateneu/backing-services';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Interrupted, StartFailure } from './failure.ts';
import { acquireLock } from './lock.ts';
import { type ProcessSpec, type Supervised, supervise, type Surroundings } from './supervised.ts';

describe('a supervised process', () => {
  let folder: string;
  let port: number;
  let warnings: string[];
  let stopping: AbortController;
  let around: Surroundings;
  let running: Supervised | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'supervised-'));
    [port = 0] = await freePorts(1);
    warnings = [];
    stopping = new AbortController();
    const { lock } = await acquireLock(join(folder, 'run'));
    const ignore = (): void => undefined;
    const terminal = { done: ignore, note: ignore, fail: ignore, plain: ignore, line: ignore };
    const warn = (text: string): void => {
      warnings.push(text);
    };
    around = { lock, stopping: stopping.signal, terminal: { ...terminal, warn } };
    running = undefined;
  });

  afterEach(async () => {
    vi.useRealTimers();
    await running?.stop();
    await rm(folder, { recursive: true });
  });

  const spec = (wish: string): ProcessSpec => ({
    name: 'training',
    script: join(import.meta.dirname, 'fixtures/tiny-process.mjs'),
    args: [wish, String(port)],
    env: {},
    logFile: join(folder, 'logs/training.log'),
    readyUrl: `http://127.0.0.1:${port}/`,
  });
  const answer = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/`)).text();

  it('is ready when it answers, and gone when it is stopped', async () => {
    running = await supervise(spec('serve'), around);
    expect(await answer()).toBe(String(running.pid()));
    expect(await readFile(join(folder, 'run/processes.json'), 'utf8')).toContain('"training"');

    await running.stop();

    await expect(answer()).rejects.toThrow('fetch failed');
    expect(await readFile(join(folder, 'run/processes.json'), 'utf8')).not.toContain('"training"');
    expect(await readFile(join(folder, 'logs/training.log'), 'utf8')).toContain('Listening.');
  });

  it('comes back when it is killed, and says so', async () => {
    running = await supervise(spec('serve'), around);
    const first = running.pid() ?? 0;

    process.kill(first, 'SIGKILL');

    await vi.waitFor(async () => expect(await answer()).not.toBe(String(first)), { timeout: 10_000, interval: 50 });
    expect(warnings).toEqual(['training was killed (SIGKILL): starting it again in 0.25 s.']);
  });

  it('fails with its last words when it ends instead of starting', async () => {
    const failure = await supervise(spec('crash'), around).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(StartFailure);
    expect((failure as Error).message).toBe(
      'training ended with code 3 instead of starting. Its last words:\n    COLOUR is not set.',
    );
  });

  it('fails with what it waits for when it does not get ready in time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const failing = supervise(spec('sulk'), around).catch((error: unknown) => error);
    const answered = async (): Promise<number> =>
      Number(await (await fetch(`http://127.0.0.1:${port}/answered`)).text());
    // Who asks a second time has read the first answer. The minute passes then, however long that took.
    await expect.poll(answered).toBeGreaterThan(1);
    vi.setSystemTime(Date.now() + 60_001);

    expect(((await failing) as Error).message).toMatch(
      /^training is not ready after 60 s \(503 \{"failing":\["patience"\]\}\)\./,
    );
    await expect(answer()).rejects.toThrow('fetch failed');
  });

  it('is stopped when everything is to stop before it is ready', async () => {
    const starting = supervise(spec('sulk'), around);
    await vi.waitFor(async () => expect(await answer()).toContain('patience'), { timeout: 10_000 });

    stopping.abort();

    await expect(starting).rejects.toThrow(Interrupted);
    await expect(answer()).rejects.toThrow('fetch failed');
  });
});
