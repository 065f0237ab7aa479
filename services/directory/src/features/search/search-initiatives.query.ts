import { DomainError, type LocalizedText } from '@ateneu/kernel';
import { cursorInvalid, type CursorValue, decodeCursor, encodeCursor } from '@ateneu/persistence';
import type { Database } from '@ateneu/persistence';

import { tagOfState } from './public-state.query.ts';
import type { TextSearch } from './search-conditions.query.ts';
import type { SearchFilters } from './search-filters.query.ts';
import { askedLabels, shareOfLabels } from './search-labels.query.ts';
import {
  anywhereStatement,
  commonStatement,
  few,
  nearestStatement,
  orders,
  type SearchOrder,
  type SearchStatement,
  searchStatement,
  walkLength,
  walkStatement,
} from './search-statements.query.ts';
import { readMistyped, readText, type TextQuery } from './text-query.query.ts';

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
  /** What was public when the row was read; see `tagOfState`. */
  state: string;
}

/** A page of hits, and where the next begins. */
export interface InitiativePage {
  items: InitiativeHit[];
  next: string | null;
}

/**
 * How a page is found: `none` without text, by `words`, or by `likeness`, with words that are put right; `common` and
 * `common-likeness` are by words that thousands have, which no rank tells apart: the newest come first.
 */
type PageMode = 'none' | 'words' | 'common' | 'likeness' | 'common-likeness';
const isCommon = (mode: PageMode): boolean => mode === 'common' || mode === 'common-likeness';
const isLikeness = (mode: PageMode): boolean => mode === 'likeness' || mode === 'common-likeness';

/** The longest page that is looked for along an order; a file is gathered whole. */
const longestWalk = 100;
/** The circles that are looked at one after the other, in metres, before the one asked for, where rows are not near. */
const circles = [250, 1_000, 4_000];

/**
 * Searches the published initiatives. Text whose words are nowhere together is taken for mistyped, and put right by the
 * words of names.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function searchInitiatives(database: Database, search: InitiativeSearch): Promise<InitiativePage> {
  const { limit } = search;
  const typed = await readText(database, search.text);
  const order = search.order ?? (typed !== undefined ? 'relevance' : search.around === undefined ? 'name' : 'distance');
  const page = async (mode: PageMode, query: TextQuery | undefined, after?: CursorValue[]): Promise<InitiativePage> => {
    const by = isCommon(mode) ? 'newest' : order;
    const rows = await rowsOf(database, search, { by, query, after });
    return pageOfRows(rows, limit, (row) => encodeCursor([order, mode, ...keyOf(row, by)]));
  };
  const first = async (query: TextQuery, modes: { ranked: PageMode; common: PageMode }): Promise<InitiativePage> => {
    if (order === 'relevance' && limit <= longestWalk && !isRarer(search, query, few / 2)) {
      const { rows } = await database.pool.query<{ common: boolean }>(commonStatement(search, query));
      if (rows[0]?.common === true) return page(modes.common, query);
    }
    return page(modes.ranked, query);
  };

  if (search.cursor !== undefined) {
    const { mode, after } = placeOf(search.cursor, order, typed !== undefined);
    const query = isLikeness(mode) ? await readMistyped(database, search.text) : typed;
    return isLikeness(mode) && query === undefined ? nothing : page(mode, query, after);
  }
  if (typed === undefined) return page('none', undefined);
  const found = await first(typed, { ranked: 'words', common: 'common' });
  if (found.items.length > 0 || (await isFoundSomewhere(database, search, typed))) return found;
  const meant = await readMistyped(database, search.text);
  return meant === undefined ? found : first(meant, { ranked: 'likeness', common: 'common-likeness' });
}

/**
 * A page with the tag of what it was read from, in one statement: whoever has read nothing yet need not ask for the tag
 * apart. `undefined` where that takes more than one, or where nothing is found, which tells no tag.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function searchTagged(
  database: Database,
  search: InitiativeSearch,
): Promise<{ page: InitiativePage; tag: string } | undefined> {
  const { limit, cursor, order = 'name' } = search;
  if (search.text !== undefined || search.around !== undefined) return undefined;
  const after = cursor === undefined ? undefined : placeOf(cursor, order, false).after;
  const rows = await rowsOf(database, search, { by: order, query: undefined, after });
  const [row] = rows;
  if (row === undefined) return undefined;
  const page = pageOfRows(rows, limit, (last) => encodeCursor([order, 'none', ...keyOf(last, order)]));
  return { page, tag: tagOfState(row.state) };
}

const nothing: InitiativePage = { items: [], next: null };

/** The rows of a page, and one more where there are more: along an order, from near to far, or gathered. */
async function rowsOf(
  { pool }: Database,
  search: InitiativeSearch,
  { by, query, after }: { by: SearchOrder; query: TextQuery | undefined; after: CursorValue[] | undefined },
): Promise<Row[]> {
  const { limit, around } = search;
  const text: TextSearch = query === undefined ? { mode: 'none' } : { mode: 'words', query };
  const read = async (statement: SearchStatement): Promise<Row[]> => (await pool.query<Row>(statement)).rows;
  const gather = (within?: number): Promise<Row[]> => {
    const circle = around === undefined || within === undefined ? around : { ...around, within };
    return read(searchStatement({ ...search, around: circle }, { text, order: by, after }));
  };
  if (limit > longestWalk) return gather();
  if ((by === 'name' || by === 'newest') && isNarrowed(search) && !isRarer(search, query, limit / 2)) {
    const rows = await read(walkStatement(search, { words: query, order: by, after }));
    if (rows.length > limit) return rows;
  }
  if (by !== 'distance' || around === undefined) return gather();
  if (query === undefined && after === undefined) {
    const { rows } = await pool.query<{ radius: number | null; found: number }>(
      nearestStatement({ ...search, around }),
    );
    const [nearest] = rows;
    return nearest !== undefined && nearest.radius !== null && nearest.found > limit
      ? gather(nearest.radius)
      : gather();
  }
  for (const within of circles.filter((metres) => metres < around.within && metres > Number(after?.[0] ?? 0))) {
    const rows = await gather(within);
    if (rows.length > limit) return rows;
  }
  return gather();
}

/** Whether the words of a text that a search has not found are together somewhere, whatever else it asks for. */
export async function isFoundSomewhere(
  database: Database,
  search: SearchFilters & Partial<InitiativeSearch>,
  query: TextQuery,
): Promise<boolean> {
  if (!isNarrowed({ ...search, text: undefined })) return false;
  // One word that many are known to have need not be looked for.
  if (query.isSingle && (query.share ?? 0) > 0) return true;
  const { rows } = await database.pool.query(anywhereStatement(query));
  return rows.length > 0;
}

/** Whether fewer than `count` of the rows of a walk are to be expected to fit. */
function isRarer(search: SearchFilters, query: TextQuery | undefined, count: number): boolean {
  if (query?.share === undefined) return false;
  return query.share * shareOfLabels(askedLabels(search), query) * walkLength < count;
}

/** Whether a search asks for anything: without, every row along an order fits. */
function isNarrowed({
  order: _order,
  limit: _limit,
  cursor: _cursor,
  ...filters
}: SearchFilters & Partial<InitiativeSearch>): boolean {
  return Object.values(filters).some((value) => value !== undefined);
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
  const common: readonly PageMode[] = hasWords && order === 'relevance' ? ['common', 'common-likeness'] : [];
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
      ...orders[isCommon(mode) ? 'newest' : order].columns,
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
