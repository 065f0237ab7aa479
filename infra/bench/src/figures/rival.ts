import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';

import { defineMigration, platformMigrations } from '@ateneu/persistence';
import type pg from 'pg';
import { Pool } from 'undici';

import type { Figure, Sample } from '../figure.ts';
import { rateOfAll } from '../load.ts';
import { fillOutbox } from '../rig/events.ts';
import { createPool } from '../rig/pool.ts';
import { installRivals, kept, rivalEnvironment, rivals, startChild, stopChild } from '../rig/rivals.ts';
import { ownScript, type Server, startServer } from '../rig/server.ts';
import { effectMigrations } from './consumer.ts';

const createThing = 'create table thing (id uuid primary key, title text not null)';
const things = defineMigration('202611260000_things', { up: [createThing] });
export const thingMigrations = [...platformMigrations, things];

/** Everything that is kept of what rivals do. */
const rivalTables = [createThing, 'create table effect (thing_id uuid not null)'];

/** Commands over HTTP and the events that follow, on what a user would pick instead. */
export const rivalCommands: Figure = {
  name: 'rival-commands',
  title: 'Commands and events, beside NestJS with its NATS transport',
  description:
    'Three thousand commands over HTTP on twenty connections, each keeping a row and telling another process, which keeps ' +
    'a row of its own; a process for each side. Ours: the service-kit’s shell, row and outbox in one transaction, relay, ' +
    'JetStream, inbox and effect exactly once. Beside it NestJS as its documentation has it: `pg`, and `emit` by its NATS ' +
    'transport, which keeps nothing: what is emitted while the other side is away is lost. Answers are of the commands ' +
    'alone; events are until the last effect is kept.',
  extra: true,
  metrics: [
    { name: 'answers', unit: '/s' },
    { name: 'events', unit: '/s' },
  ],
  prepare: async (bench) => {
    await installRivals();
    const count = bench.scale.quick ? 500 : 3_000;
    const source = await bench.newDatabase({ entities: [], migrations: thingMigrations });
    const target = await bench.newDatabase({ entities: [], migrations: effectMigrations });
    const other = await bench.newDatabase({ entities: [], migrations: [] });
    for (const statement of rivalTables) await other.pool.query(statement);
    await bench.clearStreams();
    const ours = await startServer(ownScript('command-service.ts'), {
      env: { DATABASE_URL: source.url, NATS_URL: bench.nats.url, NATS_CREDS: await bench.credentials('training') },
      readyPath: '/health/ready',
    });
    const consumer = await startChild(ownScript('consumer.ts'), [target.url, bench.nats.url], {
      NATS_CREDS: await bench.credentials('directory'),
    });
    consumer.send('begin');
    const env = await rivalEnvironment(bench, other.url);
    const effects = await startChild(join(rivals, 'nest-effects.js'), [], env);
    const nest = await startServer(join(rivals, 'nest-commands.js'), { env, readyPath: '/', anyAnswer: true });
    const pools = { ours: createPool(target.url, 1), nest: createPool(other.url, 1) };
    return {
      ours: { name: 'ours', run: () => commands(ours, pools.ours, count) },
      beside: [{ name: 'NestJS', run: () => commands(nest, pools.nest, count) }],
      close: async () => {
        await Promise.all([ours.stop(), nest.stop(), stopChild(consumer), stopChild(effects)]);
        await Promise.all(Object.values(pools).map((pool) => pool.end()));
        await Promise.all([source.close(), target.close(), other.close()]);
      },
    };
  },
};

/** Work that another process does, on what a user would pick instead. */
export const rivalJobs: Figure = {
  name: 'rival-jobs',
  title: 'Jobs for another process, beside Moleculer',
  description:
    'Ten thousand jobs for another process that keeps a row for each. Ours: events in an outbox, relay, JetStream, inbox ' +
    'and effect exactly once. Beside it Moleculer with its NATS transporter: fifty calls at a time to an action of another ' +
    'node, kept nowhere.',
  extra: true,
  metrics: [{ name: 'jobs', unit: '/s' }],
  prepare: async (bench) => {
    await installRivals();
    const count = bench.scale.quick ? 1_000 : 10_000;
    const source = await bench.newDatabase({ entities: [], migrations: platformMigrations });
    const target = await bench.newDatabase({ entities: [], migrations: effectMigrations });
    const other = await bench.newDatabase({ entities: [], migrations: [] });
    for (const statement of rivalTables) await other.pool.query(statement);
    const pools = { ours: createPool(target.url, 1), moleculer: createPool(other.url, 1) };
    const env = await rivalEnvironment(bench, other.url);
    const worker = await startChild(join(rivals, 'moleculer.js'), ['worker'], env);
    const caller = await startChild(join(rivals, 'moleculer.js'), ['caller'], env);
    const ours = async (): Promise<Sample> => {
      await bench.clearStreams();
      await fillOutbox(source, count);
      await pools.ours.query('truncate inbox, effect');
      const relay = await startChild(ownScript('relay.ts'), ['training', source.url, bench.nats.url], {
        NATS_CREDS: await bench.credentials('training'),
      });
      const consumer = await startChild(ownScript('consumer.ts'), [target.url, bench.nats.url], {
        NATS_CREDS: await bench.credentials('directory'),
      });
      const begun = performance.now();
      for (const child of [relay, consumer]) child.send('begin');
      await kept(pools.ours, count);
      const seconds = (performance.now() - begun) / 1_000;
      await Promise.all([relay, consumer].map(stopChild));
      return { jobs: count / seconds };
    };
    const moleculer = async (): Promise<Sample> => {
      await pools.moleculer.query('truncate effect');
      const begun = performance.now();
      caller.send(Array.from({ length: count }, () => randomUUID()));
      await once(caller, 'message');
      return { jobs: count / ((performance.now() - begun) / 1_000) };
    };
    return {
      ours: { name: 'ours', run: ours },
      beside: [{ name: 'Moleculer', run: moleculer }],
      close: async () => {
        await Promise.all([worker, caller].map(stopChild));
        await Promise.all(Object.values(pools).map((pool) => pool.end()));
        await Promise.all([source.close(), target.close(), other.close()]);
      },
    };
  },
};

async function commands({ url }: Server, effects: pg.Pool, count: number): Promise<Sample> {
  await effects.query('truncate effect');
  const pool = new Pool(url, { connections: 20 });
  const begun = performance.now();
  const answers = await rateOfAll([...Array(count).keys()], 20, async (index) => {
    const answer = await pool.request({
      method: 'POST',
      path: '/things',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: `Cosa ${index}` }),
    });
    await answer.body.dump();
    if (answer.statusCode !== 201) throw new Error(`A command was answered ${answer.statusCode}.`);
  });
  await kept(effects, count);
  const seconds = (performance.now() - begun) / 1_000;
  await pool.close();
  return { answers, events: count / seconds };
}
