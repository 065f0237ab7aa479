import { newId } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { createLogger } from '@ateneu/service-kit';
import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { entities, migrations } from '../persistence/index.ts';
import { createDeliveryQueue, type DeliveryQueue } from './delivery.queue.ts';
import { createJobs } from './jobs.ts';

let database: TestDatabase;
type Queue = DeliveryQueue & { start(): Promise<void>; stop(): Promise<void> };
const queues: Queue[] = [];
beforeAll(async () => {
  database = await createTestDatabase({ entities, migrations });
});
afterEach(() => Promise.all(queues.splice(0).map((queue) => queue.stop())));
afterAll(() => database.drop());

const makeQueue = (): Queue => {
  const jobs = createJobs({
    url: database.url,
    logger: createLogger({ service: 'notifications', level: 'silent' }),
    stopTimeoutMs: 5_000,
  });
  const made = createDeliveryQueue({
    jobs,
    retry: { limit: 5, delaySeconds: 1, maxDelaySeconds: 1 },
    concurrency: 2,
  });
  const queue = { ...made, start: () => jobs.start(made.prepare), stop: () => jobs.stop() };
  queues.push(queue);
  return queue;
};

describe('the delivery queue', () => {
  it('prepares its own schema, even when two processes start at once', async () => {
    const both = [makeQueue(), makeQueue()];
    await expect(Promise.all(both.map((queue) => queue.start()))).resolves.toHaveLength(2);
  });

  it('takes a job only if the transaction that asked for it was committed', async () => {
    const queue = makeQueue();
    await queue.start();
    const taken: string[] = [];
    await queue.work({
      send: async (id) => {
        taken.push(id);
        return 'done';
      },
      giveUp: async () => {},
    });
    const [never, always] = [newId(), newId()];
    const failed = transact(database, async (tx) => {
      await queue.enqueue(tx, never);
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    await transact(database, (tx) => queue.enqueue(tx, always));
    await expect.poll(() => taken).toEqual([always]);
  });

  it('gives what is left of its work to another process when it is told to stop', async () => {
    const [first, second] = [makeQueue(), makeQueue()];
    await first.start();
    await second.start();
    const ids = Array.from({ length: 4 }, () => newId());
    await transact(database, async (tx) => {
      for (const id of ids) await first.enqueue(tx, id);
    });
    const sent: string[] = [];
    let stopped: Promise<void> | undefined;
    await first.work({
      send: async (id) => {
        sent.push(id);
        stopped ??= first.stop();
        return 'done';
      },
      giveUp: async () => {},
    });
    await expect.poll(() => sent.length).toBeGreaterThan(0);
    await stopped;
    const byFirst = sent.length;
    expect(byFirst).toBeLessThan(ids.length);
    await second.work({
      send: async (id) => {
        sent.push(id);
        return 'done';
      },
      giveUp: async () => {},
    });
    await expect.poll(() => sent.toSorted()).toEqual(ids.toSorted());
  });
});
