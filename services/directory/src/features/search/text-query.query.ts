import type { Database } from '@ateneu/persistence';

import { wordsOf } from './search-filters.query.ts';

/** What a text asks for, in the words that PostgreSQL makes of it. */
export interface TextQuery {
  /** Every word, by its stem or as it is, at least as a beginning: a `tsquery`. */
  all: string;
  /** The words that are worth looking up. The index reads all who have a word: one that most have says nothing. */
  lookedUp: string;
  /** About which share of the initiatives has the rarest of them; undefined where nobody has counted. */
  share: number | undefined;
  /** Whether it is one word only. */
  isSingle: boolean;
  /** About which share has one of some labels. */
  shareOf: (labels: readonly string[]) => number;
}

/** The statement that reads words. A word may have no stem that differs, or be nothing that PostgreSQL takes for one. */
export function readWordsStatement(words: readonly string[]): { name: string; text: string; values: unknown[] } {
  return {
    name: 'search:read-words',
    text: `select nullif(to_tsquery('ateneu_ca', word || ':*')::text, '') as stem,
                  nullif(to_tsquery('ateneu_words', word || ':*')::text, '') as plain
           from unnest($1::text[]) with ordinality as given (word, place) order by place`,
    values: [words],
  };
}

/** A word that more than this share of the initiatives has is not looked up beside one that fewer have. */
export const common = 0.3;

interface ReadWord {
  /** What finds it. */
  query: string;
  /** The word itself, as it is indexed. */
  plain: string;
}

/** Reads a text; undefined where it has no words. */
export async function readText(
  database: Pick<Database, 'pool'>,
  text: string | undefined,
): Promise<TextQuery | undefined> {
  const words = wordsOf(text ?? '');
  return words.length === 0 ? undefined : queryOf(database, await readWords(database, words));
}

/** Reads a text as if it were mistyped: a word that is rare stands for those like it too; undefined where none are. */
export async function readMistyped(
  database: Pick<Database, 'pool'>,
  text: string | undefined,
): Promise<TextQuery | undefined> {
  const words = await readWords(database, wordsOf(text ?? ''));
  const { rows } = await database.pool.query<{ alike: string[] }>(alikeStatement(words.map(({ plain }) => plain)));
  const shares = await readShares(database);
  // What many have is not mistyped. A rarer word may still be known from a name that is gone.
  const alike = words.map(({ query }, index) => (shareOf(query, shares) > 0 ? [] : (rows[index]?.alike ?? [])));
  if (alike.every((found) => found.length === 0)) return undefined;
  return queryOf(
    database,
    words.map(({ query, plain }, index) => ({
      query: [
        query,
        ...(alike[index] ?? []).map((each) => `'${each.replaceAll(/['\\]/g, (mark) => mark + mark)}'`),
      ].join(' | '),
      plain,
    })),
  );
}

/** The statement that finds the words of names that are most like some words. */
export function alikeStatement(words: readonly string[]): { name: string; text: string; values: unknown[] } {
  return {
    name: 'search:alike',
    text: `select array(
             select known.word from (select distinct word from known_word where known_word.word % given.word) as known
             order by similarity(given.word, known.word) desc, known.word limit 4
           ) as alike
           from unnest($1::text[]) with ordinality as given (word, place) order by place`,
    values: [words],
  };
}

async function readWords({ pool }: Pick<Database, 'pool'>, words: readonly string[]): Promise<ReadWord[]> {
  const { rows } = await pool.query<{ stem: string | null; plain: string | null }>(readWordsStatement(words));
  return rows.flatMap(({ stem, plain }) => {
    const query = oneOf(stem, plain);
    return query === undefined ? [] : [{ query, plain: beginningsIn(plain ?? query)[0] ?? '' }];
  });
}

async function queryOf(database: Pick<Database, 'pool'>, words: readonly ReadWord[]): Promise<TextQuery | undefined> {
  const shares = await readShares(database);
  const read = words
    .map(({ query }) => ({ query, share: shares.size === 0 ? undefined : shareOf(query, shares) }))
    .toSorted((left, right) => (left.share ?? 0) - (right.share ?? 0));
  const [rarest] = read;
  if (rarest === undefined) return undefined;
  const worthIt = read.filter((word) => word === rarest || (word.share ?? 0) <= common);
  const least = Math.min(...shares.values());
  return {
    all: together(read),
    lookedUp: together(worthIt),
    share: rarest.share,
    isSingle: read.length === 1,
    shareOf: (labels) =>
      Math.min(
        1,
        labels.reduce((sum, label) => sum + (shares.get(label) ?? least), 0),
      ),
  };
}

function together(words: readonly { query: string }[]): string {
  return words.map(({ query }) => `(${query})`).join(' & ');
}

/** A stem that the word begins with finds whatever the word would. */
function oneOf(stem: string | null, plain: string | null): string | undefined {
  if (stem === null || plain === null) return stem ?? plain ?? undefined;
  const [start] = beginningsIn(stem);
  const isWithin = start !== undefined && `'${start}':*` === stem && plain.startsWith(`'${start}`);
  return isWithin && beginningsIn(plain).length === 1 ? stem : `${stem} | ${plain}`;
}

/** The lexemes of a query of beginnings. */
function beginningsIn(query: string): string[] {
  return [...query.matchAll(/'([^']+)':\*/g)].map(([, lexeme = '']) => lexeme);
}

function shareOf(query: string, shares: ReadonlyMap<string, number>): number {
  const starts = beginningsIn(query);
  const whole = new Set([...query.matchAll(/'([^']+)'(?!:)/g)].map(([, lexeme]) => lexeme));
  let sum = 0;
  for (const [lexeme, share] of shares) {
    if (whole.has(lexeme) || starts.some((start) => lexeme.startsWith(start))) sum += share;
  }
  return Math.min(1, sum);
}

/** How long the server's statistics are believed; it gathers them anew when much has changed. */
const believedMs = 10 * 60_000;

interface Known {
  shares: Promise<ReadonlyMap<string, number>>;
  at: number;
}
const known = new WeakMap<Database['pool'], Known>();

/** The words that many initiatives have, each with the share that has it, from what PostgreSQL plans with. */
function readShares({ pool }: Pick<Database, 'pool'>): Promise<ReadonlyMap<string, number>> {
  const last = known.get(pool);
  if (last !== undefined && performance.now() - last.at < believedMs) return last.shares;
  const shares = pool
    .query<{ lexemes: string[]; shares: number[] }>({
      name: 'search:shares',
      text: `select most_common_elems::text::text[] as lexemes, most_common_elem_freqs as shares from pg_stats
             where schemaname = current_schema() and tablename = 'initiative_finder' and attname = 'expr'`,
    })
    .then(({ rows: [row] }) => new Map(row?.lexemes?.map((lexeme, index) => [lexeme, row.shares[index] ?? 0])));
  known.set(pool, { shares, at: performance.now() });
  // Whoever waits hears of it; the next one asks again.
  shares.catch(() => known.delete(pool));
  return shares;
}
