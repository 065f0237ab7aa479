import type { LocalizedText } from '@ateneu/kernel';
import { cursorInvalid, type CursorColumn, type CursorValue, decodeCursor, encodeCursor } from '@ateneu/persistence';
import type { Database } from '@ateneu/persistence';

import { iso, positionColumn } from '../initiative/index.ts';
import { conditionsOf, createBinder, type TextMode } from './search-conditions.query.ts';
import { type SearchFilters, wordsOf } from './search-filters.query.ts';

/** The orders of a list. */
export const searchOrders = ['relevance', 'name', 'newest', 'distance'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** A page of a search. */
export interface InitiativeSearch extends SearchFilters {
  /** By relevance where there is text, by distance where there is a place, else by name. */
  order?: SearchOrder | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A published initiative as lists, files and feeds need it. */
export interface InitiativeHit {
  id: string;
  slug: string;
  name: LocalizedText;
  summary: LocalizedText;
  legalForm: string;
  sectors: string[];
  neighbourhood: string | null;
  address: string | null;
  position: { longitude: number; latitude: number } | null;
  website: string | null;
  publishedAt: string;
  updatedAt: string;
  /** Metres from the place asked for. */
  distance: number | null;
}

interface Row extends InitiativeHit {
  irrelevance: number;
  namePlain: string;
  publishedExact: string;
}

/** A page of hits, and where the next begins. */
export interface InitiativePage {
  items: InitiativeHit[];
  next: string | null;
}

/** What an order sorts by. The id makes it total, so that a page ends where the next begins whatever is published. */
interface Order {
  by: string;
  /** The first row after those shown, in the order's own direction. */
  after: (values: readonly string[]) => string;
  columns: readonly CursorColumn[];
  keyOf: (row: Row) => CursorValue[];
}

const orders: Record<SearchOrder, Order> = {
  relevance: {
    by: 'irrelevance, "namePlain", id',
    after: ([rank, name, id]) => `(irrelevance, "namePlain", id) > (${rank}::float8, ${name}, ${id}::uuid)`,
    columns: ['number', 'string', 'uuid'],
    keyOf: (row) => [row.irrelevance, row.namePlain, row.id],
  },
  name: {
    by: '"namePlain", id',
    after: ([name, id]) => `("namePlain", id) > (${name}, ${id}::uuid)`,
    columns: ['string', 'uuid'],
    keyOf: (row) => [row.namePlain, row.id],
  },
  newest: {
    by: 'published_at desc, id desc',
    after: ([at, id]) => `(published_at, id) < (${at}::timestamptz, ${id}::uuid)`,
    columns: ['instant', 'uuid'],
    keyOf: (row) => [row.publishedExact, row.id],
  },
  distance: {
    by: 'distance, id',
    after: ([metres, id]) => `(distance, id) > (${metres}::float8, ${id}::uuid)`,
    columns: ['number', 'uuid'],
    keyOf: (row) => [row.distance, row.id],
  },
};

/** A statement, named by its shape so that PostgreSQL prepares each shape once. */
export interface SearchStatement {
  name: string;
  text: string;
  values: unknown[];
}

/** The statement of a page. Of the rows it finds, the one beyond `limit` only says that there are more. */
export function searchStatement(
  search: SearchFilters & { limit: number },
  { mode, order, after }: { mode: TextMode; order: SearchOrder; after?: readonly CursorValue[] | undefined },
): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, mode, bind);
  const { by, after: isAfter } = orders[order];
  const conditions = [
    ...(search.around === undefined ? [] : [`distance <= ${bind(search.around.within)}`]),
    ...(after === undefined ? [] : [isAfter(after.map(bind))]),
  ].join(' and ');
  // The page is found by its keys alone, and only what it shows is fetched whole.
  const text = `
    select id, slug, name, summary, legal_form as "legalForm", sectors, neighbourhood, address, ${positionColumn},
           website, ${iso('published_at')} as "publishedAt", ${iso('updated_at')} as "updatedAt", published_at,
           published_at::text as "publishedExact", name_plain as "namePlain", irrelevance, distance
    from (
      select id, irrelevance, distance from (
        select id, name_plain as "namePlain", published_at,
               ${found.irrelevance} as irrelevance, ${found.distance} as distance
        from ${found.from} where ${found.where}
      ) as hit
      ${conditions === '' ? '' : `where ${conditions}`} order by ${by} limit ${bind(search.limit + 1)}
    ) as page join initiative using (id)
    order by ${by}`;
  return { name: `search:${order}:${found.shape}${after === undefined ? '' : ':after'}`, text, values };
}

/**
 * Searches the published initiatives. Text that matches nothing is taken for mistyped and compared with the names by
 * likeness.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function searchInitiatives({ pool }: Database, search: InitiativeSearch): Promise<InitiativePage> {
  const hasWords = wordsOf(search.text ?? '').length > 0;
  const order = search.order ?? (hasWords ? 'relevance' : search.around === undefined ? 'name' : 'distance');
  const read = async (mode: TextMode, after?: CursorValue[]): Promise<InitiativePage> => {
    const { rows } = await pool.query<Row>(searchStatement(search, { mode, order, after }));
    return pageOfRows(rows, search.limit, (row) => encodeCursor([order, mode, ...orders[order].keyOf(row)]));
  };
  if (search.cursor !== undefined) {
    const { mode, after } = placeOf(search.cursor, order, hasWords);
    return read(mode, after);
  }
  if (!hasWords) return read('none');
  const page = await read('words');
  return page.items.length > 0 ? page : read('likeness');
}

/** Where a cursor leads, if it is one of this order. */
function placeOf(cursor: string, order: SearchOrder, hasWords: boolean): { mode: TextMode; after: CursorValue[] } {
  const [madeFor, mode, ...after] = decodeCursor(cursor, ['string', 'string', ...orders[order].columns]);
  const modes: readonly TextMode[] = hasWords ? ['words', 'likeness'] : ['none'];
  const known = modes.find((candidate) => candidate === mode);
  if (madeFor !== order || known === undefined || after.includes(null)) throw cursorInvalid();
  return { mode: known, after };
}

function pageOfRows(rows: Row[], limit: number, cursorOf: (row: Row) => string): InitiativePage {
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(toHit),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

function toHit(row: Row): InitiativeHit {
  const { id, slug, name, summary, legalForm, sectors, neighbourhood, address, position, website } = row;
  const { publishedAt, updatedAt, distance } = row;
  return {
    id,
    slug,
    name,
    summary,
    legalForm,
    sectors,
    neighbourhood,
    address,
    position,
    website,
    publishedAt,
    updatedAt,
    distance,
  };
}
