import { type Database, openDatabase } from '@ateneu/persistence';
import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { facetsStatement } from '../src/features/search/count-facets.query.ts';
import { countedFacetsStatement, isCounted } from '../src/features/search/facet-counts.query.ts';
import { publicStateStatement } from '../src/features/search/public-state.query.ts';
import { sitemapStatement } from '../src/features/search/read-sitemap.route.ts';
import type { TextSearch } from '../src/features/search/search-conditions.query.ts';
import type { SearchFilters } from '../src/features/search/search-filters.query.ts';
import {
  anywhereStatement,
  commonStatement,
  nearestStatement,
  type SearchOrder,
  searchOrders,
  searchStatement,
  walkStatement,
} from '../src/features/search/search-statements.query.ts';
import { readText, type TextQuery } from '../src/features/search/text-query.query.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { generateInitiatives, insertInitiatives } from './generated-initiatives.ts';

let migrated: TestDatabase;
let database: Database;
beforeAll(async () => {
  migrated = await createTestDatabase({ entities, migrations });
  // As a service does that starts after its migration, with the settings that this left behind.
  database = await openDatabase({
    url: migrated.url,
    entities,
    migrations,
    applicationName: 'query-plans',
    // A busy machine may take its time to write and count so many.
    statementTimeoutMs: 120_000,
    transactionTimeoutMs: 120_000,
  });
  // The server's own vacuum, at it at the same time, would keep ours from marking what everybody can see.
  await database.pool.query('alter table initiative set (autovacuum_enabled = false)');
  await insertInitiatives(database, generateInitiatives(20_000));
  // Test servers commit without waiting for the log, and until it is written a vacuum marks nothing as seen by all.
  await database.pool.query(
    `begin; set local synchronous_commit = on; comment on table initiative is 'Written.'; commit`,
  );
  await database.pool.query('vacuum analyze initiative');
}, 240_000);
afterAll(async () => {
  await database.close();
  await migrated.drop();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)];

interface Statement {
  name: string;
  text: string;
  values?: unknown[];
}

/** How PostgreSQL would answer: knowing the values, and, as for a statement prepared long ago, not knowing them. */
async function plansOf({ text, values = [] }: Statement): Promise<Plan[][]> {
  const client = await database.pool.connect();
  try {
    const { rows: informed } = await client.query(`explain (format json) ${text}`, values);
    await client.query(`set plan_cache_mode = force_generic_plan`);
    await client.query(`prepare looked_at as ${text}`);
    const nothing = values.length === 0 ? '' : `(${values.map(() => 'null').join(', ')})`;
    const { rows: generic } = await client.query(`explain (format json) execute looked_at${nothing}`);
    return [informed, generic].map((rows) => everyNode(rows[0]['QUERY PLAN'][0].Plan as Plan));
  } finally {
    await client.query('deallocate all');
    await client.query('reset plan_cache_mode');
    client.release(true);
  }
}

async function expectIndexed(statement: Statement): Promise<void> {
  for (const plan of await plansOf(statement)) {
    const sequential = plan.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'initiative',
    );
    expect(sequential, statement.name).toEqual([]);
    expect(
      plan.some((node) => /Index/.test(node['Node Type'])),
      statement.name,
    ).toBe(true);
  }
}

const centre = { longitude: 2.1, latitude: 41.36 };
const filters: [string, SearchFilters][] = [
  ['everything', {}],
  ['a sector', { sectors: ['cures'] }],
  ['several sectors', { sectors: ['cures', 'educacio'] }],
  ['a legal form', { legalForms: ['associacio'] }],
  ['cooperatives', { cooperative: true }],
  ['what is no cooperative', { cooperative: false }],
  ['a neighbourhood', { neighbourhoods: ['7'] }],
  ['a district', { districts: ['IV'] }],
  ['a box', { box: { west: 2.1, south: 41.36, east: 2.11, north: 41.37 } }],
  ['the whole city as a box', { box: { west: 2, south: 41, east: 2.3, north: 41.5 } }],
  ['a sector in a district', { sectors: ['cures'], districts: ['II', 'III'] }],
  [
    'all filters',
    { sectors: ['oci'], cooperative: true, districts: ['I'], box: { west: 2, south: 41, east: 3, north: 42 } },
  ],
];
const texts: [string, string][] = [
  ['a rare word', 'trencadis'],
  ['a common word', 'coop'],
  ['several words', 'taller de costura'],
];
/** How a text is looked for: by all its words, and by those alone that are worth it. */
async function waysOf(text: string): Promise<TextSearch[]> {
  const query = await read(text);
  const [lookedUp = ''] = query.all.split(' & ');
  return [
    { mode: 'words', query },
    { mode: 'words', query: { ...query, all: `${query.all} & 'a':*`, lookedUp } },
  ];
}
async function read(text: string): Promise<TextQuery> {
  const query = await readText(database, text);
  if (query === undefined) throw new TypeError(`There are no words in ${text}.`);
  return query;
}
const place = '01980000-0000-7000-8000-000000000000';
const cursors: Record<SearchOrder, (string | number)[]> = {
  relevance: [-0.1, 'm', place],
  name: ['m', place],
  newest: ['2022-01-01 00:00:00+00', place],
  distance: [500, place],
};

describe('a search of 20,000 initiatives', () => {
  describe.each(filters)('for %s', (_name, search) => {
    it.each(['name', 'newest'] as const)('uses an index, first page and next, by %s', async (order) => {
      for (const after of [undefined, cursors[order]]) {
        await expectIndexed(searchStatement({ ...search, limit: 20 }, { text: { mode: 'none' }, order, after }));
      }
    });

    it.each(texts)('with %s uses an index, in any order', async (_what, text) => {
      for (const way of await waysOf(text)) {
        for (const order of searchOrders.filter((candidate) => candidate !== 'distance')) {
          for (const after of [undefined, cursors[order]]) {
            await expectIndexed(searchStatement({ ...search, text, limit: 20 }, { text: way, order, after }));
          }
        }
      }
    });

    it('walks along an order for what is common', async () => {
      const common = { ...search, text: 'coop', limit: 20 };
      const words = await read(common.text);
      await expectIndexed(commonStatement(common, words));
      for (const order of ['name', 'newest'] as const) {
        for (const after of [undefined, cursors[order]]) {
          await expectIndexed(walkStatement(common, { words, order, after }));
        }
      }
    });

    it('around a place uses an index, in any order', async () => {
      for (const order of searchOrders.filter((candidate) => candidate !== 'relevance')) {
        for (const after of [undefined, cursors[order]]) {
          for (const within of [250, 5_000]) {
            const around = { ...centre, within };
            await expectIndexed(
              searchStatement({ ...search, around, limit: 20 }, { text: { mode: 'none' }, order, after }),
            );
          }
        }
      }
    });

    it('counts its facets by an index', async () => {
      if (!isCounted(search)) await expectIndexed(facetsStatement(search, { mode: 'none' }));
      for (const [, text] of texts)
        for (const way of await waysOf(text)) await expectIndexed(facetsStatement({ ...search, text }, way));
    });
  });

  it('counts everything without looking at the initiatives', async () => {
    for (const search of [{}, { sectors: ['cures'] }, { cooperative: true, districts: ['IV'] }]) {
      expect(isCounted(search)).toBe(true);
      const [plan] = await plansOf(countedFacetsStatement(search));
      expect(plan?.some((node) => node['Relation Name'] === 'initiative')).toBe(false);
    }
  });

  it('finds what is nearest along an index, and whether words are anywhere', async () => {
    for (const [, search] of filters) {
      const around = { ...centre, within: 50_000 };
      await expectIndexed(nearestStatement({ ...search, around, limit: 20 }));
    }
    for (const [, text] of texts) await expectIndexed(anywhereStatement(await read(text)));
  });

  it('meets words and filters in one index', async () => {
    const text: TextSearch = { mode: 'words', query: await read('taller de costura') };
    for (const [, search] of filters) {
      for (const plan of await plansOf(searchStatement({ ...search, limit: 20 }, { text, order: 'relevance' }))) {
        const indexes = plan.map((node) => node['Index Name']).filter((name) => name !== undefined);
        expect(new Set(indexes)).toEqual(new Set(['initiative_finder', 'initiative_pkey']));
      }
    }
  });

  it('uses an index for the sitemap, and one row for the state of what is public', async () => {
    await expectIndexed(sitemapStatement);
    const [plan] = await plansOf(publicStateStatement);
    expect(plan?.some((node) => node['Relation Name'] === 'initiative')).toBe(false);
  });

  it('uses an index for a whole file of 5,000', async () => {
    for (const order of ['name', 'newest'] as const) {
      await expectIndexed(searchStatement({ limit: 5_000 }, { text: { mode: 'none' }, order }));
    }
  });
});
