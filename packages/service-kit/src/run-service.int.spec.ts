import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

const fixture = fileURLToPath(new URL('../test/fixture-service.ts', import.meta.url));

const environment = {
  PORT: '0',
  DATABASE_URL: 'postgres://fixture:s3cret@127.0.0.1:1/fixture',
  NATS_URL: 'nats://127.0.0.1:2',
  NATS_CREDS: '-----BEGIN NATS USER JWT-----\nnone\n',
  OIDC_ISSUER: 'http://127.0.0.1:3/issuer',
  PUBLIC_URL: 'http://localhost:4000',
};

interface Running {
  process: ChildProcess;
  output(): string;
  errors(): string;
  exit: Promise<{ code: number | null; signal: string | null }>;
}

function start(env: Record<string, string> = {}, args: string[] = []): Running {
  const child = spawn(process.execPath, [fixture, ...args], { env: { PATH: process.env['PATH'], ...environment, ...env } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const running = {
    process: child,
    output: () => output,
    errors: () => errors,
    // `close` rather than `exit`: only then has all of its output arrived.
    exit: once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as string | null })),
  };
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await running.exit;
  });
  return running;
}

async function listening(service: Running): Promise<string> {
  await vi.waitFor(() => expect(service.output() + service.errors()).toContain('fixture listens at'), { timeout: 20_000 });
  return /listens at (\S+)\./.exec(service.output())?.[1] ?? '';
}

describe('a service that is told to stop', { timeout: 60_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s ends with 0 once its messaging has stopped', async (signal) => {
    const service = start();
    await listening(service);
    service.process.kill(signal);
    expect(await service.exit).toEqual({ code: 0, signal: null });
    const messages = service.output().split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages.filter((message) => message !== 'Request answered.')).toEqual([
      'Messaging started.',
      expect.stringMatching(/^fixture listens at http:\/\/127\.0\.0\.1:\d+\.$/),
      'Stopping.',
      'Messaging stopped.',
      'Stopped.',
    ]);
    expect(service.errors()).toBe('');
  });

  test('answers the requests in hand first, and takes no more', async () => {
    const service = start();
    const origin = await listening(service);
    const slow = fetch(`${origin}/v1/slow`);
    await vi.waitFor(() => expect(service.output()).toContain('Slow request begun.'), { timeout: 10_000 });
    service.process.kill('SIGTERM');
    await vi.waitFor(() => expect(service.output()).toContain('Stopping.'), { timeout: 10_000 });
    await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
    const response = await slow;
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ slow: true });
    expect((await service.exit).code).toBe(0);
  });

  test('ends anyway when stopping takes too long', async () => {
    const service = start({ FIXTURE: 'stuck', SHUTDOWN_TIMEOUT_MS: '300' });
    await listening(service);
    service.process.kill('SIGTERM');
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toContain('The shutdown took too long');
  });

  test('ends at once when it is told again', async () => {
    const service = start({ FIXTURE: 'stuck', SHUTDOWN_TIMEOUT_MS: '60000' });
    await listening(service);
    service.process.kill('SIGTERM');
    await vi.waitFor(() => expect(service.output()).toContain('Stopping.'), { timeout: 10_000 });
    service.process.kill('SIGTERM');
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toContain('Second signal');
  });
});

describe('a service that cannot start', { timeout: 60_000 }, () => {
  test('for its configuration says everything that is wrong, once', async () => {
    const service = start({ PORT: 'x', NATS_URL: '' });
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toBe('');
    expect(service.errors()).toMatch(/^fixture cannot start\. The configuration cannot be used:\n {2}- PORT is not valid/);
    expect(service.errors()).toContain('- NATS_URL is not set.');
    expect(service.errors()).not.toContain('    at ');
  });

  test('because its port is taken names the port and what to do, and leaves nothing running', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const service = start({ PORT: String(port) });
    expect((await service.exit).code).toBe(1);
    taken.close();
    expect(service.errors()).toBe(
      `fixture cannot start. Port ${port} on 127.0.0.1 is already taken. Stop what uses it, or set PORT to another one.\n`,
    );
    expect(service.output()).toContain('Messaging stopped.');
  });

  test('because its database is away says which, without the password', async () => {
    const service = start({ FIXTURE: 'database' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toBe(
      'fixture cannot start. The database at 127.0.0.1:1/fixture does not answer. Start it, or correct DATABASE_URL.\n',
    );
  });

  test('because its broker is away says which', async () => {
    const service = start({ FIXTURE: 'broker' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toBe(
      'fixture cannot start. The broker at 127.0.0.1:2 does not answer. Start it, or correct NATS_URL.\n',
    );
  });

  test('because a route is open by mistake says which', async () => {
    const service = start({ FIXTURE: 'undeclared-route' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toContain('GET /v1/slow declares no config.access');
  });

  test('because nobody knows the command says which there are', async () => {
    const service = start({}, ['mgirate']);
    expect((await service.exit).code).toBe(2);
    expect(service.errors()).toBe('Unknown command. Usage: fixture [serve | migrate | migrate --status]\n');
  });

  test('to migrate says why in the same way', async () => {
    const service = start({}, ['migrate', '--status']);
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toContain('The database at 127.0.0.1:1/fixture does not answer.');
  });
});

test('an error that nobody handles is logged, and ends the process', { timeout: 60_000 }, async () => {
  const service = start();
  const origin = await listening(service);
  await fetch(`${origin}/v1/reject`).catch(() => {});
  expect((await service.exit).code).toBe(1);
  expect(service.output()).toContain('nobody handles this');
  expect(service.output()).toContain('"level":"fatal"');
});
