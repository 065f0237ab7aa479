import type { Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';
import { type ConnectionOptions, PgBoss } from 'pg-boss';

/** What the job library needs. */
export interface JobsOptions {
  url: string;
  logger: Logger;
  /** How long a stop waits for the jobs in hand, in milliseconds. */
  stopTimeoutMs: number;
}

/** The one instance of pg-boss that every queue of the service shares, and its connections with it. */
export interface Jobs {
  readonly boss: PgBoss;
  readonly log: Logger;
  /** Resolves once `start` has prepared the queues: who puts a job into a transaction waits for it. */
  readonly ready: Promise<void>;
  /** Whether `stop` has been called: what is left of a batch then goes to another process. */
  readonly stopping: boolean;
  /** Creates or upgrades the library's schema, then has each queue prepare itself. Running it again changes nothing. */
  start(...prepare: readonly (() => Promise<void>)[]): Promise<void>;
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>;
}

/** Makes the instance; nothing is connected until `start`. */
export function createJobs(options: JobsOptions): Jobs {
  const log = options.logger.child({ component: 'queue' });
  const ready = Promise.withResolvers<void>();
  let stopping = false;
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'notifications-queue',
    max: 4,
    schedule: false,
    // Only queues that ask for it notify: a NOTIFY makes commits wait for each other.
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    maintenanceIntervalSeconds: 60,
  });
  boss.on(
    'error',
    oncePer(10_000, (err) => log.warn({ err: errorOf(err) }, 'The job queue met an error and goes on.')),
  );
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The job queue warns.'));
  return {
    boss,
    log,
    ready: ready.promise,
    get stopping() {
      return stopping;
    },
    start: async (...prepare) => {
      await boss.start();
      for (const step of prepare) await step();
      ready.resolve();
    },
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, timeout: options.stopTimeoutMs });
    },
  };
}

/** Has the library write through a transaction of ours: the job and what it is about are committed, or neither. */
export function within(tx: Transaction): NonNullable<ConnectionOptions['db']> {
  return { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values ?? []) }) };
}

/** The library passes errors of its workers on as plain objects. */
function errorOf(value: { message: string; stack?: string | undefined }): Error {
  return value instanceof Error ? value : Object.assign(new Error(value.message), { stack: value.stack });
}

/** While the database is away every worker reports it at every poll; the first report of a while says it all. */
function oncePer<Argument>(intervalMs: number, act: (argument: Argument) => void): (argument: Argument) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (argument) => {
    const now = performance.now();
    if (now - last < intervalMs) return;
    last = now;
    act(argument);
  };
}
