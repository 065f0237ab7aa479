/**
 * Work that time does, kept in the service's own database by pg-boss. An entry point of its own, so that only a service
 * that has such work loads the library.
 *
 * @packageDocumentation
 */
import { PgBoss } from 'pg-boss';

import type { Logger } from './logger.ts';

/** Work that is done in the background. It must bear being done twice: a process may die in the middle of it. */
export interface BackgroundJob {
  /** The name of its queue, unique in the service's database. */
  name: string;
  /** When it is done again and again, as a cron expression in the ateneu's time zone; absent where it is asked for. */
  cron?: string;
  /** How long one run may take, in seconds; ten minutes when absent. */
  timeoutSeconds?: number;
  /** How often a run that failed is tried again, later each time; three times when absent. */
  retries?: number;
  /** How long after its end a run is kept to be looked at, in seconds; a week when absent. */
  keptSeconds?: number;
  /** Does it. The signal aborts when the service stops: what is long then leaves the rest to the next run. */
  run: (signal: AbortSignal) => Promise<void>;
}

/** The service's clockwork: it outlives processes and is shared by them. */
export interface Scheduler {
  /** Creates or upgrades the library's schema, begins to work, and catches up on what came due while nothing ran. */
  start(): Promise<void>;
  /** Puts a job in the queue now; where one waits already, that one does. */
  trigger(name: string): Promise<void>;
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>;
}

/** What the scheduler needs. */
export interface SchedulerOptions {
  /** The service, as its connections are called. */
  service: string;
  /** The service's database; its role may create a schema there. */
  url: string;
  logger: Logger;
  jobs: readonly BackgroundJob[];
  /** How long a stop waits for the jobs in hand, in milliseconds. */
  stopTimeoutMs: number;
  /** How often each queue is looked at, in seconds; every two when absent. */
  pollSeconds?: number;
  /** How long after its first failure a run is tried again, in seconds; thirty when absent. */
  retryDelaySeconds?: number;
  /** How often the clock is looked at, in seconds; every thirty when absent. */
  clockSeconds?: number;
}

const weekSeconds = 7 * 24 * 60 * 60;

/** Makes the scheduler; nothing is connected until `start`. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { service, url, jobs, stopTimeoutMs, pollSeconds = 2, retryDelaySeconds = 30, clockSeconds = 30 } = options;
  const log = options.logger.child({ component: 'scheduler' });
  const boss = new PgBoss({
    connectionString: url,
    application_name: `${service}-scheduler`,
    max: 2,
    schedule: true,
    cronMonitorIntervalSeconds: clockSeconds,
    cronWorkerIntervalSeconds: Math.min(5, clockSeconds),
    maintenanceIntervalSeconds: 300,
  });
  boss.on('error', (err: Error & { queue?: string }) =>
    log.warn({ err, job: err.queue }, 'The scheduler met an error and goes on.'),
  );
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The scheduler warns.'));
  const stopping = new AbortController();
  let started = false;

  const trigger = async (name: string): Promise<void> => {
    await boss.send(name, {});
  };

  const begin = async ({ name, cron, timeoutSeconds = 600, retries = 3, ...job }: BackgroundJob): Promise<void> => {
    // One job of a name is queued and one active at most, however many processes there are. One whose process died
    // misses its heartbeat and is tried again.
    await boss.createQueue(name, {
      policy: 'stately',
      retryLimit: retries,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: timeoutSeconds,
      heartbeatSeconds: 30,
      deleteAfterSeconds: job.keptSeconds ?? weekSeconds,
    });
    if (cron !== undefined) await boss.schedule(name, cron, {}, { tz: 'Europe/Madrid' });
    await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async () => {
      await job.run(stopping.signal).catch((err: unknown) => {
        log.error({ err, job: name }, 'A background job met an error and is tried again.');
        throw err;
      });
    });
    await trigger(name);
  };

  return {
    start: async () => {
      await boss.start();
      started = true;
      for (const job of jobs) await begin(job);
    },
    trigger,
    stop: async () => {
      stopping.abort();
      if (started) await boss.stop({ graceful: true, timeout: stopTimeoutMs });
    },
  };
}
