import {
  searchStatement,
  walkStatement,
} from '../../../../services/directory/src/features/search/search-statements.query.ts';
import type { Figure } from '../figure.ts';
import { directoryWith } from '../rig/directory.ts';
import { askOverAndOver, ownScript, serviceEnvironment, serviceScript, startServer } from '../rig/server.ts';

/** Searches, as the website asks them and as the query is made of them. */
const searches = [
  { query: '', filters: {} },
  { query: '?neighbourhood=3', filters: { neighbourhoods: ['3'] } },
  { query: '?sector=cures', filters: { sectors: ['cures'] } },
] as const;

/** A page of the public search through HTTP, beside its statement in a bare route. */
export const search: Figure = {
  name: 'search',
  title: 'Search page of 20 from 100,000, through HTTP',
  description:
    'The directory’s own process answers `GET /v1/initiatives` on ten connections, three searches in turn (all, a ' +
    'barri, a sector; each about a millisecond of PostgreSQL), without a cache: validated, logged, measured, with `ETag`, rate limit and security ' +
    'headers. Beside it, a bare Fastify route that runs the same statements, prepared by `pg`, and writes the rows as JSON.',
  metrics: [
    { name: 'answers', unit: '/s', goal: { kind: 'ratio', atLeast: 0.9 } },
    { name: 'server CPU', unit: 'µs' },
  ],
  prepare: async (bench) => {
    const url = await directoryWith(bench, bench.scale.quick ? 10_000 : 100_000);
    // What the directory asks for these: with a filter it walks along the order.
    const statements = searches.map(({ filters, query }) =>
      query === ''
        ? searchStatement({ ...filters, limit: 20 }, { text: { mode: 'none' }, order: 'name' })
        : walkStatement({ ...filters, limit: 20 }, { words: undefined, order: 'name' }),
    );
    const [ours, bare] = await Promise.all([
      startServer(serviceScript('directory'), {
        env: await serviceEnvironment(bench, 'directory', url),
        readyPath: '/health/ready',
      }),
      startServer(ownScript('bare-search.ts'), {
        env: { DATABASE_URL: url, BENCH_STATEMENTS: JSON.stringify(statements) },
        readyPath: '/search/0',
      }),
    ]);
    const seconds = bench.scale.quick ? 1.5 : 4;
    const paths = searches.map(({ query }) => `/v1/initiatives${query}`);
    return {
      ours: { name: 'the directory', run: () => askOverAndOver(ours, { paths, status: 200, seconds }) },
      beside: [
        {
          name: 'a bare route, the same statements',
          run: () =>
            askOverAndOver(bare, { paths: searches.map((_, index) => `/search/${index}`), status: 200, seconds }),
        },
      ],
      close: async () => {
        await Promise.all([ours.stop(), bare.stop()]);
      },
    };
  },
};
