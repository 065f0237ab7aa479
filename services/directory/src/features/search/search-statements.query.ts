import { type CursorColumn, type CursorValue, isoTimestamp } from '@ateneu/persistence';

import { positionColumn } from '../initiative/index.ts';
import { conditionsOf, createBinder, statementName, type TextSearch } from './search-conditions.query.ts';
import { publicStateStatement } from './public-state.query.ts';
import type { Around, SearchFilters } from './search-filters.query.ts';
import type { TextQuery } from './text-query.query.ts';

/** The orders of a list. */
export const searchOrders = ['relevance', 'name', 'newest', 'distance'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** What an order sorts by. The id makes it total, so that a page ends where the next begins whatever is published. */
interface Order {
  by: string;
  /** The first row after those shown, in the order's own direction. */
  after: (values: readonly string[]) => string;
  columns: readonly CursorColumn[];
}

export const orders: Record<SearchOrder, Order> = {
  relevance: {
    by: 'irrelevance, "namePlain", id',
    after: ([rank, name, id]) => `(irrelevance, "namePlain", id) > (${rank}::float8, ${name}, ${id}::uuid)`,
    columns: ['number', 'string', 'uuid'],
  },
  name: {
    by: '"namePlain", id',
    after: ([name, id]) => `("namePlain", id) > (${name}, ${id}::uuid)`,
    columns: ['string', 'uuid'],
  },
  newest: {
    by: 'published_at desc, id desc',
    after: ([at, id]) => `(published_at, id) < (${at}::timestamptz, ${id}::uuid)`,
    columns: ['instant', 'uuid'],
  },
  distance: {
    by: 'distance, id',
    after: ([metres, id]) => `(distance, id) > (${metres}::float8, ${id}::uuid)`,
    columns: ['number', 'uuid'],
  },
};

/** A statement, named by its shape so that PostgreSQL prepares each shape once. */
export interface SearchStatement {
  name: string;
  text: string;
  values: unknown[];
}

const shown = `
    select id, slug, name, summary, legal_form as "legalForm", sectors, neighbourhood, address, ${positionColumn},
           website, ${isoTimestamp('published_at')} as "publishedAt", ${isoTimestamp('updated_at')} as "updatedAt", published_at,
           published_at::text as "publishedExact", name_plain as "namePlain", irrelevance, distance,
           (${publicStateStatement.text}) as state`;

/** The statement of a page. Of the rows it finds, the one beyond `limit` only says that there are more. */
export function searchStatement(
  search: SearchFilters & { limit: number },
  { text: asked, order, after }: { text: TextSearch; order: SearchOrder; after?: readonly CursorValue[] | undefined },
): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, asked, bind);
  const { by, after: isAfter } = orders[order];
  const conditions = [
    ...(search.around === undefined ? [] : [`distance <= ${bind(search.around.within)}`]),
    ...(after === undefined ? [] : [isAfter(after.map(bind))]),
  ].join(' and ');
  // What a text finds is gathered before it is sorted: along an order it would be looked for in every row. The page is
  // found by its keys alone, and only what it shows is fetched whole.
  const text = `
    with hit as ${asked.mode === 'none' ? 'not materialized' : 'materialized'} (
      select id, name_plain as "namePlain", published_at,
             ${order === 'relevance' ? found.irrelevance() : '0::float8'} as irrelevance, ${found.distance()} as distance
      from initiative where ${found.where}
    )${shown}
    from (
      select id, irrelevance, distance from hit
      ${conditions === '' ? '' : `where ${conditions}`} order by ${by} limit ${bind(search.limit + 1)}
    ) as page join initiative using (id)
    order by ${by}`;
  return { name: statementName('search', order, found.shape, after === undefined ? 'first' : 'after'), text, values };
}

/** How many rows a walk looks at before it gives up. */
export const walkLength = 2_000;

const walks = {
  name: { by: 'name_plain, id', after: ([name, id]: string[]) => `(name_plain, id) > (${name}, ${id}::uuid)` },
  newest: {
    by: 'published_at desc, id desc',
    after: ([at, id]: string[]) => `(published_at, id) < (${at}::timestamptz, ${id}::uuid)`,
  },
} as const;

/**
 * The statement that looks for a page along an order, row by row. Where much is found, it is found within a few rows; an
 * index on what is asked for would gather all of it first, and sort it, for the first twenty. It looks at a bounded
 * number of rows: where they do not fill the page, little is found, and {@link searchStatement} gathers that.
 */
export function walkStatement(
  search: SearchFilters & { limit: number },
  {
    words,
    order,
    after,
  }: { words: TextQuery | undefined; order: keyof typeof walks; after?: readonly CursorValue[] | undefined },
): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, words === undefined ? { mode: 'none' } : { mode: 'each', query: words }, bind);
  const walk = walks[order];
  const start = after === undefined ? '' : `and ${walk.after(after.map(bind))}`;
  const inCircle = search.around === undefined ? '' : `and distance <= ${bind(search.around.within)}`;
  const { by } = orders[order];
  const text = `${shown}
    from (
      select id, 0::float8 as irrelevance, distance from (
        select id, name_plain as "namePlain", published_at, ${found.distance()} as distance, ${found.tests} as fits
        from initiative where status = 'published' ${start} order by ${walk.by} limit ${walkLength}
      ) as passed
      where fits ${inCircle} order by ${by} limit ${bind(search.limit + 1)}
    ) as page join initiative using (id)
    order by ${by}`;
  return { name: statementName('walk', order, found.shape, after === undefined ? 'first' : 'after'), text, values };
}

/** So many initiatives can all be ranked, whatever is looked for. */
const rankable = 5_000;
/** So many among the newest that a walk looks at: where more fit, thousands of all do. */
export const few = 60;

/** The statement that says whether a text is so common that ranking what it finds would take long. */
export function commonStatement(search: SearchFilters, query: TextQuery): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, { mode: 'each', query }, bind);
  const inCircle = search.around === undefined ? '' : `and distance <= ${bind(search.around.within)}`;
  const text = `
    select (select count(*) from (select 1 from initiative where status = 'published' order by published_at desc, id desc
              limit ${rankable + 1}) as counted) > ${rankable}
      and (select count(*) from (
             select 1 from (
               select ${found.distance()} as distance, ${found.tests} as fits
               from initiative where status = 'published' order by published_at desc, id desc limit ${walkLength}
             ) as passed where fits ${inCircle} limit ${few + 1}
           ) as fitting) > ${few} as common`;
  return { name: statementName('common', found.shape), text, values };
}

/** The statement that has a row where the words of a text are together anywhere. */
export function anywhereStatement(query: TextQuery): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf({}, { mode: 'words', query }, bind);
  // Gathered first: for one row alone the planner would read the table, and hope to meet it soon.
  const text = `
    with hit as materialized (select 1 from initiative where ${found.where}) select 1 from hit limit 1`;
  return { name: statementName('anywhere', found.shape), text, values };
}

/**
 * The statement that says how far the first page goes around a place, by its nearest rows: the circle of that radius
 * holds it. The index counts degrees, which order what is near a little differently than metres do, so that the circle is
 * what is searched in the end.
 */
export function nearestStatement({
  around,
  ...search
}: SearchFilters & { around: Around; limit: number }): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, { mode: 'none' }, bind);
  const place = `${bind(around.longitude)}::float8, ${bind(around.latitude)}::float8`;
  const text = `
    select max(distance) as radius, count(*)::int as found from (
      select distance from (
        select distance_metres(${place}, longitude, latitude) as distance, ${found.tests} as fits
        from initiative where status = 'published' order by point(longitude, latitude) <-> point(${place}) limit ${walkLength}
      ) as passed where fits and distance <= ${bind(around.within)} limit ${bind(search.limit + 1)}
    ) as nearest`;
  return { name: statementName('nearest', found.shape), text, values };
}
