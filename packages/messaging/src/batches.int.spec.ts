import { createEvent, defineEvent } from '@ateneu/events';
import { defineMigration, platformMigrations } from '@ateneu/persistence';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { type Broker, type Consumer, listDeadLetters, startConsumer, streams, subscription } from './index.ts';

const contractOf = (event: string) =>
  defineEvent({
    service: 'directory',
    aggregate: 'counter',
    event,
    version: 1,
    summary: 'A counter moved.',
    data: z.object({ by: z.int() }),
    example: { by: 1 },
  });
const raised = contractOf('raised');
const lowered = contractOf('lowered');

const effects = defineMigration('202601010000_effects', {
  up: [
    `create table effect (at bigserial, event_id uuid not null, aggregate text not null, by integer not null check (by <> 13))`,
  ],
});
const insert = `insert into effect (event_id, aggregate, by) select * from unnest($1::uuid[], $2::text[], $3::int[])`;

let database: TestDatabase;
let testBroker: TestBroker;
let broker: Broker;
let sizes: number[] = [];
let outages = 0;
const consumers: Consumer[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: [...platformMigrations, effects] });
  testBroker = await createTestBroker();
  broker = await testBroker.connect('training');
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  await testBroker.admin.manager.consumers.delete(streams.events, 'training');
  await testBroker.admin.manager.streams.purge(streams.events);
  await testBroker.admin.manager.streams.purge(streams.deadLetters);
  await database.pool.query('truncate effect, inbox');
  sizes = [];
});
afterAll(async () => {
  await broker.close();
  await testBroker.close();
  await database.drop();
});

const keepMany = subscription(raised, {
  name: 'keep',
  handleMany: async (events, tx) => {
    sizes.push(events.length);
    if (outages > 0) {
      outages -= 1;
      throw Object.assign(new Error('the database system is starting up'), { code: '57P03' });
    }
    await tx.query(insert, [
      events.map(({ id }) => id),
      events.map(({ subject }) => subject),
      events.map(({ data }) => data.by),
    ]);
  },
});
const keepOne = subscription(lowered, {
  name: 'keep-one',
  handle: async ({ id, subject, data }, tx) => {
    await tx.query(insert, [[id], [subject], [data.by]]);
  },
});
const start = (): Consumer => {
  const consumer = startConsumer({
    service: 'training',
    database,
    broker,
    logger: pino({ level: 'silent' }),
    retryDelaysMs: [10, 10],
    subscriptions: [keepMany, keepOne],
  });
  consumers.push(consumer);
  return consumer;
};
const event = (contract: typeof raised, aggregateId: string, by: number, sequence = 1) =>
  createEvent(contract, { aggregateId, sequence, data: { by }, time: new Date(), correlationId: 'corr' });
const send = async (bodies: readonly { type: string }[]): Promise<void> => {
  for (const body of bodies) {
    const { subject } = body.type === lowered.type ? lowered : raised;
    await testBroker.admin.jetstream.publish(subject, JSON.stringify(body));
  }
};
const seen = async (): Promise<{ event_id: string; aggregate: string; by: number }[]> =>
  (await database.pool.query('select event_id, aggregate, by from effect order by at')).rows;
/** How many messages of the stream have not come to their end yet. */
const unacknowledged = async (): Promise<number> => {
  const { state } = await testBroker.admin.manager.streams.info(streams.events);
  const { ack_floor: floor } = await broker.manager.consumers.info(streams.events, 'training');
  return state.last_seq - floor.stream_seq;
};

describe('a reaction that takes many', () => {
  it('gets what has arrived together, each event once however often it is there, in its order', async () => {
    const events = Array.from({ length: 120 }, (_, index) => event(raised, `a${index % 7}`, index + 20, index + 1));
    await send([...events, ...events.slice(40, 60)]);
    start();
    await expect.poll(unacknowledged).toBe(0);
    const rows = await seen();
    expect(rows).toHaveLength(120);
    for (let aggregate = 0; aggregate < 7; aggregate += 1) {
      const order = rows.filter((row) => row.aggregate === `a${aggregate}`).map((row) => row.by);
      expect(order).toEqual(order.toSorted((left, right) => left - right));
    }
    expect(sizes.length).toBeLessThan(60);
    const { rows: inbox } = await database.pool.query('select count(*)::int as n from inbox');
    expect(inbox).toEqual([{ n: 120 }]);
  });

  it('loses nothing to the one event that is wrong: it alone goes to the dead letters', async () => {
    const events = Array.from({ length: 30 }, (_, index) => event(raised, `a${index}`, index));
    await send([...events, { ...event(raised, 'b', 1), data: { by: 'many' } } as never]);
    start();
    const letters = () => listDeadLetters(broker, 'training');
    await expect
      .poll(async () => (await letters()).map(({ reason }) => reason).toSorted())
      .toEqual(['failed', 'schema']);
    await expect.poll(unacknowledged).toBe(0);
    const kept = (await seen()).map((row) => row.by).toSorted((left, right) => left - right);
    expect(kept).toEqual(events.map((item) => item.data.by).filter((by) => by !== 13));
  });

  it('keeps the order of an aggregate with reactions that take one', async () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      event(index % 3 === 0 ? lowered : raised, 'a', index + 20, index + 1),
    );
    await send(events);
    start();
    await expect.poll(unacknowledged).toBe(0);
    expect((await seen()).map((row) => row.by)).toEqual(events.map((item) => item.data.by));
  });

  it('is spared while the database is away, and has them all when it is back', async () => {
    outages = 3;
    await send(Array.from({ length: 20 }, (_, index) => event(raised, `a${index}`, index + 20)));
    start();
    await expect.poll(unacknowledged, { timeout: 20_000 }).toBe(0);
    expect(await seen()).toHaveLength(20);
    expect(await listDeadLetters(broker, 'training')).toEqual([]);
  });

  it('shares the work with its other instances without doubling any', async () => {
    const events = Array.from({ length: 300 }, (_, index) => event(raised, `a${index % 11}`, index + 20));
    await send([...events, ...events.slice(0, 100)]);
    start();
    start();
    await expect.poll(unacknowledged).toBe(0);
    const ids = (await seen()).map((row) => row.event_id);
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  });
});
