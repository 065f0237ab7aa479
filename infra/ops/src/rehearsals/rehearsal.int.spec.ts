import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { stoppedStatus } from './rehearsal.ts';

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a rehearsal takes back what it began, the last first, and ends its processes', { timeout: 60_000 }, () => {
  it.each([
    ['when it is told to stop', (child: ReturnType<typeof fork>) => child.kill('SIGTERM')],
    ['when whoever started it is gone', (child: ReturnType<typeof fork>) => child.disconnect()],
  ])('%s', async (_when, stop) => {
    const child = fork(join(import.meta.dirname, 'fixtures/endless.ts'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
    await expect.poll(() => /began \d+\n/.test(said)).toBe(true);
    const begun = Number(/began (\d+)/.exec(said)?.[1]);
    expect(lives(begun)).toBe(true);
    const exited = once(child, 'exit');
    stop(child);
    expect(await exited).toEqual([stoppedStatus, null]);
    await expect.poll(() => said).toMatch(/last taken back\nfirst taken back\n$/);
    await expect.poll(() => lives(begun)).toBe(false);
  });
});
