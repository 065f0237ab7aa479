import { createHash } from 'node:crypto';

import {
  boxAround,
  type Box,
  legalFormsOf,
  neighbourhoodsOf,
  type SearchFilters,
  wordsOf,
} from './search-filters.query.ts';

/**
 * How text is compared: by its words, or, where nothing has them, by likeness with the names. `none` is a search
 * without text. `each` is by words too, written for rows that are found otherwise and tested one by one.
 */
export type TextMode = 'none' | 'words' | 'each' | 'likeness';

/** Takes a parameter of the statement and returns its place: `$1`. */
export type Bind = (value: unknown) => string;

/** The part of a statement that finds. Its `shape` names what it is made of, whatever the values are. */
export interface Conditions {
  from: string;
  where: string;
  /** The same without the state of an initiative, for rows that have it already. */
  tests: string;
  shape: string;
  /** How far a row is from what the text asks: the less, the nearer. */
  irrelevance: string;
  /** Metres from where `around` is, or null. The conditions find the box around the circle; this decides. */
  distance: string;
}

/** From how wide on a box holds much of the city, in degrees: about two kilometres and a half. */
const largeDegrees = 0.03;

/** Which filters count. Facets leave some out, to count what each of their values would give. */
export type FilterName = 'sectors' | 'legalForms' | 'neighbourhoods';

/**
 * Writes the conditions of a search with only what it asks for: a condition that might not apply (`$1 is null or …`)
 * would keep the planner from every index.
 */
export function conditionsOf(
  search: SearchFilters,
  mode: TextMode,
  bind: Bind,
  filters: readonly FilterName[] = ['sectors', 'legalForms', 'neighbourhoods'],
): Conditions {
  const parts: { shape: string; sql: string }[] = [];
  const add = (shape: string, sql: string) => parts.push({ shape, sql });
  let from = 'initiative';
  let irrelevance = '0::float8';
  if (mode === 'words') {
    from = `initiative, search_query(${bind(wordsOf(search.text ?? ''))}::text[]) as query`;
    irrelevance = '-ts_rank(search, query)::float8';
    add('words', 'search @@ query');
  } else if (mode === 'each') {
    // Asked for in a query of its own, the words are read once and not for each row.
    add('words', `search @@ (select search_query(${bind(wordsOf(search.text ?? ''))}::text[]))`);
  } else if (mode === 'likeness') {
    const text = `plain(${bind(search.text)})`;
    irrelevance = `-word_similarity(${text}, name_plain)::float8`;
    add('likeness', `${text} <% name_plain`);
  }
  const values = {
    sectors: search.sectors,
    legalForms: legalFormsOf(search),
    neighbourhoods: neighbourhoodsOf(search),
  };
  for (const name of filters) {
    if (values[name] !== undefined) add(name, `${tests[name]}(${bind(values[name])}::text[])`);
  }
  if (search.needs !== undefined) add('needs', `needs && ${bind(search.needs)}::text[]`);
  if (search.networks !== undefined) add('networks', `networks && ${bind(search.networks)}::text[]`);
  // Beside a text the planner would take any box for small, whatever is in it.
  const isLarge = (box: Box): boolean => mode !== 'none' && box.east - box.west > largeDegrees;
  const addBox = (shape: string, box: Box): void => {
    if (isLarge(box)) add(`large-${shape}`, `(${inBox(box, bind)}) is true`);
    else add(shape, inBox(box, bind));
  };
  if (search.box !== undefined) addBox('box', search.box);
  let distance = 'null::float8';
  if (search.around !== undefined) {
    const { longitude, latitude } = search.around;
    distance = `distance_metres(${bind(longitude)}, ${bind(latitude)}, longitude, latitude)`;
    addBox('around', boxAround(search.around));
  }
  return {
    from,
    where: [`status = 'published'`, ...parts.map((part) => part.sql)].join(' and '),
    tests: parts.map((part) => part.sql).join(' and ') || 'true',
    shape: parts.map((part) => part.shape).join('+') || 'all',
    irrelevance,
    distance,
  };
}

const tests: Record<FilterName, string> = {
  sectors: 'sectors && ',
  legalForms: 'legal_form = any',
  neighbourhoods: 'neighbourhood = any',
};

function inBox({ west, south, east, north }: Box, bind: Bind): string {
  const corner = (longitude: number, latitude: number) => `point(${bind(longitude)}, ${bind(latitude)})`;
  return `point(longitude, latitude) <@ box(${corner(west, south)}, ${corner(east, north)})`;
}

/** Gathers the parameters of a statement. */
export function createBinder(): { bind: Bind; values: unknown[] } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * A name for a statement. PostgreSQL cuts names off after 63 bytes, where two shapes could meet: a longer one ends in its
 * hash instead.
 */
export function statementName(...parts: readonly string[]): string {
  const name = parts.join(':');
  return name.length <= 63
    ? name
    : `${name.slice(0, 40)}:${createHash('sha256').update(name).digest('hex').slice(0, 20)}`;
}
