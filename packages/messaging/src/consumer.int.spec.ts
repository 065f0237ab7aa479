import { createEvent, defineEvent } from '@ateneu/events';
import { currentContext, newId } from '@ateneu/kernel';
import { defineMigration, platformMigrations } from '@ateneu/persistence';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  type Broker,
  type Consumer,
  dropDeadLetter,
  getDeadLetter,
  listDeadLetters,
  replayDeadLetter,
  startConsumer,
  streams,
  streamsOf,
  subscription,
} from './index.ts';

const raised = defineEvent({
  service: 'directory',
  aggregate: 'counter',
  event: 'raised',
  version: 1,
  summary: 'A counter was raised.',
  data: z.object({ by: z.int() }),
  example: { by: 1 },
});
const effects = defineMigration('202601010000_effects', {
  up: [`create table effect (event_id uuid, aggregate text, by integer, correlation text, at bigserial)`],
});
const logger = pino({ level: 'silent' });

let database: TestDatabase;
let testBroker: TestBroker;
let broker: Broker;
let consumers: Consumer[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [], migrations: [...platformMigrations, effects] });
  testBroker = await createTestBroker();
  broker = await testBroker.connect('training');
});
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.stop()));
  consumers = [];
  await database.pool.query('truncate effect, inbox');
  for (const stream of Object.values(streams)) await testBroker.admin.manager.streams.purge(stream);
});
afterAll(async () => {
  await broker.close();
  await testBroker.close();
  await database.drop();
});

/** Fails while its aggregate is in this set. */
const failing = new Set<string>();
const start = (overrides: Partial<Parameters<typeof startConsumer>[0]> = {}): Consumer => {
  const through = overrides.broker ?? broker;
  const { isConsuming, stop } = startConsumer({
    service: 'training',
    database,
    broker: through,
    logger,
    retryDelaysMs: [10, 10],
    subscriptions: [
      subscription(raised, {
        name: 'count',
        handle: async ({ id, subject, data }, tx) => {
          await tx.query('insert into effect values ($1, $2, $3, $4)', [
            id,
            subject,
            data.by,
            currentContext()?.correlationId,
          ]);
          if (failing.has(subject)) throw new Error('not today');
        },
      }),
    ],
    ...overrides,
  });
  const consumer = {
    isConsuming,
    // The broker then knows that nobody waits there any more: it would send what comes next to where nobody takes it.
    stop: async () => {
      await stop();
      await through.connection.flush();
    },
  };
  consumers.push(consumer);
  return consumer;
};
const event = (aggregateId: string, sequence = 1, by = 1) =>
  createEvent(raised, { aggregateId, sequence, data: { by }, time: new Date(), correlationId: `corr-${aggregateId}` });
const send = (body: unknown, subject = raised.subject) =>
  testBroker.admin.jetstream.publish(subject, typeof body === 'string' ? body : JSON.stringify(body));
const seen = async (): Promise<{ event_id: string; aggregate: string; by: number; correlation: string }[]> =>
  (await database.pool.query('select event_id, aggregate, by, correlation from effect order by at')).rows;
const lettersOf = () => listDeadLetters(broker, 'training');

describe('a consumer', () => {
  it('handles an event once, however often it is delivered, in the context of its cause', async () => {
    start();
    const one = event('a');
    for (const body of [one, one, one, event('b')]) await send(body);
    await expect.poll(async () => (await seen()).length).toBe(2);
    await expect
      .poll(async () => (await broker.manager.consumers.info(streams.events, 'training')).num_ack_pending)
      .toBe(0);
    expect((await seen()).filter((row) => row.event_id === one.id)).toEqual([
      { event_id: one.id, aggregate: 'a', by: 1, correlation: 'corr-a' },
    ]);
  });

  it('keeps the order of one aggregate', async () => {
    start();
    for (let sequence = 1; sequence <= 50; sequence += 1) await send(event('a', sequence, sequence));
    await expect.poll(async () => (await seen()).length).toBe(50);
    expect((await seen()).map((row) => row.by)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('leaves nothing of a reaction that failed, tries again, and does it when it can', async () => {
    failing.add('a');
    start({ retryDelaysMs: Array.from({ length: 90 }, () => 100) });
    await send(event('a'));
    await send(event('b'));
    await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toEqual(['b']);
    failing.clear();
    await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toEqual(['b', 'a']);
  });

  it('shares the work with its other instances without doubling any', async () => {
    start();
    start();
    const ids = Array.from({ length: 60 }, (_, index) => event(`agg-${index}`));
    await Promise.all(ids.map((body) => send(body)));
    await expect.poll(async () => (await seen()).length).toBe(60);
    expect(new Set((await seen()).map((row) => row.event_id)).size).toBe(60);
  });

  it('makes its durable again when somebody deleted it', async () => {
    start();
    await send(event('a'));
    await expect.poll(async () => (await seen()).length).toBe(1);
    await testBroker.admin.manager.consumers.delete(streams.events, 'training');
    await send(event('b'));
    await expect.poll(async () => (await seen()).length, { timeout: 15_000 }).toBe(2);
  });
});

describe('a consumer whose durable an earlier version made', () => {
  const lowered = defineEvent({
    service: 'directory',
    aggregate: 'counter',
    event: 'lowered',
    version: 1,
    summary: 'A counter was lowered.',
    data: z.object({ by: z.int() }),
    example: { by: 1 },
  });

  it('reads what it subscribes to now, and nothing twice', async () => {
    const earlier = start();
    await send(event('a'));
    await expect.poll(async () => (await seen()).length).toBe(1);
    await earlier.stop();

    await send(
      createEvent(lowered, { aggregateId: 'b', sequence: 1, data: { by: 1 }, time: new Date(), correlationId: 'c' }),
      lowered.subject,
    );
    start({
      subscriptions: [
        subscription(lowered, {
          name: 'lower',
          handle: async ({ id, subject }, tx) => {
            await tx.query('insert into effect values ($1, $2, -1)', [id, subject]);
          },
        }),
      ],
    });
    await send(
      createEvent(lowered, { aggregateId: 'c', sequence: 1, data: { by: 1 }, time: new Date(), correlationId: 'c' }),
      lowered.subject,
    );
    await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toContain('c');
    expect((await seen()).filter((row) => row.aggregate === 'a')).toHaveLength(1);
  });
});

describe('two versions of a service side by side', () => {
  const replaced = defineEvent({
    service: 'directory',
    aggregate: 'counter',
    event: 'replaced',
    version: 1,
    summary: 'A counter was replaced.',
    data: z.object({ by: z.int() }),
    example: { by: 1 },
  });
  const sendReplaced = () =>
    send(
      createEvent(replaced, { aggregateId: 'n', sequence: 1, data: { by: 1 }, time: new Date(), correlationId: 'c' }),
      replaced.subject,
    );
  const newer = async () => {
    const consumer = start({
      subscriptions: [
        subscription(replaced, {
          name: 'replace',
          handle: async ({ id, subject }, tx) => {
            await tx.query('insert into effect values ($1, $2, 1)', [id, subject]);
          },
        }),
      ],
    });
    await expect.poll(() => consumer.isConsuming()).toBe(true);
    return consumer;
  };

  // What went to an instance that was just stopped comes again after the acknowledgement wait of 30 seconds.
  const patient = { timeout: 45_000 };

  it('lose nothing that the newer one listens to while the older one is back', async () => {
    await (await newer()).stop();
    const older = start({ retryDelaysMs: Array.from({ length: 90 }, () => 100) });
    await send(event('o'));
    await expect.poll(async () => (await seen()).map((row) => row.aggregate), patient).toContain('o');
    await sendReplaced();
    await send(event('p'));
    await expect.poll(async () => (await seen()).map((row) => row.aggregate), patient).toContain('p');
    await older.stop();
    await newer();
    await expect.poll(async () => (await seen()).map((row) => row.aggregate), patient).toContain('n');
    expect(await lettersOf()).toEqual([]);
  }, 120_000);

  it('bury what no instance that runs knows, once its attempts are used up', async () => {
    await (await newer()).stop();
    start();
    await sendReplaced();
    await expect.poll(lettersOf, patient).toMatchObject([{ reason: 'unexpected' }]);
  }, 120_000);
});

describe('a consumer of partners’ copies', () => {
  const told = defineEvent({
    service: 'accompaniment',
    aggregate: 'counter',
    event: 'told',
    version: 1,
    audience: 'partner',
    summary: 'A partner is told of a counter.',
    data: z.object({ by: z.int() }),
    example: { by: 1 },
  });
  const account = 'ACEXAMPLE';
  const copy = (aggregateId: string) =>
    createEvent(told, { aggregateId, sequence: 1, data: { by: 1 }, time: new Date(), correlationId: 'corr' });
  let notifications: Broker;
  beforeAll(async () => {
    notifications = await testBroker.connect('notifications');
  });
  afterAll(() => notifications.close());

  /** One consumer on each stream, as the service has them; the subject is kept where the correlation else is. */
  const startBoth = () => {
    const subscriptions = [
      subscription(told, {
        name: 'pass-on',
        handle: async ({ id, subject, data }, tx, arrival) => {
          if (failing.has(subject)) throw new Error('not today');
          await tx.query('insert into effect values ($1, $2, $3, $4)', [id, subject, data.by, arrival.subject]);
        },
      }),
    ];
    expect(streamsOf(subscriptions)).toEqual([streams.events, streams.referrals]);
    for (const stream of streamsOf(subscriptions)) {
      start({ service: 'notifications', broker: notifications, stream, subscriptions });
    }
  };

  it('reads them with the rights of notifications, and tells whose each is', async () => {
    startBoth();
    const body = copy('a');
    for (let time = 0; time < 2; time += 1) await send(body, told.subjectFor(account));
    await send(copy('b'), told.subjectFor('ACOTHER'));
    await expect
      .poll(async () => (await seen()).map((row) => row.correlation).toSorted())
      .toEqual([told.subjectFor(account), told.subjectFor('ACOTHER')].toSorted());
  });

  it('keeps whose it is through the dead letters, beside another stream’s letter of the same number', async () => {
    failing.add('a');
    startBoth();
    const { state } = await testBroker.admin.manager.streams.info(streams.referrals);
    await testBroker.admin.jetstream.publish('dead.another.1', '{}', {
      msgID: `dead:notifications:${state.last_seq + 1}`,
    });
    await send(copy('a'), told.subjectFor(account));
    const ofNotifications = () => listDeadLetters(notifications, 'notifications');
    await expect.poll(ofNotifications).toMatchObject([{ reason: 'failed', subject: told.subjectFor(account) }]);
    failing.clear();
    const [letter] = await ofNotifications();
    await replayDeadLetter(notifications, 'notifications', letter?.sequence ?? 0);
    await expect.poll(seen).toMatchObject([{ aggregate: 'a', correlation: told.subjectFor(account) }]);
  });
});

describe('a message that cannot be handled', () => {
  it.each([
    ['is not JSON', '{"half":', 'unreadable'],
    ['is no CloudEvent', '{"hello":"world"}', 'unreadable'],
    ['breaks its contract', JSON.stringify({ ...event('a'), data: { by: 'many' } }), 'schema'],
  ])(
    'because it %s goes to the dead letters with the reason, and the next one is handled',
    async (_why, body, reason) => {
      start();
      await send(body);
      await send(event('after'));
      await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toEqual(['after']);
      await expect.poll(lettersOf).toMatchObject([{ reason, body, subject: raised.subject, service: 'training' }]);
    },
  );

  it('goes there after its last attempt, whole, and is handled when it is replayed', async () => {
    failing.add('a');
    start();
    const body = event('a');
    await send(body);
    await expect.poll(lettersOf).toMatchObject([{ reason: 'failed', detail: 'not today', deliveries: 3 }]);
    failing.clear();
    const [letter] = await lettersOf();
    const sequence = letter?.sequence ?? 0;
    expect(JSON.parse((await getDeadLetter(broker, 'training', sequence)).body)).toEqual(body);
    await replayDeadLetter(broker, 'training', sequence);
    await expect.poll(seen).toMatchObject([{ event_id: body.id }]);
    await dropDeadLetter(broker, 'training', sequence);
    expect(await lettersOf()).toEqual([]);
  });

  it('can be listed again and again, and nothing of it is left with the broker', async () => {
    const consumers = async (): Promise<number> =>
      (await testBroker.admin.manager.streams.info(streams.deadLetters)).state.consumer_count;
    const before = await consumers();
    for (let listed = 0; listed < 3; listed += 1) await lettersOf();
    start();
    await send('{"half":');
    await expect.poll(lettersOf).toHaveLength(1);
    await expect.poll(consumers).toBe(before);
  });

  it('is not another service’s to read', async () => {
    start();
    await send('{"half":');
    await expect.poll(lettersOf).toHaveLength(1);
    const other = await testBroker.connect('directory');
    await expect(listDeadLetters(other, 'training')).rejects.toThrow();
    await other.close();
  });

  it('is buried as unexpected when it is not of the kind that its subject says', async () => {
    start();
    await send({ ...event('a'), id: newId(), type: 'cat.ateneulh.directory.counter.raised.v2' });
    await send(event('b'));
    await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toEqual(['b']);
    await expect.poll(lettersOf).toMatchObject([{ reason: 'unexpected' }]);
  });

  it('is buried by its beginning when the whole would not fit beside the reason, and cannot be replayed', async () => {
    start();
    const body = `{"half":"${'x'.repeat(1024 * 1024 - 500)}`;
    await send(body);
    await send(event('after'));
    await expect.poll(lettersOf).toMatchObject([{ reason: 'unreadable', truncated: true }]);
    const [letter] = await lettersOf();
    expect(body.startsWith(letter?.body ?? '?')).toBe(true);
    await expect(replayDeadLetter(broker, 'training', letter?.sequence ?? 0)).rejects.toThrow('truncated');
    await expect.poll(async () => (await seen()).map((row) => row.aggregate)).toEqual(['after']);
  });

  it('keeps its attempts for failures of its own: outages of the database cost it none', async () => {
    let outages = 5;
    let failuresLeft = 2;
    start({
      retryDelaysMs: [10, 10],
      subscriptions: [
        subscription(raised, {
          name: 'unlucky',
          handle: async ({ id, subject }, tx) => {
            if (outages > 0) {
              outages -= 1;
              throw Object.assign(new Error('the database system is starting up'), { code: '57P03' });
            }
            if (failuresLeft > 0) {
              failuresLeft -= 1;
              throw new Error('not yet');
            }
            await tx.query('insert into effect values ($1, $2, 1, null)', [id, subject]);
          },
        }),
      ],
    });
    await send(event('a'));
    await expect.poll(async () => (await seen()).map((row) => row.aggregate), { timeout: 20_000 }).toEqual(['a']);
    expect(await lettersOf()).toEqual([]);
  });
});
