import { carryTrace, continueTrace, type TraceCarrier } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';
import type { Job, JobResult } from 'pg-boss';

import { type Jobs, within } from './jobs.ts';
import { createPlaces } from './places.ts';

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
  jobs: Jobs;
  retry: RetryPolicy;
  /** Messages being sent at the same time in this process. */
  concurrency: number;
  /** How long a process may be silent before its jobs go to another one, in seconds; 30 where it is not said. */
  heartbeatSeconds?: number;
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
  /** Creates the queues where they are missing; for the start of the jobs. */
  prepare(): Promise<void>;
  /** Puts a job into the very transaction that wrote the delivery: both are committed, or neither. Waits for the start. */
  enqueue(tx: Transaction, deliveryId: string): Promise<void>;
  /** The same for many deliveries at once, each with the trace that it belongs to. */
  enqueueMany(tx: Transaction, deliveries: readonly JobData[]): Promise<void>;
  /** Begins to take jobs. */
  work(handlers: JobHandlers): Promise<void>;
}

/** How many jobs a worker takes at a time. */
const batchSize = 20;

/** Makes the queue of e-mails. */
export function createDeliveryQueue({ jobs, retry, concurrency, heartbeatSeconds = 30 }: QueueOptions): DeliveryQueue {
  const { boss, log } = jobs;
  const settings = {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryDelayMax: retry.maxDelaySeconds,
    retryBackoff: true,
    // A worker that dies stops its heartbeat, and its jobs go to another one.
    heartbeatSeconds,
    expireInSeconds: 15 * 60,
    deleteAfterSeconds: 24 * 60 * 60,
  };
  const workers: LocalWorker[] = [];

  /** Wakes as many workers as there is new work for: idle ones, or those that are the first to be done. */
  const wake = (count: number): void => {
    for (let left = count; left > 0; left -= batchSize) {
      // By turns: one that was just woken does not know yet whether it is busy.
      const worker = workers.find(({ busy }) => !busy) ?? workers[0];
      if (worker === undefined) return;
      workers.push(...workers.splice(workers.indexOf(worker), 1));
      boss.notifyWorker(worker.id);
    }
  };

  const enqueueMany: DeliveryQueue['enqueueMany'] = async (tx, deliveries) => {
    if (deliveries.length === 0) return;
    await jobs.ready;
    await boss.insert(
      queues.send,
      deliveries.map((data) => ({ data })),
      { db: within(tx) },
    );
    tx.afterCommit(() => wake(deliveries.length));
  };

  return {
    prepare: async () => {
      await boss.createQueue(queues.exhausted, {
        retryLimit: 100,
        retryDelay: 5,
        retryDelayMax: 300,
        retryBackoff: true,
      });
      await boss.createQueue(queues.send, { ...settings, deadLetter: queues.exhausted });
      // A queue that exists keeps what it was created with, so the settings of today are written over it.
      await boss.updateQueue(queues.send, { ...settings, deadLetter: queues.exhausted });
    },
    enqueue: (tx, deliveryId) => enqueueMany(tx, [{ deliveryId, ...carryTrace() }]),
    enqueueMany,
    work: async ({ send, giveUp }) => {
      const places = createPlaces(concurrency);
      const process = async ({ id, data }: Job<JobData>): Promise<JobResult> => {
        await places.enter();
        try {
          // What is left of a batch when the process is told to stop goes to another worker.
          const work = (): Promise<'done' | 'again'> => attempt(data.deliveryId, send, log);
          const done = !jobs.stopping && (await continueTrace(data, { name: 'deliver message' }, work)) === 'done';
          return { id, status: done ? 'completed' : 'failed' };
        } finally {
          places.leave();
        }
      };
      const polling = {
        pollingIntervalSeconds: 0.5,
        burstWhenBatchFull: true,
        batchSize,
        perJobResults: true,
      } as const;
      // As many as there are connections, so that a message that a server is slow with keeps no other from being taken.
      for (let index = 0; index < concurrency; index += 1) {
        const worker: LocalWorker = { id: '', busy: false };
        worker.id = await boss.work<JobData>(queues.send, polling, async (batch) => {
          worker.busy = true;
          try {
            return await Promise.all(batch.map(process));
          } finally {
            worker.busy = false;
          }
        });
        workers.push(worker);
      }
      await boss.work<JobData>(queues.exhausted, async (batch) => {
        for (const job of batch) await giveUp(job.data.deliveryId);
      });
    },
  };
}

/** A message that waits to be sent, and the trace that it belongs to. */
interface JobData extends TraceCarrier {
  deliveryId: string;
}

/** One of this process's own workers. */
interface LocalWorker {
  id: string;
  busy: boolean;
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
