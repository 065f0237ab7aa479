import { DomainError, type LocalizedText } from '@ateneu/kernel';
import { cursorInvalid, type CursorValue, decodeCursor, encodeCursor } from '@ateneu/persistence';
import type { Database } from '@ateneu/persistence';

import { type SearchFilters, wordsOf } from './search-filters.query.ts';
import {
  commonStatement,
  orders,
  type SearchOrder,
  type SearchStatement,
  searchStatement,
  walkStatement,
} from './search-statements.query.ts';

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

/**
 * How a page is found: `none` without text, by `words`, by `likeness` with the names; `common` is by words that
 * thousands have, which no rank tells apart: the newest come first.
 */
type PageMode = 'none' | 'words' | 'common' | 'likeness';

/** The longest page that is looked for along an order; a file is gathered whole. */
const longestWalk = 100;
/** The circles that are looked at one after the other, in metres, before the one asked for: what is near is found first. */
const circles = [250, 1_000, 4_000];

/**
 * Searches the published initiatives. Text that matches nothing is taken for mistyped and compared with the names by
 * likeness.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function searchInitiatives({ pool }: Database, search: InitiativeSearch): Promise<InitiativePage> {
  const { limit } = search;
  const hasWords = wordsOf(search.text ?? '').length > 0;
  const order = search.order ?? (hasWords ? 'relevance' : search.around === undefined ? 'name' : 'distance');
  const rowsOf = async (statement: SearchStatement): Promise<Row[]> => (await pool.query<Row>(statement)).rows;
  const walk = async (along: 'name' | 'newest', after?: CursorValue[]): Promise<Row[] | undefined> => {
    if (limit > longestWalk || !isNarrowed(search)) return undefined;
    const rows = await rowsOf(walkStatement(search, { hasWords, order: along, after }));
    return rows.length > limit ? rows : undefined;
  };
  const gather = async (mode: PageMode, after?: CursorValue[]): Promise<Row[]> => {
    const plain = mode === 'common' ? 'words' : mode;
    const by = sortOf(order, mode);
    if ((by === 'name' || by === 'newest') && mode !== 'likeness') {
      const walked = await walk(by, after);
      if (walked !== undefined) return walked;
    }
    if (by === 'distance' && search.around !== undefined && limit <= longestWalk) {
      const { around } = search;
      for (const within of circles.filter((metres) => metres < around.within && metres > Number(after?.[0] ?? 0))) {
        const near = { ...search, around: { ...around, within } };
        const rows = await rowsOf(searchStatement(near, { mode: plain, order: by, after }));
        if (rows.length > limit) return rows;
      }
    }
    return rowsOf(searchStatement(search, { mode: plain, order: by, after }));
  };
  const pageOf = (mode: PageMode, rows: Row[]): InitiativePage =>
    pageOfRows(rows, limit, (row) => encodeCursor([order, mode, ...keyOf(row, sortOf(order, mode))]));

  if (search.cursor !== undefined) {
    const { mode, after } = placeOf(search.cursor, order, hasWords);
    return pageOf(mode, await gather(mode, after));
  }
  if (!hasWords) return pageOf('none', await gather('none'));
  if (order === 'relevance' && limit <= longestWalk) {
    const { rows } = await pool.query<{ common: boolean }>(commonStatement(search));
    if (rows[0]?.common === true) return pageOf('common', await gather('common'));
  }
  const page = pageOf('words', await gather('words'));
  return page.items.length > 0 ? page : pageOf('likeness', await gather('likeness'));
}

/** Whether a search asks for anything: without, every row along an order fits. */
function isNarrowed({ order: _order, limit: _limit, cursor: _cursor, ...filters }: InitiativeSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** What a page is sorted by: what is common is not ranked. */
function sortOf(order: SearchOrder, mode: PageMode): SearchOrder {
  return mode === 'common' ? 'newest' : order;
}

function keyOf(row: Row, sort: SearchOrder): CursorValue[] {
  switch (sort) {
    case 'relevance':
      return [row.irrelevance, row.namePlain, row.id];
    case 'name':
      return [row.namePlain, row.id];
    case 'newest':
      return [row.publishedExact, row.id];
    case 'distance':
      return [row.distance, row.id];
  }
}

/** Where a cursor leads, if it is one of this order. */
function placeOf(cursor: string, order: SearchOrder, hasWords: boolean): { mode: PageMode; after: CursorValue[] } {
  const modes: readonly PageMode[] = hasWords ? ['words', 'likeness'] : ['none'];
  const common: readonly PageMode[] = hasWords && order === 'relevance' ? ['common'] : [];
  for (const mode of [...modes, ...common]) {
    const place = readPlace(cursor, order, mode);
    if (place !== undefined) return { mode, after: place };
  }
  throw cursorInvalid();
}

/** The sort key of a cursor that was made for an order and a mode; `undefined` for one that was made for others. */
function readPlace(cursor: string, order: SearchOrder, mode: PageMode): CursorValue[] | undefined {
  try {
    const [madeFor, madeIn, ...after] = decodeCursor(cursor, [
      'string',
      'string',
      ...orders[sortOf(order, mode)].columns,
    ]);
    return madeFor === order && madeIn === mode && !after.includes(null) ? after : undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
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
