import { type Database, transact } from '@ateneu/persistence';

import type { SearchFilters } from './search-filters.query.ts';
import type { SearchStatement } from './search-statements.query.ts';

/** Whether the counts that are kept answer a search: it asks for nothing but forms, territory and one sector. */
export function isCounted(search: SearchFilters): boolean {
  const { text, needs, networks, box, around, sectors } = search;
  const kept = [text, needs, networks, box, around].every((filter) => filter === undefined);
  return kept && (sectors?.length ?? 0) <= 1;
}

/** The statement that reads the counts, in the groups that facets are made of. */
export function countedFacetsStatement({ sectors }: SearchFilters): SearchStatement {
  const [sector] = sectors ?? [];
  const once = sector === undefined ? 'sector is null' : 'sector = $1';
  const text = `
    select legal_form as "legalForm", neighbourhood, null as sector, sum(count)::int as count
    from facet_count where ${once} group by 1, 2 having sum(count) > 0
    union all
    select legal_form, neighbourhood, sector, sum(count)::int
    from facet_count where sector is not null group by 1, 2, 3 having sum(count) > 0`;
  return {
    name: `facets:counted${sector === undefined ? '' : ':sector'}`,
    text,
    values: sector === undefined ? [] : [sector],
  };
}

/** Not worth adding up: a reader hardly notices them. */
const fewChanges = 500;

/**
 * Adds up what changes have appended to the counts. Whoever reads meanwhile sees one or the other, and the same sum; of
 * two processes the second finds nothing left.
 */
export async function compactFacetCounts(database: Database): Promise<void> {
  await transact(database, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('facet-counts', 0))`);
    const [left] = await tx.query<{ changes: number }>(
      `select (count(*) - count(distinct (legal_form, neighbourhood, sector)))::int as changes from facet_count`,
    );
    if ((left?.changes ?? 0) < fewChanges) return;
    await tx.query(
      `with gone as (
         delete from facet_count where id in (select id from facet_count order by id for update skip locked)
         returning legal_form, neighbourhood, sector, count
       )
       insert into facet_count (legal_form, neighbourhood, sector, count)
       select legal_form, neighbourhood, sector, sum(count) from gone group by 1, 2, 3 having sum(count) <> 0`,
    );
  });
}
