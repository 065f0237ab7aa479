import type { Database } from '@ateneu/persistence';

import { conditionsOf, createBinder, statementName } from './search-conditions.query.ts';
import type { SearchStatement } from './search-statements.query.ts';
import { readMistyped, readText, type TextQuery } from './text-query.query.ts';

/** The kinds of things that staff find. */
export const staffHitTypes = ['initiative', 'correction', 'good-practice'] as const;

/** Something that staff find, in whatever state it is. */
export interface StaffHit {
  type: (typeof staffHitTypes)[number];
  id: string;
  /** Its name or title in Catalan; of a correction, that of its initiative. */
  label: string;
  /** The initiative, for a correction. */
  within: string | null;
  status: string;
}

/** The statement that finds what has the words of a text, and by a whole tax id or e-mail address. */
export function staffSearchStatement(text: string, query: TextQuery | undefined, limit: number): SearchStatement {
  const { bind, values } = createBinder();
  const whole = bind(text);
  const isAsked = (column: string) => `lower(${column}) = lower(${whole}::text)`;
  const byWords = query === undefined ? undefined : conditionsOf({}, { mode: 'words', query }, bind);
  const others = query === undefined ? undefined : conditionsOf({}, { mode: 'each', query }, bind);
  const all = `${bind(query?.all ?? null)}::tsquery`;
  const has = (...columns: string[]) =>
    `(${columns.map((column) => `to_tsvector('ateneu_ca', ${column}) || to_tsvector('ateneu_words', ${column})`).join(' || ')}) @@ ${all}`;
  const initiatives = (condition: string, rank: string) => `
    select 'initiative' as type, id, name ->> 'ca' as label, null::uuid as within, status, ${rank} as rank
    from initiative where ${condition}`;
  const found = [
    ...(byWords === undefined ? [] : [initiatives(byWords.where, byWords.irrelevance())]),
    ...(others === undefined
      ? []
      : [
          initiatives(
            `status in ('proposed', 'in-review', 'rejected', 'unpublished', 'archived') and ${others.tests}`,
            others.irrelevance(),
          ),
        ]),
    initiatives(`tax_id is not null and tax_id_key(tax_id) = tax_id_key(${whole}::text)`, '-9::float8'),
    ...(text.includes('@')
      ? [
          initiatives(
            `${isAsked(`proposer ->> 'email'`)} or ${isAsked(`contact -> 'email' ->> 'value'`)}`,
            '-9::float8',
          ),
        ]
      : []),
    `select 'correction', correction.id, name ->> 'ca', initiative_id, correction.status, 0::float8
     from correction join initiative on initiative.id = initiative_id
     where ${isAsked(`author ->> 'email'`)}
       or ${has('changes', `coalesce(comment, '')`, `coalesce(author ->> 'name', '')`)}`,
    `select 'good-practice', id, title ->> 'ca', null, status, 0::float8
     from good_practice where ${has('title', 'summary', 'body')}`,
  ];
  return {
    name: statementName('staff-search', byWords?.shape ?? 'no-words', text.includes('@') ? 'address' : 'text'),
    text: `
      select type, id, label, within, status from (${found.join(' union all ')}) as everything
      group by type, id, label, within, status order by min(rank), label, id limit ${bind(limit)}`,
    values,
  };
}

/** What staff look for: words that are found nowhere are put right by those of names. */
export async function searchStaff(database: Database, text: string, limit: number): Promise<StaffHit[]> {
  const read = async (query: TextQuery | undefined): Promise<StaffHit[]> =>
    (await database.pool.query<StaffHit>(staffSearchStatement(text, query, limit))).rows;
  const query = await readText(database, text);
  const found = await read(query);
  if (found.length > 0 || query === undefined) return found;
  const meant = await readMistyped(database, text);
  return meant === undefined ? [] : read(meant);
}
