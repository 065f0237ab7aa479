import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, vi } from 'vitest';

const fixture = fileURLToPath(new URL('./fixture-service.ts', import.meta.url));

const environment = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  PORT: '0',
  // Nothing listens on these ports.
  DATABASE_URL: 'postgres://fixture:s3cret@127.0.0.1:1/fixture',
  NATS_URL: 'nats://127.0.0.1:2',
  NATS_CREDS: '-----BEGIN NATS USER JWT-----\nnone\n',
  OIDC_ISSUER: 'http://127.0.0.1:3/issuer',
  PUBLIC_URL: 'http://localhost:4000',
};

/** The fixture service as a process. */
export interface SpawnedService {
  process: ChildProcess;
  /** What it has written to standard output so far. */
  output(): string;
  /** What it has written to standard error so far. */
  errors(): string;
  /** Resolves once it has ended and all of its output has arrived. */
  exit: Promise<{ code: number | null; signal: string | null }>;
  /** Waits until it listens, and says where. */
  origin(): Promise<string>;
}

/** Starts the fixture service; it ends with the test at the latest. */
export function spawnService(env: Record<string, string> = {}, args: string[] = []): SpawnedService {
  const child = spawn(process.execPath, [fixture, ...args], { env: { ...environment, ...env } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const exit = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    exit,
    origin: async () => {
      const where = /listens at (http\S+)\./;
      await vi.waitFor(() => expect(output + errors).toMatch(where), { timeout: 40_000 });
      return where.exec(output)?.[1] ?? '';
    },
  };
}
