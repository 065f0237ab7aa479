import { createHash } from 'node:crypto';

import type { Box, SearchFilters } from './search-filters.query.ts';
import {
  anyOf,
  askedLabels,
  type AskedLabels,
  type FilterName,
  type LabelKind,
  labelsOf,
  shareOfLabels,
} from './search-labels.query.ts';
import { common, type TextQuery } from './text-query.query.ts';

/**
 * How text is compared: by its words, looked up in an index, or tested in each row that is found otherwise. `none` is a
 * search without text.
 */
export type TextSearch = { mode: 'none' } | { mode: 'words' | 'each'; query: TextQuery };

/** Takes a parameter of the statement and returns its place: `$1`. */
export type Bind = (value: unknown) => string;

/** The part of a statement that finds. Its `shape` names what it is made of, whatever the values are. */
export interface Conditions {
  where: string;
  /** The same without the state of an initiative, for rows that have it already. */
  tests: string;
  shape: string;
  /** How far a row is from what the text asks: the less, the nearer. */
  irrelevance: () => string;
  /** Metres from where `around` is, or null. The conditions find the box around the circle; this decides. */
  distance: () => string;
}

interface Condition {
  shape: string;
  sql: string;
}

/**
 * Writes the conditions of a search with only what it asks for: a condition that might not apply (`$1 is null or …`)
 * would keep the planner from every index.
 */
export function conditionsOf(
  search: SearchFilters,
  text: TextSearch,
  bind: Bind,
  filters?: readonly FilterName[],
): Conditions {
  const asked = askedLabels(search, filters);
  const parts = text.mode === 'words' ? lookedUp(text.query, asked, bind) : oneByOne(text, asked, bind);
  return {
    where: [`status = 'published'`, ...parts.map((part) => part.sql)].join(' and '),
    tests: parts.map((part) => part.sql).join(' and ') || 'true',
    shape: parts.map((part) => part.shape).join('+') || 'all',
    irrelevance: () =>
      text.mode === 'none' ? '0::float8' : `-ts_rank(${words}, ${bind(text.query.all)}::tsquery)::float8`,
    distance: () => {
      if (search.around === undefined) return 'null::float8';
      const { longitude, latitude } = search.around;
      return `distance_metres(${bind(longitude)}, ${bind(latitude)}, longitude, latitude)`;
    },
  };
}

/** As the index `initiative_finder` has them. */
const words = 'initiative_words(search, offers_words)';
const finder = `(${words} || initiative_labels(legal_form, neighbourhood, sectors, needs, networks, longitude, latitude))`;

/** Words and filters meet in one index; what that cannot tell exactly is tested afterwards. */
function lookedUp(query: TextQuery, asked: AskedLabels, bind: Bind): Condition[] {
  const labels = labelsOf(asked).map(anyOf);
  // Where most have even the rarest word, the filters alone leave fewer to test than there are to read.
  const byLabels = labels.length > 0 && (query.share ?? 0) > common && shareOfLabels(asked, query) < few;
  const looked = byLabels ? labels : [query.lookedUp, ...labels];
  const isWhole = !byLabels && query.lookedUp === query.all;
  return [
    { shape: 'words', sql: `${finder} @@ ${bind(looked.join(' & '))}::tsquery` },
    ...(isWhole ? [] : [{ shape: 'common', sql: `${words} @@ ${bind(query.all)}::tsquery` }]),
    // Said to be true rather than asked for: the index over positions would only find again what the cells have found.
    ...asked.boxes.map(({ name, box }) => ({ shape: name, sql: `(${inBox(box, bind)}) is true` })),
  ];
}

/** Such a share is tested row by row sooner than a word is read that most have. */
const few = 0.1;

/** From how wide on a box holds much of the city, in degrees: about two kilometres and a half. */
const largeDegrees = 0.03;

/** Every filter is a condition of its own, whether an index has it or a row is tested. */
function oneByOne(text: TextSearch, { codes, boxes }: AskedLabels, bind: Bind): Condition[] {
  // Beside a text the planner would take any box for small, whatever is in it.
  const isLarge = (box: Box): boolean => text.mode !== 'none' && box.east - box.west > largeDegrees;
  return [
    ...codes.map(({ kind, values }) => ({ shape: kind, sql: `${tests[kind]}(${bind(values)}::text[])` })),
    ...boxes.map(({ name, box }) =>
      isLarge(box)
        ? { shape: `large-${name}`, sql: `(${inBox(box, bind)}) is true` }
        : { shape: name, sql: inBox(box, bind) },
    ),
    // Last, because it takes longest where a row is tested.
    ...(text.mode === 'each' ? [{ shape: 'words', sql: `${words} @@ ${bind(text.query.all)}::tsquery` }] : []),
  ];
}

const tests: Record<LabelKind, string> = {
  sectors: 'sectors && ',
  legalForms: 'legal_form = any',
  neighbourhoods: 'neighbourhood = any',
  needs: 'needs && ',
  networks: 'networks && ',
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
