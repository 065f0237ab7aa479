import type { LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor } from '@ateneu/persistence';

/** What a reader of the public directory looks for. */
export interface InitiativeSearch {
  /** Free text, in any accents and case; words may be unfinished. */
  text?: string | undefined;
  sector?: string | undefined;
  legalForm?: string | undefined;
  neighbourhood?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** One hit, as lists show it. */
export interface InitiativeHit {
  id: string;
  slug: string;
  name: LocalizedText;
  summary: LocalizedText;
  legalForm: string;
  sectors: string[];
  neighbourhood: string | null;
}

interface Row extends InitiativeHit {
  rank: number;
  namePlain: string;
}

const columns = `id, slug, name, summary, legal_form as "legalForm", sectors, neighbourhood, name_plain as "namePlain"`;

const filters = `status = 'published'
  and ($1::text is null or sectors @> array[$1])
  and ($2::text is null or legal_form = $2)
  and ($3::text is null or neighbourhood = $3)`;

// Name and id make the order total, so that a page ends where the next begins whatever is published in between.
const byName = `
  select ${columns}, 0::float8 as rank from initiative
  where ${filters} and ($5::text is null or (name_plain, id) > ($5, $6::uuid))
  order by name_plain, id limit $4`;

const byText = `
  select ${columns}, rank from (
    select *, ts_rank(search, query)::float8 as rank
    from initiative, search_query($5) as query
    where ${filters} and search @@ query
  ) as hit
  where $6::float8 is null or (-rank, name_plain, id) > (-$6::float8, $7, $8::uuid)
  order by -rank, name_plain, id limit $4`;

const byLikeness = `
  select ${columns}, word_similarity(plain($5), name_plain)::float8 as rank from initiative
  where ${filters} and plain($5) <% name_plain
  order by rank desc, name_plain, id limit $4`;

/** A page of hits, and where the next begins. */
export interface InitiativePage {
  items: InitiativeHit[];
  next: string | null;
}

/**
 * Searches the published initiatives. With text they come by relevance, else by name. Text that matches nothing is
 * taken for mistyped and compared with the names by likeness; that answer is one page.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function searchInitiatives({ pool }: Database, search: InitiativeSearch): Promise<InitiativePage> {
  const common = [search.sector ?? null, search.legalForm ?? null, search.neighbourhood ?? null, search.limit + 1];
  const words = wordsOf(search.text ?? '');
  if (words.length === 0) {
    const [name, id] = search.cursor === undefined ? [null, null] : decodeCursor(search.cursor, ['string', 'uuid']);
    const { rows } = await pool.query<Row>({
      name: 'initiatives-by-name',
      text: byName,
      values: [...common, name, id],
    });
    return page(rows, search.limit, (row) => encodeCursor([row.namePlain, row.id]));
  }
  const [rank, name, id] =
    search.cursor === undefined ? [null, null, null] : decodeCursor(search.cursor, ['number', 'string', 'uuid']);
  const values = [...common, words, rank, name, id];
  const { rows } = await pool.query<Row>({ name: 'initiatives-by-text', text: byText, values });
  if (rows.length > 0 || search.cursor !== undefined) {
    return page(rows, search.limit, (row) => encodeCursor([row.rank, row.namePlain, row.id]));
  }
  const alike = await pool.query<Row>({
    name: 'initiatives-by-likeness',
    text: byLikeness,
    values: [...common, search.text],
  });
  return { items: alike.rows.slice(0, search.limit).map(toHit), next: null };
}

/**
 * A tag that changes with every change of what is public: asking for it is a look into one index, where asking the
 * question itself again is a search.
 */
export async function readPublicState({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ changes: string; latest: string }>({
    name: 'initiatives-state',
    text: `select coalesce(max(updated_at), 'epoch')::text as latest, count(*)::text as changes
           from initiative where status in ('published', 'unpublished', 'archived')`,
  });
  return `"${Buffer.from(`${rows[0]?.changes} ${rows[0]?.latest}`).toString('base64url')}"`;
}

/** The words of a text, ten at most: every one must be there, at least as a beginning. */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10);
}

function page(rows: Row[], limit: number, cursorOf: (row: Row) => string): InitiativePage {
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(toHit),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

function toHit({ id, slug, name, summary, legalForm, sectors, neighbourhood }: Row): InitiativeHit {
  return { id, slug, name, summary, legalForm, sectors, neighbourhood };
}
