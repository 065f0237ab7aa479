import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readSettings, type Settings } from '../settings.ts';
import { isFree } from './checks.ts';
import { StartFailure } from './failure.ts';
import { readPlatformFile } from './platform-file.ts';
import { type Platform, runPlatform } from './platform.ts';
import { keepSecrets } from './secrets.ts';
import type { Terminal } from './terminal.ts';

const fixture = join(import.meta.dirname, 'fixtures/tiny-service.ts');
const scripts = { directory: fixture, notifications: fixture };

describe('the local platform', { timeout: 300_000 }, () => {
  let folder: string;
  let settings: Settings;
  let said: string[];
  let running: Platform[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'platform-'));
    settings = readSettings({ ATENEU_DATA_DIR: join(folder, '.data'), ATENEU_PORT_BASE: String(await freeBlock()) });
    said = [];
    running = [];
    vi.stubEnv('NODE_OPTIONS', '');
  });

  afterEach(async () => {
    await Promise.all(running.map((platform) => platform.stop()));
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (with_: Settings = settings): Platform => {
    const platform = runPlatform(with_, terminalInto(said), scripts);
    running.push(platform);
    return platform;
  };

  it('brings everything up with its own database, credentials and keys, and leaves nothing when it stops', async () => {
    const platform = start();
    const { origin, services } = await platform.started;

    expect(await getJson(`${origin}/directory/v1`)).toMatchObject({ broker: true, keys: true, starts: 1 });
    expect(await getJson(`${origin}/notifications/v1`)).toMatchObject({
      mailFrom: expect.stringContaining('Ateneu') as string,
    });
    expect((await fetch(`${origin}/directory/health/ready`)).status).toBe(404);
    expect(await readPlatformFile(settings)).toMatchObject({ origin, services });
    expect(said.join('\n')).toContain('directory: directory has something to say.');
    expect((await stat(settings.paths.trustFile)).mode & 0o777).toBe(0o600);
    expect((await stat(join(settings.paths.credentials, 'directory.creds'))).mode & 0o777).toBe(0o600);

    const secrets = await keepSecrets(settings.paths.secretsFile);
    const trespass = new pg.Client(
      `postgres://directory:${secrets.postgres.directory}@127.0.0.1:${settings.ports.postgres}/notifications`,
    );
    await expect(trespass.connect()).rejects.toThrow('permission denied for database "notifications"');

    await platform.stop();
    expect(await Promise.all(portsOf(settings).map(isFree))).not.toContain(false);
    expect(await readPlatformFile(settings)).toBeUndefined();
    expect(await readFile(join(settings.paths.logs, 'directory.log'), 'utf8')).toContain('directory stops.');

    const again = start();
    await again.started;
    const { pid, starts } = (await getJson(`${origin}/directory/v1`)) as { pid: number; starts: number };
    expect(starts).toBe(2);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(
      async () => expect(await getJson(`${origin}/directory/v1`)).toMatchObject({ starts: 3, broker: true }),
      { timeout: 60_000, interval: 100 },
    );

    const second = start();
    await expect(second.started).rejects.toThrow(/^The platform is running already \(process \d+\)/);
  });

  it('says in one message why a migration fails, and stops the rest', async () => {
    vi.stubEnv('NODE_OPTIONS', '--title=fail-migrate');
    const platform = start();

    const failure = await platform.started.then(
      () => undefined,
      (error: unknown) => error,
    );
    await platform.stop();

    expect(failure).toBeInstanceOf(StartFailure);
    expect((failure as Error).message).toContain('directory (migration) ended with code 1');
    expect((failure as Error).message).toContain('Migration 7 cannot be applied');
    expect(await Promise.all(portsOf(settings).map(isFree))).not.toContain(false);
  });

  it('says which port is taken and how to move, before it starts anything', async () => {
    const intruder = createServer().listen(settings.ports.services.training, '127.0.0.1');

    const failure = await start().started.catch((error: unknown) => error);
    intruder.close();

    expect((failure as Error).message).toContain(`Port ${settings.ports.services.training} (training) is taken`);
    expect((failure as Error).message).toContain('ATENEU_PORT_BASE=');
    expect(said).toEqual([]);
  });

  it('can be stopped in the middle of its start', async () => {
    const platform = start();
    await vi.waitFor(() => expect(said.some((line) => line.includes('Issuer'))).toBe(true), { timeout: 60_000 });

    await platform.stop();

    await expect(platform.started).rejects.toThrow('interrupted');
    expect(await Promise.all(portsOf(settings).map(isFree))).not.toContain(false);
  });
});

function terminalInto(lines: string[]): Terminal {
  const keep = (text: string): void => {
    lines.push(text);
  };
  const line: Terminal['line'] = (name, text) => {
    if (text.includes('"warn"')) keep(`${name}: ${(JSON.parse(text) as { msg: string }).msg}`);
  };
  return { done: keep, note: keep, warn: keep, fail: keep, plain: keep, line };
}

function portsOf({ ports }: Settings): number[] {
  return [
    ...Object.values(ports.services),
    ports.origin,
    ports.issuer,
    ports.mail,
    ports.smtp,
    ports.nats,
    ports.postgres,
  ];
}

async function getJson(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

/** The first port of a block that is free as a whole, away from the usual one. */
async function freeBlock(): Promise<number> {
  for (let base = 21_000 + Math.floor(Math.random() * 200) * 50; ; base += 50) {
    const free = await Promise.all(Array.from({ length: 26 }, (_unused, index) => isFree(base + index)));
    if (!free.includes(false)) return base;
  }
}
