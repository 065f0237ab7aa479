import { type Database, likeWords } from '@ateneu/persistence';

/** Something that was found. */
export interface Hit {
  type: 'project' | 'accompaniment' | 'member' | 'intake' | 'referral' | 'partner';
  id: string;
  label: string;
  /** The project, for a member and an accompaniment. */
  within: string | null;
  status: string;
}

/** A text as it is compared: without case and accents. */
const plain = (expression: string): string =>
  `regexp_replace(normalize(lower(${expression}), NFD), '[\u0300-\u036f]', '', 'g')`;

const found = (type: Hit['type'], haystack: string, rest: string, label = 'name', within = 'null::uuid'): string => `
  select '${type}' as type, id, ${label} as label, ${within} as within, status, ${haystack} as haystack ${rest}`;

const sources = [
  found(
    'project',
    `concat_ws(' ', name, array_to_string(tags, ' '), profile ->> 'entityName', profile ->> 'taxId', contact ->> 'name',
      contact ->> 'email')`,
    `from project where status <> 'merged'`,
  ),
  found(
    'accompaniment',
    `concat_ws(' ', project_name, technician ->> 'name', outcome #>> '{entity,name}', outcome #>> '{entity,taxId}')`,
    `from (select accompaniment.*, project.name as project_name from accompaniment
       join project on project.id = project_id) as work`,
    `coalesce(outcome #>> '{entity,name}', project_name)`,
    'project_id',
  ),
  found(
    'member',
    `concat_ws(' ', person ->> 'name', person ->> 'surnames', person ->> 'email', person ->> 'idDocument')`,
    `from project_member where status in ('invited', 'active')`,
    `concat_ws(' ', person ->> 'name', person ->> 'surnames')`,
    'project_id',
  ),
  found(
    'intake',
    `concat_ws(' ', project ->> 'name', person ->> 'name', person ->> 'email')`,
    `from intake where confirmed_at is not null and erased_at is null`,
    `project ->> 'name'`,
  ),
  // A consent that was taken back hides the person and the project from the search as well.
  found(
    'referral',
    `concat_ws(' ', partner_reference, case when consent ->> 'withdrawnAt' is null
      then concat_ws(' ', project ->> 'name', person ->> 'name', person ->> 'email') end)`,
    `from referral`,
    `coalesce(case when consent ->> 'withdrawnAt' is null then project ->> 'name' end, partner_reference, '—')`,
  ),
  found('partner', `concat_ws(' ', name, contact_email)`, `from partner`),
];

const selectHits = `
  select type, id, label, within, status from (${sources.join(' union all ')}) as everything
  where (select bool_and(${plain('haystack')} like '%' || word || '%') from unnest($1::text[]) as word)
  order by position(${plain('$2::text')} in ${plain('label')}) = 0, label, id limit $3`;

/** What staff look for by a word or several, all of which must be there: names, addresses, references, tags, tax ids. */
export async function search({ pool }: Pick<Database, 'pool'>, text: string, limit: number): Promise<Hit[]> {
  const words = likeWords(text);
  if (words.length === 0) return [];
  const { rows } = await pool.query<Hit>({ name: 'staff-search', text: selectHits, values: [words, text, limit] });
  return rows;
}
