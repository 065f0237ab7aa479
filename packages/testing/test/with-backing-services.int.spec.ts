import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

import { serverVariables } from '../src/servers.ts';

const script = join(import.meta.dirname, '../bin/with-backing-services.ts');

/** Runs the script as a process of its own that knows nothing of this run's servers, unless it is told. */
const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const unset = Object.fromEntries(serverVariables.map((name) => [name, '']));
  return spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...unset, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};
const isAlive = async (url: string): Promise<boolean> => {
  const { hostname, port } = new URL(url);
  return fetch(`http://${hostname}:${port}`).then(
    () => true,
    (error: { cause?: { code?: string } }) => error.cause?.code !== 'ECONNREFUSED',
  );
};
const print =
  'process.stdout.write(process.env.ATENEU_TEST_POSTGRES_URL + " " + process.env.ATENEU_TEST_NATS_URL + "\\n")';

describe('a command with backing services around it', { timeout: 90_000 }, () => {
  it('is told where they are, and ends as it ends, with both stopped', async () => {
    const process_ = start(['node', '-e', `${print}; process.exitCode = 7`]);
    const [output, [code]] = await Promise.all([text(process_.stdout), once(process_, 'exit')]);
    expect(code).toBe(7);
    const urls = output.trim().split('\n').at(-1)?.split(' ') ?? [];
    expect(urls).toHaveLength(2);
    expect(await Promise.all(urls.map(isAlive))).toEqual([false, false]);
  });

  it('is stopped by a signal, with both stopped', async () => {
    const process_ = start(['node', '-e', `${print}; setInterval(() => {}, 1000)`]);
    let output = '';
    process_.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    await expect.poll(() => output, { timeout: 60_000 }).toMatch(/postgres:\S+ nats:\S+\n/);
    const urls = /(postgres:\S+) (nats:\S+)\n/.exec(output)?.slice(1) ?? [];
    expect(await Promise.all(urls.map(isAlive))).toEqual([true, true]);
    process_.kill('SIGTERM');
    await once(process_, 'exit');
    expect(await Promise.all(urls.map(isAlive))).toEqual([false, false]);
  });

  it('gets those that the environment names, and nothing is started', async () => {
    const given = Object.fromEntries(serverVariables.map((name) => [name, `given-${name}`]));
    const process_ = start(['node', '-e', print], given);
    expect(await text(process_.stdout)).toBe('given-ATENEU_TEST_POSTGRES_URL given-ATENEU_TEST_NATS_URL\n');
  });

  it('says in one sentence that it cannot be run', async () => {
    const given = Object.fromEntries(serverVariables.map((name) => [name, 'given']));
    const process_ = start(['no-such-command'], given);
    const [output, [code]] = await Promise.all([text(process_.stderr), once(process_, 'exit')]);
    expect({ output, code }).toEqual({
      output: 'no-such-command could not be run: spawn no-such-command ENOENT\n',
      code: 127,
    });
  });
});
