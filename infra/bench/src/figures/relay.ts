import { type Broker, startRelay, silentObserver } from '@ateneu/messaging';
import { type Database, platformMigrations } from '@ateneu/persistence';

import type { Figure } from '../figure.ts';
import type { Bench } from '../rig/bench.ts';
import { fillOutbox, messagesIn, publishInBatches } from '../rig/events.ts';

/** A backlog from the outbox to the broker, beside the broker alone. */
export const relay: Figure = {
  name: 'relay',
  title: 'Relay, a backlog of 100,000',
  description:
    'The relay empties an outbox of 100,000 events (750 bytes each, 5,000 aggregates): read, published in atomic batches, ' +
    'marked. Beside it, the same events from memory, in atomic batches of 1,000 one after another. nats-server with ' +
    '`sync_interval: always`, PostgreSQL durable.',
  metrics: [{ name: 'events', unit: '/s', goal: { kind: 'ratio', atLeast: 0.75 } }],
  prepare: async (bench) => {
    const count = bench.scale.quick ? 20_000 : 100_000;
    const database = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const broker = await bench.connect('training');
    const measured = async (work: () => Promise<void>) => {
      const begun = performance.now();
      await work();
      return { events: count / ((performance.now() - begun) / 1_000) };
    };
    const refill = async (): Promise<void> => {
      await bench.clearStreams();
      await fillOutbox(database, count);
    };
    return {
      ours: {
        name: 'the relay',
        run: async () => {
          await refill();
          return measured(() => relayed({ bench, database, broker }, count));
        },
      },
      beside: [
        {
          name: 'atomic batches alone',
          run: async () => {
            await refill();
            const messages = await messagesIn(database, count);
            return measured(() => publishInBatches(broker, messages));
          },
        },
      ],
      close: async () => {
        await broker.close();
        await database.close();
      },
    };
  },
};

/** Runs the relay until it has published and marked so many. */
export async function relayed(
  { bench, database, broker }: { bench: Bench; database: Database; broker: Broker },
  count: number,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = 0;
  const running = startRelay({
    service: 'training',
    database,
    broker,
    logger: bench.logger,
    observer: {
      ...silentObserver,
      relayed: (published) => {
        done += published;
        if (done >= count) resolve();
      },
    },
  });
  await promise;
  await running.stop();
}
