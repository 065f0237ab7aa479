import type { Logger } from '@ateneu/service-kit';
import { PgBoss } from 'pg-boss';

/** Work that is done again and again. It must bear being done twice: a process may die in the middle of it. */
export interface ScheduledJob {
  name: string;
  /** When, as a cron expression in the ateneu's time zone. */
  cron: string;
  run: () => Promise<void>;
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
  jobs: readonly ScheduledJob[];
  /** How long a stop waits for the job in hand, in milliseconds. */
  stopTimeoutMs: number;
}

/** Makes the scheduler; nothing is connected until `start`. */
export function createScheduler({ url, logger, jobs, stopTimeoutMs }: SchedulerOptions): Scheduler {
  const log = logger.child({ component: 'scheduler' });
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'accompaniment-scheduler',
    max: 2,
    schedule: true,
    maintenanceIntervalSeconds: 300,
  });
  boss.on('error', (err) => log.warn({ err }, 'The scheduler met an error and goes on.'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The scheduler warns.'));
  let started = false;

  // One job of a name is queued and one active at most, however many processes there are.
  const settings = { retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 600, heartbeatSeconds: 30 };

  const trigger = async (name: string): Promise<void> => {
    await boss.send(name, {});
  };

  return {
    start: async () => {
      await boss.start();
      started = true;
      for (const { name, cron, run } of jobs) {
        await boss.createQueue(name, { policy: 'stately', ...settings });
        await boss.schedule(name, cron, {}, { tz: 'Europe/Madrid' });
        await boss.work(name, { pollingIntervalSeconds: 2 }, async () => {
          await run().catch((err: unknown) => {
            log.error({ err, job: name }, 'A scheduled job met an error and is tried again.');
            throw err;
          });
        });
        await trigger(name);
      }
    },
    trigger,
    stop: async () => {
      if (started) await boss.stop({ graceful: true, timeout: stopTimeoutMs });
    },
  };
}
