import { type Broker, streams } from '@ateneu/messaging';
import type { Database } from '@ateneu/persistence';
import { Gauge, type Registry } from 'prom-client';

import type { Logger } from './logger.ts';

/** Something that is counted in the service's database, such as enrolments by status. */
export interface Measure {
  /** The metric, with the service's name in front: `training_enrolments`. */
  readonly name: string;
  readonly help: string;
  /** Columns of the statement that become labels. Few values each, and never anything of a person. */
  readonly labels: readonly string[];
  /** A statement that answers with `value` and the labels' columns. */
  readonly sql: string;
}

/** What is measured when somebody asks. */
export interface MeasuresOptions {
  service: string;
  database: Database;
  broker: Broker;
  logger: Logger;
  measures: readonly Measure[];
}

/** Counting business takes the database some work; what is asked more often gets the last answer. */
const countEveryMs = 15_000;
const lookEveryMs = 1_000;

/**
 * Measures at each scrape what lives in the database and at the broker: the outbox, the consumer, dead letters, the
 * pool, and the service's own counts. What cannot be asked is left out of the answer until it can be.
 */
export function registerMeasures(registry: Registry, options: MeasuresOptions): void {
  const { service, database, broker } = options;
  const add = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Promise<readonly Sample[]>,
  ): void => {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [],
      async collect() {
        try {
          const samples = await read();
          this.reset();
          for (const { value, ...labels } of samples) this.set(labels, value);
        } catch (err) {
          // An old number would look like one of now.
          if (labelNames.length === 0) this.remove();
          else this.reset();
          options.logger.debug({ err, metric: name }, 'A metric could not be measured.');
        }
      },
    });
    registry.registerMetric(gauge);
  };
  const single = (value: number): Sample[] => [{ value }];

  const outbox = remembered(lookEveryMs, async () => {
    const { rows } = await database.pool.query<{ depth: number; age: number }>({
      name: 'measure-outbox',
      text: outboxSql,
    });
    return rows[0] ?? { depth: 0, age: 0 };
  });
  add('outbox_depth', 'Events that wait to be published.', [], async () => single((await outbox()).depth));
  add('outbox_oldest_seconds', 'How long the oldest event that is not published has waited.', [], async () =>
    single((await outbox()).age),
  );

  const consumer = remembered(lookEveryMs, () => broker.manager.consumers.info(streams.events, service));
  add('consumer_pending', 'Events in the stream that the service has not been given yet.', [], async () =>
    single((await consumer()).num_pending),
  );
  add('consumer_unacknowledged', 'Events in hand or waiting for another attempt.', [], async () =>
    single((await consumer()).num_ack_pending),
  );
  add('consumer_redelivered', 'Of those, the ones that were given before.', [], async () =>
    single((await consumer()).num_redelivered),
  );
  add('dead_letters', 'Messages that the service could not handle and nobody has dropped.', [], async () => {
    const { state } = await broker.manager.streams.info(streams.deadLetters, { subjects_filter: `dead.${service}.>` });
    return single(Object.keys(state.subjects ?? {}).length);
  });
  add('broker_connected', '1 while the process is connected to the broker.', [], async () =>
    single(broker.isConnected() ? 1 : 0),
  );
  add('database_connections', 'Connections of the pool, by state.', ['state'], async () => {
    const { totalCount, idleCount, waitingCount } = database.pool;
    return [
      { state: 'busy', value: totalCount - idleCount },
      { state: 'idle', value: idleCount },
      { state: 'waiting', value: waitingCount },
    ];
  });

  for (const { name, help, labels, sql } of options.measures) {
    const count = remembered(countEveryMs, async () => (await database.pool.query<Row>(sql)).rows);
    add(name, help, labels, async () => (await count()).map((row) => ({ ...row, value: Number(row.value) })));
  }
}

/** Counts come as text: they may be larger than a number can say. */
type Row = { value: string | number } & Partial<Record<string, string | number>>;
type Sample = { value: number } & Partial<Record<string, string | number>>;

const outboxSql = `
  select count(*)::int as depth, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
  from outbox where published_at is null`;

/** Asks at most once in a while; whoever asks meanwhile gets the same answer. A failure is not remembered. */
function remembered<T>(forMs: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (last !== undefined && performance.now() - last.at < forMs) return last.answer;
    const answer = ask();
    last = { at: performance.now(), answer };
    answer.catch(() => {
      last = undefined;
    });
    return answer;
  };
}
