import type { Logger } from '@ateneu/service-kit';
import { PgBoss } from 'pg-boss';

/** Work that is done in the background. It must bear being done twice: a process may die in the middle of it. */
export interface BackgroundJob {
  name: string;
  /** When it is done again and again, as a cron expression in the ateneu's time zone; absent where it is asked for. */
  cron?: string;
  /** How long one run may take, in seconds; ten minutes when absent. */
  timeoutSeconds?: number;
  run: (signal: AbortSignal) => Promise<void>;
}

/** The service's clockwork, kept in its own database by pg-boss, so that it outlives processes and is shared by them. */
export interface Scheduler {
  /** Creates or upgrades the library's schema, begins to work, and catches up on what came due while nothing ran. */
  start(): Promise<void>;
  /** Puts a job in the queue now; where one waits already, that one does. */
  trigger(name: string): Promise<void>;
  /** Takes no more jobs and waits for the one in hand. */
  stop(): Promise<void>;
}

/** What the scheduler needs. */
export interface SchedulerOptions {
  url: string;
  logger: Logger;
  jobs: readonly BackgroundJob[];
  /** How long a stop waits for the job in hand, in milliseconds. */
  stopTimeoutMs: number;
}

/** Makes the scheduler; nothing is connected until `start`. */
export function createScheduler({ url, logger, jobs, stopTimeoutMs }: SchedulerOptions): Scheduler {
  const log = logger.child({ component: 'scheduler' });
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'directory-scheduler',
    max: 2,
    schedule: true,
    maintenanceIntervalSeconds: 300,
  });
  boss.on('error', (err) => log.warn({ err }, 'The scheduler met an error and goes on.'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The scheduler warns.'));
  const stopping = new AbortController();
  let started = false;

  const trigger = async (name: string): Promise<void> => {
    await boss.send(name, {});
  };

  return {
    start: async () => {
      await boss.start();
      started = true;
      for (const { name, cron, timeoutSeconds = 600, run } of jobs) {
        // One job of a name is queued and one active at most, however many processes there are. One whose process died
        // misses its heartbeat and is tried again.
        const retries = { retryLimit: 3, retryDelay: 5, retryBackoff: true };
        await boss.createQueue(name, {
          policy: 'stately',
          ...retries,
          expireInSeconds: timeoutSeconds,
          heartbeatSeconds: 30,
        });
        if (cron !== undefined) await boss.schedule(name, cron, {}, { tz: 'Europe/Madrid' });
        await boss.work(name, { pollingIntervalSeconds: 1 }, async () => {
          await run(stopping.signal).catch((err: unknown) => {
            log.error({ err, job: name }, 'A background job met an error and is tried again.');
            throw err;
          });
        });
        await trigger(name);
      }
    },
    trigger,
    stop: async () => {
      stopping.abort();
      if (started) await boss.stop({ graceful: true, timeout: stopTimeoutMs });
    },
  };
}
