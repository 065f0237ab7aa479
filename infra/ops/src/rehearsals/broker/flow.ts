import { setTimeout as delay } from 'node:timers/promises';

import { defineEvent } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { type Broker, publication, publishAll, startConsumer, startRelay, subscription } from '@ateneu/messaging';
import { type Database, transact } from '@ateneu/persistence';
import { pino } from 'pino';
import { z } from 'zod';

/** Events that go from one service to another all the time. */
export interface Flow {
  /** The longest time without an effect since it was last asked, in milliseconds. */
  longestPauseMs(): number;
  /** Ends the publishing, waits for the last effect, and counts. */
  finish(): Promise<{ committed: number; effects: number; doubled: number }>;
}

const counted = defineEvent({
  service: 'directory',
  aggregate: 'rehearsal',
  event: 'counted',
  version: 1,
  summary: 'For rehearsals.',
  data: z.object({ number: z.int() }),
  example: { number: 1 },
});

const everyMs = 10;
const patienceMs = 60_000;

/** Starts a relay and a consumer as services have them, and commits an event every ten milliseconds. */
export function startFlow(
  from: { database: Database; broker: Broker },
  to: { database: Database; broker: Broker },
): Flow {
  const logger = pino({ level: 'silent' });
  let lastEffect = performance.now();
  let longest = 0;
  const onCounted = subscription(counted, {
    name: 'count',
    handle: async ({ data }, tx) => {
      await tx.query('insert into effect (number) values ($1)', [data.number]);
      longest = Math.max(longest, performance.now() - lastEffect);
      lastEffect = performance.now();
    },
  });
  const relay = startRelay({ ...from, service: 'directory', logger });
  const consumer = startConsumer({ ...to, service: 'training', logger, subscriptions: [onCounted] });
  const stopping = new AbortController();
  let committed = 0;
  const publishing = (async () => {
    for (; !stopping.signal.aborted; await delay(everyMs)) {
      await transact(from.database, async (tx) => {
        const data = { number: committed + 1 };
        publishAll(tx, [publication(counted, { aggregateId: newId(), sequence: 1, data, occurredAt: new Date() })]);
      });
      committed += 1;
    }
  })();
  const count = async (): Promise<{ effects: number; doubled: number }> => {
    const { rows } = await to.database.pool.query<{ effects: number; doubled: number }>(
      'select count(distinct number)::int as effects, (count(*) - count(distinct number))::int as doubled from effect',
    );
    return rows[0] ?? { effects: 0, doubled: 0 };
  };
  return {
    longestPauseMs: () => {
      const pause = Math.max(longest, performance.now() - lastEffect);
      longest = 0;
      return pause;
    },
    finish: async () => {
      stopping.abort();
      await publishing;
      for (const until = Date.now() + patienceMs; (await count()).effects < committed && Date.now() < until;) {
        await delay(100);
      }
      const counts = await count();
      await consumer.stop();
      await relay.stop();
      return { committed, ...counts };
    },
  };
}
