import { carryTrace, continueTrace, type TraceCarrier } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';
import { type JobResult, PgBoss } from 'pg-boss';

/** The jobs of sending, and those whose attempts are used up. */
const queues = { send: 'delivery', exhausted: 'delivery-exhausted' } as const;

/** When and how often a message that could not be sent is tried again. */
export interface RetryPolicy {
  /** Attempts after the first. */
  limit: number;
  /** Wait before the second attempt, in seconds; it doubles each time, with jitter. */
  delaySeconds: number;
  /** The longest wait, in seconds. */
  maxDelaySeconds: number;
}

/** What the queue needs. */
export interface QueueOptions {
  url: string;
  logger: Logger;
  retry: RetryPolicy;
  /** Messages being sent at the same time in this process. */
  concurrency: number;
  /** How long a stop waits for what is being sent, in milliseconds. */
  stopTimeoutMs: number;
}

/** What is done with a job. */
export interface JobHandlers {
  /** Tries to send; says whether the job is done or is to be tried again later. */
  send: (deliveryId: string) => Promise<'done' | 'again'>;
  /** All attempts are used up, or the processes that made them died. */
  giveUp: (deliveryId: string) => Promise<void>;
}

/** The jobs of sending messages, kept in the service's own database by pg-boss. */
export interface DeliveryQueue {
  /** Creates or upgrades the library's schema and the queues; running it again changes nothing. */
  start(): Promise<void>;
  /** Puts a job into the very transaction that wrote the delivery: both are committed, or neither. Waits for `start`. */
  enqueue(tx: Transaction, deliveryId: string): Promise<void>;
  /** Begins to take jobs. */
  work(handlers: JobHandlers): Promise<void>;
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>;
}

/** How many jobs a worker takes at a time. It sends them one after another, over one connection. */
const batchSize = 5;

/** Makes the queue; nothing is connected until `start`. */
export function createDeliveryQueue(options: QueueOptions): DeliveryQueue {
  const { retry } = options;
  const log = options.logger.child({ component: 'queue' });
  const ready = Promise.withResolvers<void>();
  let stopping = false;
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'notifications-queue',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    maintenanceIntervalSeconds: 60,
  });
  boss.on(
    'error',
    oncePer(10_000, (err) => log.warn({ err: errorOf(err) }, 'The job queue met an error and goes on.')),
  );
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The job queue warns.'));

  const settings = {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryDelayMax: retry.maxDelaySeconds,
    retryBackoff: true,
    // A worker that dies stops its heartbeat, and its jobs go to another one.
    heartbeatSeconds: 30,
    expireInSeconds: 15 * 60,
    deleteAfterSeconds: 24 * 60 * 60,
  };

  return {
    start: async () => {
      await boss.start();
      await boss.createQueue(queues.exhausted, {
        retryLimit: 100,
        retryDelay: 5,
        retryDelayMax: 300,
        retryBackoff: true,
      });
      await boss.createQueue(queues.send, { ...settings, deadLetter: queues.exhausted });
      // A queue that exists keeps what it was created with, so the settings of today are written over it.
      await boss.updateQueue(queues.send, { ...settings, deadLetter: queues.exhausted });
      ready.resolve();
    },
    enqueue: async (tx, deliveryId) => {
      await ready.promise;
      const db = {
        executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values ?? []) }),
      };
      await boss.send(queues.send, { deliveryId, ...carryTrace() }, { db });
    },
    work: async ({ send, giveUp }) => {
      const polling = {
        pollingIntervalSeconds: 0.5,
        burstWhenBatchFull: true,
        batchSize,
        perJobResults: true,
      } as const;
      await boss.work<JobData>(queues.send, { ...polling, localConcurrency: options.concurrency }, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs) {
          // What is left of a batch when the process is told to stop goes to another worker.
          const work = (): Promise<'done' | 'again'> => attempt(job.data.deliveryId, send, log);
          const done = !stopping && (await continueTrace(job.data, { name: 'deliver message' }, work)) === 'done';
          results.push({ id: job.id, status: done ? 'completed' : 'failed' });
        }
        return results;
      });
      await boss.work<JobData>(queues.exhausted, async (jobs) => {
        for (const job of jobs) await giveUp(job.data.deliveryId);
      });
    },
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, timeout: options.stopTimeoutMs });
    },
  };
}

interface JobData extends TraceCarrier {
  deliveryId: string;
}

/** One job that meets an error is tried again; the others of its batch have nothing to do with it. */
async function attempt(deliveryId: string, send: JobHandlers['send'], log: Logger): Promise<'done' | 'again'> {
  try {
    return await send(deliveryId);
  } catch (err) {
    log.error({ err, delivery: deliveryId }, 'A delivery met an error and is tried again.');
    return 'again';
  }
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
