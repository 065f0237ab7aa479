import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ChildFailed, type ChildOptions, startChild } from './child.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ateneu-child-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** A little server in shell: what it does before it is ready, and after. */
const server = (script: string, overrides: Partial<ChildOptions> = {}): ChildOptions => ({
  command: 'sh',
  args: ['-c', script],
  ready: /ready at last/,
  stopSignal: 'SIGTERM',
  readyTimeoutMs: 20_000,
  ...overrides,
});
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a server that is started', () => {
  it('is there when it says so, also when it says so in pieces, and is gone when it is stopped', async () => {
    const logFile = join(folder, 'log');
    const child = await startChild(server('printf "ready "; sleep 0.05; echo at last; exec sleep 60', { logFile }));
    expect(isAlive(child.pid)).toBe(true);
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
    // The log is written behind the server's back, and may be after its end.
    await expect.poll(() => readFile(logFile, 'utf8')).toBe('ready at last\n');
  });

  it('fails with its last words when it ends before it is ready', async () => {
    const failure = await startChild(server('echo no space left on device >&2; exit 3')).catch(
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(ChildFailed);
    expect((failure as ChildFailed).output).toBe('no space left on device\n');
  });

  it('fails when it is not ready in time, and does not stay behind', async () => {
    const pidFile = join(folder, 'pid');
    const read = () => readFile(pidFile, 'utf8').catch(() => '');
    // Its time is over when we say so: however slow the machine, the server is there by then.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const failure = startChild(server(`echo $$ > ${pidFile}; exec sleep 60`)).catch((cause: unknown) => cause);
    await expect.poll(read).toMatch(/\d\n/);
    vi.advanceTimersByTime(20_000);
    expect(String(await failure)).toMatch(/was not ready within 20000 ms/);
    expect(isAlive(Number(await read()))).toBe(false);
  });

  it('fails when there is no such program', async () => {
    await expect(startChild(server('', { command: join(folder, 'nothing') }))).rejects.toThrow(/ENOENT/);
  });

  it('tells when it ends by itself, and not when it is stopped', async () => {
    const one = await startChild(server('echo ready at last; sleep 0.05; echo goodbye'));
    expect(await one.died).toMatch(/goodbye/);
    const other = await startChild(server('echo ready at last; exec sleep 60'));
    let died = false;
    void other.died.then(() => (died = true));
    await other.stop();
    expect(died).toBe(false);
  });

  it('ends when the process that started it is killed, before or after it was ready', async () => {
    const start = `import { startChild } from ${JSON.stringify(join(import.meta.dirname, 'child.ts'))};
      const [script, ready, logFile] = process.argv.slice(1);
      await startChild({ command: 'sh', args: ['-c', script], ready: new RegExp(ready), logFile, stopSignal: 'SIGTERM', readyTimeoutMs: 60_000 });
      process.stdout.write('up');`;
    for (const [index, ready] of ['ready at last', 'never'].entries()) {
      const pidFile = join(folder, `pid-${index}`);
      const logFile = join(folder, `log-${index}`);
      const script = `echo $$ > ${pidFile}; echo ready at last; exec sleep 60`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', start, script, ready, logFile], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // Whoever has heard the server has told the watchdog of it before.
      if (ready === 'never') await expect.poll(() => readFile(logFile, 'utf8').catch(() => '')).toMatch(/ready/);
      else await once(parent.stdout, 'data');
      const pid = Number(await readFile(pidFile, 'utf8'));
      expect(isAlive(pid)).toBe(true);
      parent.kill('SIGKILL');
      await expect.poll(() => isAlive(pid)).toBe(false);
    }
  });
});
