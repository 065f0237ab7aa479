import { readFile } from 'node:fs/promises';

import { createLogger } from '@ateneu/service-kit';
import type { ServiceProcess } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createExportStore, runExports } from '../src/features/exchange/index.ts';
import { generateInitiatives, insertInitiatives } from './generated-initiatives.ts';
import { type Harness, startDirectory } from './harness.ts';
import { spawnDirectory } from './process.ts';

/** With ATENEU_MEASURE, the size that the design asks for, and what it takes. */
const measuring = process.env['ATENEU_MEASURE'] !== undefined;

interface View {
  id: string;
  status: string;
  total: number;
  processed: number;
  size: number;
}

let directory: Harness;
let processes: ServiceProcess[] = [];
beforeAll(async () => {
  // Only the processes of these tests work: its own clockwork stands still.
  directory = await startDirectory();
  await insertInitiatives(directory.database, generateInitiatives(measuring ? 100_000 : 2_200, 5));
}, 600_000);
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await directory.close();
});

const start = async (env: Record<string, string> = {}): Promise<ServiceProcess> => {
  const started = await spawnDirectory({ ...directory.env, ...env });
  processes = [...processes, started];
  return started;
};
const ask = async (url: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
  fetch(url, { ...init, headers: { ...(await directory.staff(['coordinator'])), ...init.headers } });
const begin = async ({ url }: ServiceProcess, format: string): Promise<string> => {
  const answer = await ask(`${url}/v1/staff/exports`, {
    method: 'POST',
    body: JSON.stringify({ format }),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as View).id;
};
const see = async ({ url }: ServiceProcess, id: string): Promise<View> =>
  (await (await ask(`${url}/v1/staff/exports/${id}`)).json()) as View;
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await directory.database.pool.query(sql, values)).rowCount ?? 0;

describe('an export whose process is killed in the middle', () => {
  it('is written anew by the next one: each row once, and nothing of the half file, which arrives late', async () => {
    const { pool } = directory.database;
    // The third part waits for this test, in the server: it is on its way when the process dies.
    await pool.query(
      `create function hold_part() returns trigger language plpgsql set lock_timeout = 0 as $$
       begin
         if new.part = 2 then perform pg_advisory_xact_lock(4711); end if;
         return new;
       end $$`,
    );
    await pool.query(`create trigger hold_part before insert on export_part for each row execute function hold_part()`);
    const waiting = `select from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and locktype = 'advisory' and objid = 4711 and not granted`;
    const holder = await pool.connect();
    await holder.query('select pg_advisory_lock(4711)');
    const first = await start();
    const id = await begin(first, 'csv');
    await expect.poll(() => count(waiting), { timeout: 30_000 }).toBe(1);
    expect(await see(first, id)).toMatchObject({ status: 'writing', processed: 500 });
    await first.kill();
    await holder.query('select pg_advisory_unlock(4711)');
    holder.release();
    await expect.poll(() => count(`select from export_part where export_id = $1`, [id])).toBeGreaterThan(2);
    await pool.query('drop trigger hold_part on export_part');

    // The queue gives it to the next process once the dead one has missed its heartbeat, in a minute; or its work is done here.
    const second = await start();
    if (!measuring) {
      const { database, clock } = directory;
      const exports = createExportStore(database, { keptDays: 7 });
      const logger = createLogger({ service: 'directory', level: 'silent' });
      await runExports({ database, exports, clock, logger }, new AbortController().signal);
    }
    await expect.poll(async () => (await see(second, id)).status, { timeout: 120_000, interval: 100 }).toBe('ready');
    const file = await (await ask(`${second.url}/v1/staff/exports/${id}/file`)).text();
    const whole = await (await ask(`${second.url}/v1/staff/initiatives.csv`)).text();
    expect(file === whole).toBe(true);
    await second.kill();
  }, 300_000);
});

describe.skipIf(!measuring)('an export of 100,000 initiatives', () => {
  /** The most memory that a process has ever had, in MiB, and what it has now. */
  const memoryOf = async ({ pid }: ServiceProcess) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const read = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
    return { most: read('VmHWM'), now: read('VmRSS') };
  };

  it.each(['csv', 'geojson'])(
    'as %s is written and fetched in the memory that a container has',
    async (format) => {
      // About what Node gives itself of the 512 MiB that deployments give the service.
      const service = await start({ NODE_OPTIONS: '--max-old-space-size=256' });
      const before = await memoryOf(service);
      const begun = performance.now();
      const id = await begin(service, format);
      await expect.poll(async () => (await see(service, id)).status, { timeout: 300_000, interval: 100 }).toBe('ready');
      const writtenMs = performance.now() - begun;
      const written = await memoryOf(service);
      const fetching = performance.now();
      const answer = await ask(`${service.url}/v1/staff/exports/${id}/file`);
      let received = 0;
      for await (const part of answer.body ?? []) received += (part as Uint8Array).length;
      const fetchedMs = performance.now() - fetching;
      const { total, size } = await see(service, id);
      expect([total, received]).toEqual([100_000, size]);
      const { rows } = await directory.database.pool.query(
        `select round(sum(pg_column_size(content)) / 1048576.0) as mib from export_part where export_id = $1`,
        [id],
      );
      process.stdout.write(
        `${format}: ${(size / 1_048_576).toFixed(0)} MiB (${rows[0].mib} as stored) written in ${(writtenMs / 1_000).toFixed(1)} s, ` +
          `fetched in ${(fetchedMs / 1_000).toFixed(1)} s; resident ${before.now} MiB before, ${written.most} MiB at most ` +
          `while written, ${(await memoryOf(service)).most} MiB at most in all\n`,
      );
      await service.kill();
    },
    600_000,
  );
});
