import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { keepLog } from '../test/test-app.ts';
import { createLogger } from './index.ts';
import { type BackgroundJob, createScheduler, type Scheduler, type SchedulerOptions } from './scheduler.ts';

const patience = { timeout: 20_000 };

let database: TestDatabase;
let schedulers: Scheduler[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: [] });
});

afterEach(async () => {
  await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  schedulers = [];
});

afterAll(async () => {
  await database.drop();
});

/** One process of a service, with its clockwork begun. */
async function begin(job: BackgroundJob, options: Partial<SchedulerOptions> = {}): Promise<Scheduler> {
  const scheduler = createScheduler({
    service: 'fixture',
    url: database.url,
    logger: createLogger({ service: 'fixture', level: 'silent' }),
    jobs: [job],
    stopTimeoutMs: 10_000,
    pollSeconds: 1,
    ...options,
  });
  schedulers.push(scheduler);
  await scheduler.start();
  return scheduler;
}

/** Work that counts its runs, each of which waits until it is let go. */
function held() {
  const gate = Promise.withResolvers<void>();
  const seen = { begun: 0, ended: 0, atOnce: 0, aborted: false };
  const run = async (signal: AbortSignal): Promise<void> => {
    seen.begun += 1;
    seen.atOnce = Math.max(seen.atOnce, seen.begun - seen.ended);
    await gate.promise;
    seen.aborted = signal.aborted;
    seen.ended += 1;
  };
  return { run, seen, letGo: gate.resolve };
}

/** The states of a job's runs, oldest first. */
async function statesOf(name: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ state: string }>(
    'select state from pgboss.job where name = $1 order by created_on, id',
    [name],
  );
  return rows.map(({ state }) => state);
}

describe('a scheduler', () => {
  it('does its work when it starts, and again by the clock', async () => {
    let runs = 0;
    const job = { name: 'by-the-clock', cron: '* * * * *', run: async () => void (runs += 1) };
    await begin(job, { clockSeconds: 1 });
    await expect.poll(() => runs, patience).toBeGreaterThanOrEqual(2);
    const { rows } = await database.pool.query('select cron, timezone from pgboss.schedule where name = $1', [
      job.name,
    ]);
    expect(rows).toEqual([{ cron: '* * * * *', timezone: 'Europe/Madrid' }]);
  });

  it('leaves what has no time of its own to who asks for it', async () => {
    let runs = 0;
    const scheduler = await begin({ name: 'on-demand', run: async () => void (runs += 1) }, { clockSeconds: 1 });
    await expect.poll(() => statesOf('on-demand'), patience).toEqual(['completed']);
    await scheduler.trigger('on-demand');
    await expect.poll(() => statesOf('on-demand'), patience).toEqual(['completed', 'completed']);
    expect(runs).toBe(2);
  });

  it('shares its work between processes: one run at a time, and one in line behind it', async () => {
    const { run, seen, letGo } = held();
    const first = await begin({ name: 'shared', run });
    await expect.poll(() => seen.begun, patience).toBe(1);
    const second = await begin({ name: 'shared', run });
    await Promise.all([first, second, first, second].map((scheduler) => scheduler.trigger('shared')));
    expect((await statesOf('shared')).toSorted()).toEqual(['active', 'created']);
    letGo();
    await expect.poll(() => statesOf('shared'), patience).toEqual(['completed', 'completed']);
    expect(seen).toMatchObject({ begun: 2, ended: 2, atOnce: 1 });
  });

  it('says that it stops, waits for the run in hand, and leaves what is in line to the next process', async () => {
    const { run, seen, letGo } = held();
    const before = await begin({ name: 'restarted', run });
    await expect.poll(() => seen.begun, patience).toBe(1);
    await before.trigger('restarted');
    let stopped = false;
    const stopping = before.stop().then(() => (stopped = true));
    // The database is asked in between, so a stop that does not wait has its time to end.
    expect((await statesOf('restarted')).toSorted()).toEqual(['active', 'created']);
    expect(stopped).toBe(false);
    letGo();
    await stopping;
    expect(seen).toMatchObject({ begun: 1, ended: 1, aborted: true });
    expect((await statesOf('restarted')).toSorted()).toEqual(['completed', 'created']);

    await begin({ name: 'restarted', run });
    // A run more, where the one in line was taken before the new process asked for its own.
    await expect
      .poll(async () => (await statesOf('restarted')).slice(0, 2), patience)
      .toEqual(['completed', 'completed']);
    expect(seen.ended).toBeGreaterThanOrEqual(2);
  });

  it('tries again what failed, and says so', async () => {
    const log = keepLog();
    const logger = createLogger({ service: 'fixture', level: 'error', destination: log });
    let runs = 0;
    const run = async (): Promise<void> => {
      runs += 1;
      if (runs === 1) throw new Error('not yet');
    };
    await begin({ name: 'failing', run }, { logger, retryDelaySeconds: 1 });
    await expect.poll(() => statesOf('failing'), patience).toEqual(['completed']);
    expect(runs).toBe(2);
    expect(log.lines.join('')).toContain('A background job met an error and is tried again.');
  });

  it('gives up what may not be tried again', async () => {
    let runs = 0;
    const run = async (): Promise<void> => {
      runs += 1;
      throw new Error('never');
    };
    await begin({ name: 'hopeless', retries: 0, run });
    await expect.poll(() => statesOf('hopeless'), patience).toEqual(['failed']);
    expect(runs).toBe(1);
  });

  it('says what is wrong and with which queue when its database is gone', async () => {
    const own = await createTestDatabase({ entities: [], migrations: [] });
    const log = keepLog();
    const logger = createLogger({ service: 'fixture', level: 'warn', destination: log });
    await begin({ name: 'bereft', run: () => Promise.resolve() }, { url: own.url, logger });
    await own.drop();
    const reasons = (): unknown[] =>
      log.lines
        .map((line) => JSON.parse(line) as { job?: string; err?: { type: string; message: string } })
        .filter(({ job }) => job === 'bereft')
        .map(({ err }) => err?.message);
    await expect.poll(reasons, patience).toContainEqual(expect.stringMatching(/authentication failed|does not exist/));
    expect(log.lines.join('')).not.toContain('Not an error.');
  });
});
