import { sessionPublished } from '@ateneu/events';
import { type Broker, silentObserver, startConsumer, streams, subscription } from '@ateneu/messaging';
import { type Database, defineMigration, platformMigrations } from '@ateneu/persistence';
import { AckPolicy, type JsMsg } from '@nats-io/jetstream';
import type pg from 'pg';

import type { Figure } from '../figure.ts';
import type { Bench } from '../rig/bench.ts';
import { fillOutbox, messagesIn, publishInBatches } from '../rig/events.ts';
import { createPool } from '../rig/pool.ts';

/** The simplest effect that something is kept of: one row for each event. */
const effects = defineMigration('202611250000_effects', {
  up: [`create table effect (session_id uuid not null, title text not null, sequence integer not null)`],
});
export const effectMigrations = [...platformMigrations, effects];

const insertEffects = `insert into effect (session_id, title, sequence)
  select * from unnest($1::uuid[], $2::text[], $3::int[])`;

/** Keeps a row for each event, many in one statement. */
export const keepEffect = subscription(sessionPublished, {
  name: 'keep-effect',
  handleMany: async (events, tx) => {
    await tx.query(insertEffects, [
      events.map(({ data }) => data.sessionId),
      events.map(({ data }) => data.title.ca),
      events.map(({ sequence }) => sequence),
    ]);
  },
});

/** Events from the broker to their effects, exactly once, beside the same by hand. */
export const consumer: Figure = {
  name: 'consumer',
  title: 'Consumer with inbox, simple effects',
  description:
    'A service’s consumer handles a backlog of 30,000 events that are in the broker: validated by their contract, an inbox ' +
    'row and an effect row each, exactly once, each aggregate in order, acknowledged after the commit. Beside it, by hand: ' +
    'batches of 100 with `unnest` by `pg`, one after another, nothing validated, no aggregate kept apart, no failure ' +
    'handled.',
  metrics: [{ name: 'events', unit: '/s', goal: { kind: 'ratio', atLeast: 0.75 } }],
  prepare: async (bench) => {
    const count = bench.scale.quick ? 6_000 : 30_000;
    const source = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const database = await bench.newDatabase({ entities: [], migrations: effectMigrations });
    const publisher = await bench.connect('training');
    const broker = await bench.connect('directory');
    const pool = createPool(database.url, 2);
    const refill = async (): Promise<void> => {
      await bench.clearStreams();
      await fillOutbox(source, count);
      await publishInBatches(publisher, await messagesIn(source, count));
      await pool.query('truncate inbox, effect');
    };
    const measured = async (work: () => Promise<void>) => {
      await refill();
      const begun = performance.now();
      await work();
      return { events: count / ((performance.now() - begun) / 1_000) };
    };
    return {
      ours: { name: 'startConsumer', run: () => measured(() => consumed({ bench, database, broker }, count)) },
      beside: [{ name: 'by hand, batches of 100', run: () => measured(() => consumedByHand(broker, pool, count)) }],
      close: async () => {
        await pool.end();
        await Promise.all([broker.close(), publisher.close(), source.close(), database.close()]);
      },
    };
  },
};

/** Runs a consumer until it has handled so many. */
export async function consumed(
  { bench, database, broker }: { bench: Bench; database: Database; broker: Broker },
  count: number,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = 0;
  const running = startConsumer({
    service: 'directory',
    subscriptions: [keepEffect],
    database,
    broker,
    logger: bench.logger,
    observer: {
      ...silentObserver,
      consumed: () => {
        done += 1;
        if (done >= count) resolve();
      },
    },
  });
  await promise;
  await running.stop();
}

async function consumedByHand({ manager, jetstream }: Broker, pool: pg.Pool, count: number): Promise<void> {
  await manager.consumers.add(streams.events, {
    durable_name: 'directory',
    ack_policy: AckPolicy.Explicit,
    filter_subjects: [sessionPublished.subject],
    max_ack_pending: 1_000,
  });
  const durable = await jetstream.consumers.get(streams.events, 'directory');
  const messages = await durable.consume({ max_messages: 1_000 });
  let batch: JsMsg[] = [];
  let done = 0;
  for await (const message of messages) {
    batch.push(message);
    if (batch.length < 100 && done + batch.length < count) continue;
    await keepByHand(pool, batch);
    for (const handled of batch) handled.ack();
    done += batch.length;
    batch = [];
    if (done >= count) break;
  }
}

interface Event {
  id: string;
  sequence: number;
  data: { sessionId: string; title: { ca: string } };
}

async function keepByHand(pool: pg.Pool, batch: readonly JsMsg[]): Promise<void> {
  const events = batch.map((message) => message.json<Event>());
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ event_id: string }>({
      name: 'inbox',
      text: `insert into inbox (consumer, event_id) select 'directory/keep-effect', * from unnest($1::uuid[])
             on conflict do nothing returning event_id`,
      values: [events.map(({ id }) => id)],
    });
    const fresh = new Set(rows.map((row) => row.event_id));
    const kept = events.filter(({ id }) => fresh.has(id));
    await client.query({
      name: 'effects',
      text: insertEffects,
      values: [
        kept.map(({ data }) => data.sessionId),
        kept.map(({ data }) => data.title.ca),
        kept.map(({ sequence }) => sequence),
      ],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}
