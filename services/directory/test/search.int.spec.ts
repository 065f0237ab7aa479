import { compactFacetCounts } from '../src/features/search/index.ts';
import { type FacetGroup, facetsOf, facetsStatement } from '../src/features/search/count-facets.query.ts';
import { countedFacetsStatement } from '../src/features/search/facet-counts.query.ts';
import { cellsOf } from '../src/features/search/search-labels.query.ts';
import type { SearchFilters } from '../src/features/search/search-filters.query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generateInitiatives, initiativeRow, insertInitiatives } from './generated-initiatives.ts';
import { type Harness, startDirectory } from './harness.ts';

let directory: Harness;
beforeAll(async () => {
  directory = await startDirectory();
  const at = (day: number) => new Date(Date.UTC(2024, 0, day)).toISOString();
  await insertInitiatives(directory.database, [
    initiativeRow('Àgora de Bellvitge', {
      legal_form: 'associacio',
      sectors: ['cultura', 'oci'],
      neighbourhood: '12',
      longitude: 2.11,
      latitude: 41.35,
      published_at: at(1),
    }),
    initiativeRow('Cures del Gornal', {
      legal_form: 'cooperativa-treball-associat',
      sectors: ['cures'],
      neighbourhood: '11',
      longitude: 2.1135,
      latitude: 41.3545,
      published_at: at(3),
    }),
    initiativeRow('Economat de la Florida', {
      legal_form: 'cooperativa-consumidors',
      sectors: ['alimentacio'],
      neighbourhood: '7',
      longitude: 2.1075,
      latitude: 41.368,
      published_at: at(2),
    }),
    initiativeRow('Xarxa sense lloc', {
      legal_form: 'grup-informal',
      sectors: ['cultura'],
      neighbourhood: null,
      longitude: null,
      latitude: null,
      published_at: at(4),
    }),
  ]);
  await directory.database.pool.query(`update initiative set offers = $1 where slug = 'economat-de-la-florida'`, [
    JSON.stringify([{ kind: 'product', name: { ca: 'Verdures i fruita fresca', es: 'Verduras y fruta fresca' } }]),
  ]);
});
afterAll(() => directory.close());

interface Page {
  items: { name: { ca: string }; position: object | null; distance: number | null }[];
  next: string | null;
}
const ask = (query: string) => directory.app.inject({ url: `/v1/initiatives?${query}` });
const page = async (query: string): Promise<Page> => {
  const response = await ask(query);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Page>();
};
const names = async (query: string) => (await page(query)).items.map((item) => item.name.ca);

const agora = 'Àgora de Bellvitge';
const cures = 'Cures del Gornal';
const economat = 'Economat de la Florida';
const xarxa = 'Xarxa sense lloc';

describe('searching the directory', () => {
  it.each([
    ['', [agora, cures, economat, xarxa]],
    ['district=VI', [agora, cures]],
    ['district=VI&neighbourhood=12', [agora]],
    ['district=IV&neighbourhood=12', []],
    ['sector=cures&sector=alimentacio', [cures, economat]],
    ['sector=oci&sector=cultura', [agora, xarxa]],
    ['cooperative=yes', [cures, economat]],
    ['cooperative=no', [agora, xarxa]],
    ['cooperative=no&legalForm=cooperativa-consumidors&legalForm=associacio', [agora]],
    ['bbox=2.1,41.34,2.12,41.36', [agora, cures]],
    ['bbox=-180,-90,180,90', [agora, cures, economat]],
    ['q=bellvitge&district=VI', [agora]],
    ['sort=newest', [xarxa, cures, economat, agora]],
    ['near=2.11,41.35', [agora, cures, economat]],
    ['near=2.11,41.35&within=700', [agora, cures]],
    ['near=2.11,41.35&sort=name', [agora, cures, economat]],
    ['near=2.1075,41.368', [economat, cures, agora]],
    ['near=2.11,41.35&q=economta', [economat]],
    ['near=2.11,41.35&q=economat&sector=cures', []],
    ['q=economta&sector=cures', []],
    ['q=fruta', [economat]],
    ['q=economat%20verdures', [economat]],
    ['q=verdures&sort=name', [economat]],
    ['q=verdures&district=VI', []],
    ['q=%21%21', [agora, cures, economat, xarxa]],
    ['q=%C2%BD', [agora, cures, economat, xarxa]],
  ])('with %j finds %j, in that order', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('does not take for mistyped what other initiatives have', async () => {
    const other = initiativeRow('Economta nova', { sectors: ['finances'] });
    await insertInitiatives(directory.database, [other]);
    expect(await names('q=economta')).toEqual(['Economta nova']);
    expect(await names('q=economta&sector=alimentacio')).toEqual([]);
    await directory.database.pool.query('delete from initiative where id = $1', [other.id]);
    expect(await names('q=economta&sector=alimentacio')).toEqual([economat]);
  });

  it('looks within a box in the cells that the database has put its rows in', async () => {
    const random = generateInitiatives(200, 7).filter(({ longitude }) => longitude !== null);
    const places = [
      ...random.map(({ longitude, latitude }) => [Number(longitude), Number(latitude)] as const),
      ...[-180, -0.0025, -0, 0, 0.0025, 2.1, 180].flatMap((longitude) =>
        [-90, -0, 41.35, 90].map((latitude) => [longitude, latitude] as const),
      ),
    ];
    for (const [longitude, latitude] of places) {
      const { rows } = await directory.database.pool.query<{ labels: string[] }>(
        `select tsvector_to_array(initiative_labels('a', null, '{}', null, null, $1, $2)) as labels`,
        [longitude, latitude],
      );
      for (const size of [0, 0.001, 0.01, 0.1]) {
        const box = { west: longitude - size, east: longitude + size, south: latitude - size, north: latitude + size };
        const cells = cellsOf(box);
        expect(
          cells?.some((cell) => rows[0]?.labels.includes(cell)),
          `${longitude}, ${latitude}, ${size}`,
        ).toBe(true);
      }
    }
    expect(cellsOf({ west: -180, east: 180, south: -90, north: 90 })).toBeUndefined();
  });

  it('tells the distance in metres, to half a percent', async () => {
    const { items } = await page('near=2.11,41.35&within=1000');
    expect(items.map((item) => item.position)).toEqual([
      { longitude: 2.11, latitude: 41.35 },
      { longitude: 2.1135, latitude: 41.3545 },
    ]);
    expect(items[0]?.distance).toBe(0);
    expect(items[1]?.distance).toBeGreaterThan(579);
    expect(items[1]?.distance).toBeLessThan(581);
    expect((await page('q=cures')).items[0]?.distance).toBeNull();
  });

  it.each(['relevance&q=de', 'name', 'newest', 'distance&near=2.11,41.35'])(
    'pages to the end sorted by %s',
    async (sort) => {
      const whole = await names(`sort=${sort}`);
      const seen: string[] = [];
      let cursor = '';
      do {
        const { items, next } = await page(`sort=${sort}&limit=1${cursor}`);
        seen.push(...items.map((item) => item.name.ca));
        cursor = next === null ? '' : `&cursor=${next}`;
      } while (cursor !== '');
      expect(seen).toEqual(whole);
      expect(whole.length).toBeGreaterThan(1);
    },
  );

  it.each([
    ['bbox=1,2,3', '/query/bbox'],
    ['bbox=2.2,41,2.1,42', '/query/bbox'],
    ['bbox=2.1,42,2.2,41', '/query/bbox'],
    ['bbox=2.1,41,2.1,41', '/query/bbox'],
    ['bbox=-181,41,2.1,42', '/query/bbox'],
    ['bbox=NaN,41,2.1,42', '/query/bbox'],
    ['bbox=1e1,41,20,42', '/query/bbox'],
    ['bbox=1,2,3,4&bbox=1,2,3,4', '/query/bbox'],
    ['near=200,41', '/query/near'],
    ['near=Infinity,41', '/query/near'],
    ['near=2.1', '/query/near'],
    ['near=2.1,41.3&within=-5', '/query/within'],
    ['near=2.1,41.3&within=1e9', '/query/within'],
    ['within=100', '/query/within'],
    ['sort=distance', '/query/sort'],
    ['sort=relevance', '/query/sort'],
    ['sort=rank', '/query/sort'],
    ['cooperative=maybe', '/query/cooperative'],
    ['limit=0', '/query/limit'],
    ['sector=', '/query/sector/0'],
    [`q=${'a'.repeat(201)}`, '/query/q'],
  ])('with %j is refused, naming %s', async (query, pointer) => {
    const response = await ask(query);
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { pointer: string }[] }>().errors.map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    ['sector=cures&sector=mineria', 'sector'],
    ['legalForm=sa', 'legalForm'],
    ['neighbourhood=99', 'neighbourhood'],
    ['district=VII', 'district'],
    ['limit=101', 'limit'],
  ])('with %j is refused, naming %s in its sentence', async (query, field) => {
    const response = await ask(query);
    expect(response.statusCode).toBe(422);
    expect(response.json<{ detail: string }>().detail).toContain(field);
  });

  it('refuses the cursor of another order, of another sort of search, and one that somebody made up', async () => {
    const { next } = await page('limit=1');
    const forged = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const query of [
      `sort=newest&cursor=${next}`,
      `q=de&cursor=${next}`,
      `near=2.1,41.3&cursor=${next}`,
      `cursor=${forged(['name', 'none', null, null])}`,
      `cursor=${forged(['name', '; drop table', 'a', '01980000-0000-7000-8000-000000000000'])}`,
      `cursor=${forged(['__proto__', 'none', 'a', 'b'])}`,
    ]) {
      const response = await ask(query);
      expect([response.statusCode, response.json<{ code: string }>().code], query).toEqual([422, 'kit.cursor.invalid']);
    }
  });
});

interface Facets {
  total: number;
  [facet: string]: unknown;
}
const facets = async (query: string) => {
  const response = await directory.app.inject({ url: `/v1/initiatives/facets?${query}` });
  expect(response.statusCode, response.body).toBe(200);
  const counted = response.json<Facets>();
  const counts = (facet: string) =>
    Object.fromEntries(
      (counted[facet] as { code: string; count: number }[])
        .filter(({ count }) => count > 0)
        .map(({ code, count }) => [code, count]),
    );
  return { total: counted.total, counts };
};

describe('the facets of a search', () => {
  it('count everything by every filter', async () => {
    const { total, counts } = await facets('');
    expect(total).toBe(4);
    expect(counts('sectors')).toEqual({ alimentacio: 1, cultura: 2, cures: 1, oci: 1 });
    expect(counts('districts')).toEqual({ IV: 1, VI: 2 });
    expect(counts('neighbourhoods')).toEqual({ '7': 1, '11': 1, '12': 1 });
    expect(counts('cooperative')).toEqual({ yes: 2, no: 2 });
  });

  it('leave a filter out of the counts of its own values, and no other', async () => {
    const { total, counts } = await facets('sector=cultura&district=VI');
    expect(total).toBe(1);
    expect(counts('sectors')).toEqual({ cultura: 1, cures: 1, oci: 1 });
    expect(counts('districts')).toEqual({ VI: 1 });
    expect(counts('legalForms')).toEqual({ associacio: 1 });
  });

  it.each(['q=florida', 'q=economta', 'bbox=2.1,41.34,2.12,41.36', 'near=2.11,41.35&within=700', 'cooperative=yes'])(
    'with %j count what the search finds',
    async (query) => {
      expect((await facets(query)).total).toBe((await names(query)).length);
    },
  );

  it('refuse what the search refuses', async () => {
    for (const query of ['bbox=1', 'sector=mineria', 'within=3']) {
      const response = await directory.app.inject({ url: `/v1/initiatives/facets?${query}` });
      expect([400, 422]).toContain(response.statusCode);
    }
  });
});

describe('the counts that are kept', () => {
  const kept = async (search: SearchFilters) => {
    const { rows } = await directory.database.pool.query<FacetGroup>(countedFacetsStatement(search));
    return facetsOf(rows, search);
  };
  const counted = async (search: SearchFilters) => {
    const { rows } = await directory.database.pool.query<FacetGroup>(facetsStatement(search, { mode: 'none' }));
    return facetsOf(rows, search);
  };
  const pool = () => directory.database.pool;

  it('are those of the initiatives themselves, whatever happens to them, added up or not', async () => {
    await insertInitiatives(directory.database, generateInitiatives(400, 21));
    const changes = [
      `update initiative set status = 'unpublished' where id in (select id from initiative order by id limit 60)`,
      `update initiative set sectors = '{cures,oci,habitatge}', neighbourhood = '12' where id in
         (select id from initiative where status = 'published' order by id limit 90)`,
      `update initiative set legal_form = 'associacio' where id in (select id from initiative order by id desc limit 90)`,
      `update initiative set status = 'published' where id in (select id from initiative order by id limit 20)`,
      `delete from initiative where id in (select id from initiative order by id offset 100 limit 50)`,
    ];
    const searches: SearchFilters[] = [
      {},
      { sectors: ['cures'] },
      { cooperative: true },
      { districts: ['VI'], legalForms: ['associacio'] },
      { sectors: ['oci'], neighbourhoods: ['12'], cooperative: false },
    ];
    for (const change of changes) {
      await pool().query(change);
      for (const search of searches) expect(await kept(search)).toEqual(await counted(search));
    }
    const entries = async () => (await pool().query('select count(*)::int as n from facet_count')).rows[0].n;
    const before = await entries();
    await Promise.all([compactFacetCounts(directory.database), compactFacetCounts(directory.database)]);
    expect(await entries()).toBeLessThan(before);
    for (const search of searches) expect(await kept(search)).toEqual(await counted(search));
  });
});

describe('a word that many have', () => {
  it('brings the newest first, and pages to the end as if they were one list', async () => {
    const plain = { summary: { ca: 'Paraulacomuna.' }, description: null };
    const rows = generateInitiatives(300, 33).map((row) => ({ ...row, ...plain }));
    // Few initiatives are all ranked: it takes thousands.
    const others = generateInitiatives(4_900, 34).map((row) => ({
      ...row,
      description: null,
      published_at: '2019-01-01',
    }));
    await insertInitiatives(directory.database, [...rows, ...others]);
    const newest = rows
      .toSorted((left, right) =>
        left.published_at === right.published_at
          ? right.id.localeCompare(left.id)
          : right.published_at.localeCompare(left.published_at),
      )
      .map((row) => row.name.ca);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { items, next } = await page(`q=paraulacomuna&limit=70${cursor}`);
      seen.push(...items.map((item) => item.name.ca));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(seen).toEqual(newest);
  });

  it('around a place brings the nearest first, however far one looks, and pages to the end', async () => {
    const all = await names('near=2.11,41.36&within=50000&limit=100&q=paraulacomuna&sort=distance');
    const seen: string[] = [];
    let cursor = '';
    do {
      const { items, next } = await page(`near=2.11,41.36&within=50000&limit=9&q=paraulacomuna&sort=distance${cursor}`);
      const metres = items.map((item) => item.distance ?? -1);
      expect(metres).toEqual(metres.toSorted((left, right) => left - right));
      seen.push(...items.map((item) => item.name.ca));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(seen.slice(0, 100)).toEqual(all);
    expect(seen.length).toBeGreaterThan(200);
  });
});
