import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

import { platformMigrations } from '@ateneu/persistence';

import { searchStatement } from '../../../../services/directory/src/features/search/search-statements.query.ts';
import { readText } from '../../../../services/directory/src/features/search/text-query.query.ts';
import type { Contender, Figure, Sample } from '../figure.ts';
import { rateOf } from '../load.ts';
import type { Bench } from '../rig/bench.ts';
import { directoryWith } from '../rig/directory.ts';
import { fillOutbox, messagesIn, publishInBatches } from '../rig/events.ts';
import { createPool } from '../rig/pool.ts';
import { ownScript } from '../rig/server.ts';
import { effectMigrations } from './consumer.ts';
import { relayed } from './relay.ts';

const perSecond = async (count: number, work: () => Promise<unknown>): Promise<Sample> => {
  const begun = performance.now();
  await work();
  return { events: count / ((performance.now() - begun) / 1_000) };
};

/** The first is what the others are compared with. */
function along(points: readonly Contender[], close: () => Promise<void>) {
  const [ours, ...beside] = points;
  if (ours === undefined) throw new RangeError('A curve has a point.');
  return { ours, beside, close };
}

/** One, two and four processes that share a durable consumer. */
export const consumerCurve: Figure = {
  name: 'curve-consumers',
  title: 'One, two and four consumers',
  description:
    'The backlog of the consumer figure, shared by one, two and four processes of one service. “Ours divided by it” is one ' +
    'process divided by that many.',
  extra: true,
  metrics: [{ name: 'events', unit: '/s' }],
  prepare: async (bench) => {
    const count = bench.scale.quick ? 6_000 : 30_000;
    const source = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const target = await bench.newDatabase({ entities: [], migrations: effectMigrations });
    const publisher = await bench.connect('training');
    const pool = createPool(target.url, 1);
    const point = (processes: number): Contender => ({
      name: `${processes} ${processes === 1 ? 'process' : 'processes'}`,
      run: async () => {
        await bench.clearStreams();
        await fillOutbox(source, count);
        await publishInBatches(publisher, await messagesIn(source, count));
        await pool.query('truncate inbox, effect');
        const children = await Promise.all(Array.from({ length: processes }, () => startConsumer(bench, target.url)));
        try {
          return await perSecond(count, () => handledBy(children, count));
        } finally {
          for (const child of children) child.disconnect();
          await Promise.all(children.map((child) => once(child, 'exit')));
        }
      },
    });
    return along([point(1), point(2), point(4)], async () => {
      await pool.end();
      await Promise.all([publisher.close(), source.close(), target.close()]);
    });
  },
};

async function startConsumer(bench: Bench, url: string): Promise<ChildProcess> {
  const child = fork(ownScript('consumer.ts'), [url, bench.nats.url], {
    env: { ...process.env, NATS_CREDS: await bench.credentials('directory') },
  });
  await once(child, 'message');
  return child;
}

function handledBy(children: readonly ChildProcess[], count: number): Promise<void> {
  return new Promise((resolve) => {
    let done = 0;
    for (const child of children) {
      child.on('message', (handled) => {
        done += Number(handled);
        if (done >= count) resolve();
      });
      child.send('begin');
    }
  });
}

/** The same backlog with ever more published events before it, which stay seven days. */
export const outboxCurve: Figure = {
  name: 'curve-outbox',
  title: 'Relay with 10,000, 100,000 and a million published events kept',
  description:
    'The relay empties a backlog of 20,000 while the outbox keeps so many published events besides. “Ours divided by it” is ' +
    'the rate with 10,000 kept divided by that with as many.',
  extra: true,
  metrics: [{ name: 'events', unit: '/s' }],
  prepare: async (bench) => {
    const backlog = 20_000;
    const broker = await bench.connect('training');
    const sizes = bench.scale.quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
    const databases = await Promise.all(
      // A hundred thousand rows at once take longer than a statement of a service may.
      sizes.map(() =>
        bench.newDatabase({
          entities: [],
          migrations: platformMigrations,
          statementTimeoutMs: 120_000,
          transactionTimeoutMs: 120_000,
        }),
      ),
    );
    const points = sizes.map((kept, index): Contender => {
      const database = databases[index];
      if (database === undefined) throw new RangeError('Every size has a database.');
      return {
        name: `${kept.toLocaleString('en')} kept`,
        run: async () => {
          await bench.clearStreams();
          await fillOutbox(database, kept + backlog);
          for (let from = 0; from < kept; from += 100_000) {
            await database.pool.query(
              `update outbox set published_at = now()
               where id in (select id from outbox where published_at is null order by id limit $1)`,
              [Math.min(100_000, kept - from)],
            );
          }
          await database.pool.query('vacuum analyze outbox');
          return perSecond(backlog, () => relayed({ bench, database, broker }, backlog));
        },
      };
    });
    return along(points, async () => {
      await broker.close();
      await Promise.all(databases.map((database) => database.close()));
    });
  },
};

/** The same page from ever more initiatives. */
export const searchCurve: Figure = {
  name: 'curve-search',
  title: 'Search page from 10,000, 100,000 and a million initiatives',
  description:
    'The statement of a page of 20, by name and by two words, prepared, one connection, without HTTP. “Ours divided by it” ' +
    'is the rate from 10,000 divided by that from as many. Filling a million takes minutes.',
  extra: true,
  metrics: [
    { name: 'by name', unit: '/s' },
    { name: 'by words', unit: '/s' },
  ],
  prepare: async (bench) => {
    const sizes = bench.scale.quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
    const pools: ReturnType<typeof createPool>[] = [];
    const points: Contender[] = [];
    for (const size of sizes) {
      const pool = createPool(await directoryWith(bench, size), 1);
      pools.push(pool);
      const byName = searchStatement({ limit: 20 }, { text: { mode: 'none' }, order: 'name' });
      const query = await readText({ pool }, 'biblioteca jardineria');
      if (query === undefined) throw new TypeError('The text has words.');
      const byWords = searchStatement({ limit: 20 }, { text: { mode: 'words', query }, order: 'relevance' });
      const rate = (statement: typeof byName) =>
        rateOf(() => pool.query(statement), { concurrency: 1, seconds: bench.scale.quick ? 0.5 : 2 });
      points.push({
        name: `of ${size.toLocaleString('en')}`,
        run: async () => ({ 'by name': await rate(byName), 'by words': await rate(byWords) }),
      });
    }
    return along(points, async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    });
  },
};
