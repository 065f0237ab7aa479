import type { Language } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { LineProblem } from './line.check.ts';
import type { ImportStatus } from './import.store.ts';

/** What lines come to, and how many. */
export type Outcome = 'create' | 'update' | 'unchanged' | 'refused';

/** An import with its progress. */
export interface ImportView {
  id: string;
  status: ImportStatus;
  format: string;
  source: string;
  mode: string;
  publish: boolean;
  lines: number;
  /** Of the step in progress. */
  processed: number;
  outcomes: Record<Outcome, number>;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

const selectImport = `
  select id, status, format, source, mode, publish, lines, processed, created_by as "createdBy",
         ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt",
         (select json_build_object(
            'create', count(*) filter (where outcome = 'create'), 'update', count(*) filter (where outcome = 'update'),
            'unchanged', count(*) filter (where outcome = 'unchanged'),
            'refused', count(*) filter (where outcome = 'refused'))
          from import_line where import_id = import.id) as outcomes
  from import`;

/** One import; `undefined` where there is none. */
export async function readImport({ pool }: Database, id: string): Promise<ImportView | undefined> {
  return (await pool.query<ImportView>({ name: 'import', text: `${selectImport} where id = $1`, values: [id] }))
    .rows[0];
}

/** The latest imports, the newest first. */
export async function readImports({ pool }: Database): Promise<ImportView[]> {
  return (await pool.query<ImportView>({ name: 'imports', text: `${selectImport} order by created_at desc limit 50` }))
    .rows;
}

/** A line of the report. */
export interface LineView {
  line: number;
  outcome: Outcome | null;
  initiativeId: string | null;
  applied: boolean;
  problems: { pointer: string; code: string; message: string }[];
}

/**
 * The report of an import, line by line; of one outcome where it is named.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readLines(
  { pool }: Database,
  filter: {
    id: string;
    outcome?: Outcome | undefined;
    limit: number;
    cursor?: string | undefined;
    language: Language;
  },
): Promise<{ items: LineView[]; next: string | null }> {
  const [after] = filter.cursor === undefined ? [0] : decodeCursor(filter.cursor, ['integer']);
  const { rows } = await pool.query<Omit<LineView, 'problems'> & { problems: LineProblem[] | null }>({
    name: 'import-lines',
    text: `select line, outcome, initiative_id as "initiativeId", applied, problems from import_line
           where import_id = $1 and ($2::text is null or outcome = $2) and line > $3 order by line limit $4`,
    values: [filter.id, filter.outcome ?? null, after, filter.limit + 1],
  });
  const items = rows.slice(0, filter.limit).map(({ problems, ...row }) => ({
    ...row,
    problems: (problems ?? []).map((problem) => ({ ...problem, message: problem.message[filter.language] })),
  }));
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.line]) : null };
}
