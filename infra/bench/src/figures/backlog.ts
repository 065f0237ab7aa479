import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { type Database, platformMigrations } from '@ateneu/persistence';

import type { Figure } from '../figure.ts';
import type { Bench } from '../rig/bench.ts';
import { fillOutbox, messagesIn, publishInBatches } from '../rig/events.ts';
import { createPool } from '../rig/pool.ts';
import { consumed, effectMigrations } from './consumer.ts';

/** A backlog through every stage, beside the last stage alone. */
export const backlog: Figure = {
  name: 'backlog',
  title: 'Backlog of 60,000, outbox to effect',
  description:
    'A service’s relay empties an outbox of 60,000 events while another service’s consumer handles them (inbox and effect ' +
    'rows, exactly once): from the start of both to the last acknowledgement, a process each. Beside it the consumer ' +
    'alone, with all of them in the broker already.',
  metrics: [{ name: 'events', unit: '/s', goal: { kind: 'ratio', atLeast: 0.6 } }],
  prepare: async (bench) => {
    const count = bench.scale.quick ? 10_000 : 60_000;
    const source = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const target = await bench.newDatabase({ entities: [], migrations: effectMigrations });
    const publisher = await bench.connect('training');
    const broker = await bench.connect('directory');
    const pool = createPool(target.url, 1);
    const to = { bench, database: target, broker };
    const refill = async (): Promise<void> => {
      await bench.clearStreams();
      await fillOutbox(source, count);
      await pool.query('truncate inbox, effect');
    };
    const measured = async (work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work();
      return { events: count / ((performance.now() - begun) / 1_000) };
    };
    return {
      ours: {
        name: 'relay and consumer',
        run: async () => {
          await refill();
          const relay = await startRelayProcess(bench, source);
          try {
            return await measured(async () => {
              relay.send('begin');
              await consumed(to, count);
            });
          } finally {
            relay.disconnect();
            await once(relay, 'exit');
          }
        },
      },
      beside: [
        {
          name: 'consumer alone',
          run: async () => {
            await refill();
            await publishInBatches(publisher, await messagesIn(source, count));
            return measured(() => consumed(to, count));
          },
        },
      ],
      close: async () => {
        await pool.end();
        await Promise.all([broker.close(), publisher.close(), source.close(), target.close()]);
      },
    };
  },
};

async function startRelayProcess(bench: Bench, source: Database): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '../processes/relay.ts'), ['training', source.url, bench.nats.url], {
    env: { ...process.env, NATS_CREDS: await bench.credentials('training') },
  });
  await once(child, 'message');
  return child;
}
