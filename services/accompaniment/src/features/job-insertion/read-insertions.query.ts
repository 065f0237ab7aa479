import { type Database, isoTimestamp } from '@ateneu/persistence';

import type { JobInsertion } from './job-insertion.ts';

/** What an insertion said at a time, and why it was changed to that. */
export interface InsertionHistoryLine {
  sequence: number;
  at: string;
  actor: string | null;
  why: string | null;
  contents: JobInsertion & { voided: boolean };
}

/** An insertion as staff read it. */
export type InsertionView = JobInsertion & {
  id: string;
  version: number;
  voided: boolean;
  history: InsertionHistoryLine[];
};

const selectInsertions = `
  select id, version,
    case when restricted_until is null then person else jsonb_build_object('name', '—', 'surnames', '—') end as person,
    contract_type as "contractType", to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
    to_char(ends_on, 'YYYY-MM-DD') as "endsOn", voided_at is not null as voided,
    (select json_agg(json_build_object('sequence', sequence, 'at', ${isoTimestamp('at')}, 'actor', actor_name, 'why', why,
        'contents', case when restricted_until is null then contents else contents - 'person' end) order by sequence)
      from job_insertion_history where insertion_id = job_insertion.id) as history
  from job_insertion where accompaniment_id = $1 order by starts_on, id`;

/** The insertions of an accompaniment, those taken back among them, with everything they said before. */
export async function readInsertions(
  { pool }: Pick<Database, 'pool'>,
  accompanimentId: string,
): Promise<InsertionView[]> {
  const { rows } = await pool.query<Omit<InsertionView, 'endsOn'> & { endsOn: string | null }>({
    name: 'job-insertions',
    text: selectInsertions,
    values: [accompanimentId],
  });
  return rows.map(({ endsOn, ...row }) => ({ ...row, ...(endsOn === null ? {} : { endsOn }) }));
}
