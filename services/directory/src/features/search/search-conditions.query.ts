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
 * without text.
 */
export type TextMode = 'none' | 'words' | 'likeness';

/** Takes a parameter of the statement and returns its place: `$1`. */
export type Bind = (value: unknown) => string;

/** The part of a statement that finds. Its `shape` names what it is made of, whatever the values are. */
export interface Conditions {
  from: string;
  where: string;
  shape: string;
  /** How far a row is from what the text asks: the less, the nearer. */
  irrelevance: string;
  /** Metres from where `around` is, or null. The conditions find the box around the circle; this decides. */
  distance: string;
}

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
  if (search.box !== undefined) add('box', inBox(search.box, bind));
  let distance = 'null::float8';
  if (search.around !== undefined) {
    const { longitude, latitude } = search.around;
    distance = `distance_metres(${bind(longitude)}, ${bind(latitude)}, longitude, latitude)`;
    add('around', inBox(boxAround(search.around), bind));
  }
  return {
    from,
    where: [`status = 'published'`, ...parts.map((part) => part.sql)].join(' and '),
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
