import { randomUUID } from 'node:crypto';

import { platformMigrations, type Transaction, transact } from '@ateneu/persistence';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { pino } from 'pino';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Broker, type Relay, republish, silentObserver, startRelay, streams } from './index.ts';

const logger = pino({ level: 'silent' });
let database: TestDatabase;
let testBroker: TestBroker;
let broker: Broker;
const relays: Relay[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: platformMigrations });
  testBroker = await createTestBroker();
  broker = await testBroker.connect('training');
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await database.pool.query('truncate outbox');
  await testBroker.admin.manager.streams.purge(streams.events);
});
afterAll(async () => {
  await broker.close();
  await testBroker.close();
  await database.drop();
});

const start = (options: Partial<Parameters<typeof startRelay>[0]> = {}): Relay => {
  const relay = startRelay({ service: 'training', database, broker, logger, ...options });
  relays.push(relay);
  return relay;
};
const subject = 'ateneu.training.session.published.v1';
const commit = (count: number, aggregateId = 'a'): Promise<string[]> =>
  transact(database, async (tx) => {
    const ids = Array.from({ length: count }, () => randomUUID());
    ids.forEach((eventId, index) =>
      tx.outbox({ eventId, type: 't', aggregateId, sequence: index + 1, subject, payload: { id: eventId } }),
    );
    return ids;
  });
const stored = async (): Promise<string[]> => {
  const { state } = await testBroker.admin.manager.streams.info(streams.events);
  const ids: string[] = [];
  if (state.messages === 0) return ids;
  const consumer = await testBroker.admin.jetstream.consumers.get(streams.events);
  for await (const message of await consumer.fetch({ max_messages: state.messages, expires: 5_000 })) {
    ids.push(message.json<{ id: string }>().id);
    if (ids.length === state.messages) break;
  }
  return ids;
};
const unpublished = async (): Promise<number> => {
  const { rows } = await database.pool.query('select count(*)::int as n from outbox where published_at is null');
  return rows[0].n;
};

describe('the relay', () => {
  it('publishes what was committed, in order, and marks it', async () => {
    const ids = [...(await commit(3)), ...(await commit(1)), ...(await commit(40))];
    start();
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toEqual(ids);
  });

  it('is woken by a commit rather than by its poll', async () => {
    start({ pollMs: 60_000 });
    const first = await commit(1);
    await expect.poll(unpublished).toBe(0);
    const second = await commit(2);
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toEqual([...first, ...second]);
  });

  it('never skips a transaction that took its ids early and committed late', async () => {
    const late = new Client({ connectionString: database.url });
    await late.connect();
    await late.query('begin');
    const lateId = randomUUID();
    await late.query(
      `insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload) values ($1, 't', 'late', 1, $2, $3)`,
      [lateId, subject, JSON.stringify({ id: lateId })],
    );
    start({ pollMs: 50 });
    const [early] = await commit(1, 'early');
    await expect.poll(stored).toEqual([early]);
    await late.query('commit');
    await late.end();
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toEqual([early, lateId]);
  });

  it('keeps the order of an aggregate when the later change began its transaction first', async () => {
    const lock = `select pg_advisory_xact_lock(7)`;
    const began = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    const [first, second] = [randomUUID(), randomUUID()];
    const change = (eventId: string, sequence: number, tx: Transaction): void =>
      tx.outbox({ eventId, type: 't', aggregateId: 'a', sequence, subject, payload: { id: eventId } });
    // It writes, and so has its transaction id, long before it holds the aggregate.
    const slow = transact(database, async (tx) => {
      await tx.audit({ action: 'edit', subjectType: 'session', subjectId: 'a' });
      began.resolve();
      await mayGoOn.promise;
      await tx.query(lock);
      change(second, 2, tx);
    });
    await began.promise;
    start({ pollMs: 50 });
    await transact(database, async (tx) => {
      await tx.query(lock);
      change(first, 1, tx);
    });
    mayGoOn.resolve();
    await slow;
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toEqual([first, second]);
  });

  it('keeps the order of an aggregate whose first change is committed while a backlog travels', async () => {
    const insert = `insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload)
                    values ($1, 't', 'a', $2, $3, $4)`;
    const [first, second] = [randomUUID(), randomUUID()];
    const late = new Client({ connectionString: database.url });
    await late.connect();
    await late.query('begin');
    await late.query(insert, [first, 1, subject, JSON.stringify({ id: first })]);
    const others = await commit(4, 'b');
    // The first batch is on its way, and the second is read, when the late one is committed and a later one follows it.
    const travelling = Promise.withResolvers<void>();
    const mayArrive = Promise.withResolvers<void>();
    const slow = Object.create(broker.jetstream, {
      publish: {
        value: async (...args: Parameters<Broker['jetstream']['publish']>) => {
          travelling.resolve();
          await mayArrive.promise;
          return broker.jetstream.publish(...args);
        },
      },
    }) as Broker['jetstream'];
    start({ batchSize: 2, pollMs: 50, broker: { ...broker, jetstream: slow } });
    await travelling.promise;
    await late.query('commit');
    await late.query(insert, [second, 2, subject, JSON.stringify({ id: second })]);
    await late.end();
    mayArrive.resolve();
    await expect.poll(unpublished).toBe(0);
    const order = await stored();
    expect(order.toSorted()).toEqual([...others, first, second].toSorted());
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(second));
    expect(order.filter((id) => others.includes(id))).toEqual(others);
  });

  it('stores nothing of a batch before the one ahead of it, however that one fares', async () => {
    const ids = await commit(6);
    // The broker does not take the end of the first batch, when the second has been sent but for its own end.
    let refusals = 0;
    const refusing = Object.create(broker.jetstream, {
      publish: {
        value: async (...args: Parameters<Broker['jetstream']['publish']>) => {
          const [, , options] = args;
          if (options?.headers?.get('Nats-Msg-Id') === ids[1] && refusals < 2) {
            refusals += 1;
            await expect.poll(waitingBatches).toBe(2);
            throw new Error('no');
          }
          return broker.jetstream.publish(...args);
        },
      },
    }) as Broker['jetstream'];
    let sent = 0;
    const counting = Object.create(broker.connection, {
      publish: {
        value: (...args: Parameters<Broker['connection']['publish']>) => {
          sent += 1;
          broker.connection.publish(...args);
        },
      },
    }) as Broker['connection'];
    const waitingBatches = (): number => sent;
    start({ batchSize: 2, pollMs: 50, broker: { ...broker, jetstream: refusing, connection: counting } });
    await expect.poll(unpublished).toBe(0);
    expect(refusals).toBe(2);
    expect(await stored()).toEqual(ids);
  });

  it('stops publishing when it cannot mark', async () => {
    await commit(8);
    await database.pool.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no marks today'; end $$`,
    );
    await database.pool.query('create trigger refuse before update on outbox execute function refuse()');
    let interruptions = 0;
    const counting = pino({ level: 'warn' }, { write: () => void (interruptions += 1) });
    start({ batchSize: 2, pollMs: 50, logger: counting });
    await expect.poll(() => interruptions).toBeGreaterThan(0);
    await database.pool.query('drop function refuse cascade');
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toHaveLength(8);
  });

  it('stores each event once when it died between publishing and marking', async () => {
    const ids = await commit(5);
    start();
    await expect.poll(unpublished).toBe(0);
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    // What the next leader finds when the last one died before its mark: published, yet unmarked, with news behind.
    await database.pool.query('update outbox set published_at = null');
    const news = await commit(5, 'b');
    start();
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toEqual([...ids, ...news]);
  });

  it('has one leader per service, and another takes over when it stops', async () => {
    const one = start();
    await expect.poll(() => one.isLeader()).toBe(true);
    const two = start();
    await commit(1);
    await expect.poll(unpublished).toBe(0);
    expect(two.isLeader()).toBe(false);
    await one.stop();
    await expect.poll(() => two.isLeader()).toBe(true);
    const ids = await commit(2);
    await expect.poll(unpublished).toBe(0);
    expect((await stored()).slice(-2)).toEqual(ids);
  });

  it('goes on after its database connection was cut', async () => {
    start({ pollMs: 50 });
    await commit(1);
    await expect.poll(unpublished).toBe(0);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'training-relay' and datname = current_database()`,
    );
    await commit(3);
    await expect.poll(unpublished).toBe(0);
    expect(await stored()).toHaveLength(4);
  });

  it('publishes a window again when asked to, and the broker stores no event twice', async () => {
    const before = new Date();
    const ids = await commit(2);
    let relayed = 0;
    const observer = { ...silentObserver, relayed: (count: number) => void (relayed += count) };
    start({ observer });
    await expect.poll(() => relayed).toBe(2);
    expect(await republish(database, { from: before, to: new Date(Date.now() + 1_000) })).toBe(2);
    await expect.poll(() => relayed).toBe(4);
    expect(await stored()).toEqual(ids);
  });
});
