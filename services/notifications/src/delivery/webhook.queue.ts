import type { Database, Transaction } from '@ateneu/persistence';
import { transact } from '@ateneu/persistence';

import { type Jobs, within } from './jobs.ts';
import { forgetOldEvents, forgottenEndpoints, nextDue, planWake } from './webhook.store.ts';

/** Wake-ups of endpoints: those of now, and those whose time comes. */
const queues = { now: 'webhook', later: 'webhook-later' } as const;

/** What is done with a wake-up. */
export interface WakeHandler {
  /** Begins to work for an endpoint, as soon as there is room for it. */
  wake(endpointId: string): Promise<void>;
}

/** The jobs of sending webhooks: each says that an endpoint has something to do. A job too many does no harm. */
export interface WebhookQueue {
  /** Creates the queues where they are missing; for the start of the jobs. */
  prepare(): Promise<void>;
  /** Wakes endpoints in the very transaction that gave them something to do. */
  enqueue(tx: Transaction, endpointIds: readonly string[]): Promise<void>;
  /** Plans the next wake-up of an endpoint, where something waits. Says whether something is due already. */
  planNext(endpointId: string): Promise<boolean>;
  /** Begins to take jobs. */
  work(handler: WakeHandler): Promise<void>;
  stop(): void;
}

/** Makes the queue of wake-ups. */
export function createWebhookQueue({ jobs, database }: { jobs: Jobs; database: Database }): WebhookQueue {
  const { boss, log } = jobs;
  let sweeping: NodeJS.Timeout | undefined;
  let cleaning: NodeJS.Timeout | undefined;

  return {
    prepare: async () => {
      const settings = { retryLimit: 10, retryDelay: 1, retryBackoff: true, deleteAfterSeconds: 15 * 60 };
      for (const name of Object.values(queues)) {
        // Partners’ events are few, so that being told of each at once costs nobody anything.
        await boss.createQueue(name, { ...settings, notify: name === queues.now });
        await boss.updateQueue(name, { ...settings, notify: name === queues.now });
      }
    },
    enqueue: async (tx, endpointIds) => {
      await jobs.ready;
      for (const endpointId of endpointIds) await boss.send(queues.now, { endpointId }, { db: within(tx) });
    },
    planNext: async (endpointId) => {
      const at = await nextDue(database, endpointId);
      if (at === undefined) return false;
      if (at.getTime() <= Date.now()) return true;
      await transact(database, async (tx) => {
        if (!(await planWake(tx, endpointId, at))) return;
        await boss.send(queues.later, { endpointId }, { startAfter: at, db: within(tx) });
      });
      return false;
    },
    work: async (handler) => {
      const take = async (batch: { data: { endpointId: string } }[]): Promise<void> => {
        for (const id of new Set(batch.map((job) => job.data.endpointId))) await handler.wake(id);
      };
      await boss.work(queues.now, { pollingIntervalSeconds: 0.5, batchSize: 100, burstWhenBatchFull: true }, take);
      await boss.work(queues.later, { pollingIntervalSeconds: 1, batchSize: 100, burstWhenBatchFull: true }, take);
      // A process that died left its endpoints behind with their wake-ups done.
      const sweep = async (): Promise<void> => {
        for (const id of await forgottenEndpoints(database)) await handler.wake(id);
      };
      const quietly = (work: () => Promise<void>) => () => {
        work().catch((err: unknown) => log.warn({ err }, 'A round for webhooks failed; the next one follows.'));
      };
      sweeping = setInterval(quietly(sweep), 15_000);
      cleaning = setInterval(
        quietly(() => forgetOldEvents(database)),
        60 * 60 * 1_000,
      );
    },
    stop: () => {
      clearInterval(sweeping);
      clearInterval(cleaning);
    },
  };
}
