import { conditionsOf, createBinder, statementName } from './search-conditions.query.ts';
import type { SearchFilters } from './search-filters.query.ts';
import type { SearchStatement } from './search-statements.query.ts';
import type { TextQuery } from './text-query.query.ts';

/** The statement of what a search finds that was published in a time, the newest first, and how many there are; `query` is what its text was read as. */
export function newsStatement(
  filters: SearchFilters,
  query: TextQuery | undefined,
  { since, until, limit }: { since: string; until: string; limit: number },
): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(filters, query === undefined ? { mode: 'none' } : { mode: 'words', query }, bind);
  const text = `
    select id, slug, name as title, coalesce(summary, name) as summary, neighbourhood, published_at as "publishedAt",
           count(*) over ()::int as total
    from initiative where ${found.where} and published_at > ${bind(since)} and published_at <= ${bind(until)}
    order by published_at desc, id desc limit ${bind(limit)}`;
  return { name: statementName('news', found.shape), text, values };
}
