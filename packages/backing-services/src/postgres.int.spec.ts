import { chmod, mkdir, mkdtemp, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { freePorts } from './ports.ts';
import { type PostgresOptions, startPostgres } from './postgres.ts';
import { BackingServiceUnavailable, type RunningService } from './running-service.ts';

let folder: string;
let port = 0;
const running: RunningService[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ateneu-postgres-'));
  await chmod(folder, 0o755);
  [port = 0] = await freePorts(1);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await rm(folder, { recursive: true });
});

const start = async (options: Partial<PostgresOptions> = {}): Promise<RunningService> => {
  const service = await startPostgres({
    dataDir: join(folder, 'data'),
    port,
    password: 'p@ss/word',
    settings: { fsync: 'off' },
    ...options,
  });
  running.push(service);
  return service;
};
const stop = (service: RunningService): Promise<void> => {
  running.splice(running.indexOf(service), 1);
  return service.stop();
};
const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
};

describe('PostgreSQL on this machine', () => {
  it('is version 18, knows all letters, takes settings, and lets nobody in without the password', async () => {
    const { url } = await start({ settings: { fsync: 'off', max_connections: 7 } });
    expect(await ask(url, `select current_setting('server_version') as answer`)).toMatch(/^18\./);
    expect(await ask(url, `select upper('cooperació l·l ç') as answer`)).toBe('COOPERACIÓ L·L Ç');
    expect(await ask(url, `select current_setting('max_connections') as answer`)).toBe('7');
    const stranger = new URL(url);
    stranger.password = 'wrong';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/authentication failed/);
  });

  it('keeps its data from one run to the next', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await stop(first);
    const { url } = await start();
    expect(await ask(url, 'select answer from kept')).toBe(42);
  });

  it('tells when it ends by itself', async () => {
    const service = await start();
    const [pid] = ((await ask(service.url, `select pg_read_file('postmaster.pid') as answer`)) as string).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await service.died;
  });

  it('names the port that is taken and says what to do', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const failure = await start().catch((cause: unknown) => cause);
    other.close();
    expect(failure).toBeInstanceOf(BackingServiceUnavailable);
    expect(String(failure)).toMatch(new RegExp(`Port ${port}, which PostgreSQL needs, is taken`));
  });

  it('does not touch the data of another version', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow(/holds data of PostgreSQL 16, and this is 18/);
  });

  it('does not make a cluster where something else is, and leaves that as it was', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'letter.txt'), 'dear');
    await expect(start()).rejects.toThrow(BackingServiceUnavailable);
    await rm(join(folder, 'data', 'letter.txt'));
    await start();
  });

  it.runIf(process.getuid?.() === 0)(
    'runs as another user for root, also below a folder that is root’s alone, and begins anew when that was emptied',
    async () => {
      await chmod(folder, 0o700);
      const first = await start();
      await ask(first.url, 'create table kept as select 42 as answer');
      await stop(first);
      const second = await start();
      expect(await ask(second.url, 'select answer from kept')).toBe(42);
      await stop(second);
      const real = await realpath(join(folder, 'data'));
      expect(await readlink(join(folder, 'data'))).toBe(real);
      await rm(join(folder, 'data'));
      const third = await start({ password: 'another' });
      expect(await ask(third.url, `select to_regclass('kept') as answer`)).toBeNull();
      await stop(third);
      await rm(real, { recursive: true });
    },
  );
});
