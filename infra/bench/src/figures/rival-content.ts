import { join } from 'node:path';

import { Pool } from 'undici';

import type { Figure, Sample } from '../figure.ts';
import { rateOf } from '../load.ts';
import type { Bench } from '../rig/bench.ts';
import { directoryWith } from '../rig/directory.ts';
import { createPool } from '../rig/pool.ts';
import { installStrapi, rivals } from '../rig/rivals.ts';
import { ownScript, type Server, serviceEnvironment, serviceScript, startServer } from '../rig/server.ts';
import { thingMigrations } from './rival.ts';

/** A list and its writing, on what a user would pick instead. */
export const rivalContent: Figure = {
  name: 'rival-content',
  title: 'A list and its writing, beside Strapi',
  description:
    'A page of 20 from 100,000 over HTTP on ten connections, and the creation of one more. Ours: the directory’s public ' +
    'list by name, and a service that keeps a row and its event in one transaction. Beside it Strapi 5 on the same ' +
    'PostgreSQL, in production, without its administration: its own list of one collection by id, which it need not sort ' +
    'nor count, and its own creation, which publishes nothing.',
  extra: true,
  metrics: [
    { name: 'lists', unit: '/s' },
    { name: 'creations', unit: '/s' },
  ],
  prepare: async (bench) => {
    await installStrapi();
    const count = bench.scale.quick ? 10_000 : 100_000;
    const seconds = bench.scale.quick ? 1 : 3;
    const things = await bench.newDatabase({ entities: [], migrations: thingMigrations });
    const [directory, commands, strapi] = await Promise.all([
      startServer(serviceScript('directory'), {
        env: await serviceEnvironment(bench, 'directory', await directoryWith(bench, count)),
        readyPath: '/health/ready',
      }),
      startServer(ownScript('command-service.ts'), {
        env: { DATABASE_URL: things.url, NATS_URL: bench.nats.url, NATS_CREDS: await bench.credentials('training') },
        readyPath: '/health/ready',
      }),
      startStrapi(bench, count),
    ]);
    const title = 'Cosa nova';
    const ours = async (): Promise<Sample> => ({
      lists: await listed(directory, '/v1/initiatives', seconds),
      creations: await created(commands, { path: '/things', body: { title } }, seconds),
    });
    const theirs = async (): Promise<Sample> => ({
      lists: await listed(strapi, '/api/things', seconds),
      creations: await created(strapi, { path: '/api/things', body: { data: { title } } }, seconds),
    });
    return {
      ours: { name: 'ours', run: ours },
      beside: [{ name: 'Strapi', run: theirs }],
      close: async () => {
        await Promise.all([directory, commands, strapi].map((server) => server.stop()));
        await things.close();
      },
    };
  },
};

/** Starts Strapi on a database of its own, which makes its tables, and fills its collection. */
async function startStrapi(bench: Bench, count: number): Promise<Server> {
  const { url, close } = await bench.newDatabase({ entities: [], migrations: [] });
  await close();
  const server = await startServer(join(rivals, 'strapi/start.js'), {
    env: { DATABASE_URL: url, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
    readyPath: '/api/things',
  });
  const pool = createPool(url, 1);
  await pool.query(
    `insert into things (document_id, title, summary, place, created_at, updated_at, published_at)
     select substr(md5(n::text), 1, 24), 'Cosa ' || n, repeat('Una frase que en diu alguna cosa. ', 5),
            '{"district": "1", "longitude": 2.1, "latitude": 41.36}', now(), now(), now()
     from generate_series(1, $1::int) as n`,
    [count],
  );
  await pool.query('vacuum analyze things');
  await pool.end();
  return server;
}

/** How many lists a second are answered on ten connections, once code is compiled. */
async function listed({ url }: Server, path: string, seconds: number): Promise<number> {
  const pool = new Pool(url, { connections: 10 });
  const ask = async (): Promise<void> => {
    const answer = await pool.request({ path, method: 'GET' });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`${path} was answered ${answer.statusCode}.`);
  };
  const rate = await rateOf(ask, { concurrency: 10, seconds, warmUpSeconds: seconds / 3 });
  await pool.close();
  return rate;
}

/** How many things a second are created on ten connections, once code is compiled. */
async function created(
  { url }: Server,
  { path, body }: { path: string; body: object },
  seconds: number,
): Promise<number> {
  const pool = new Pool(url, { connections: 10 });
  const create = async (): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await pool.request({ path, method: 'POST', headers, body: JSON.stringify(body) });
    await answer.body.dump();
    if (answer.statusCode !== 201) throw new Error(`${path} was answered ${answer.statusCode}.`);
  };
  const rate = await rateOf(create, { concurrency: 10, seconds, warmUpSeconds: seconds / 3 });
  await pool.close();
  return rate;
}
