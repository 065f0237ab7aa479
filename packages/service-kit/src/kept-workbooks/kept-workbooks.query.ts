import { type Database, isoTimestamp } from '@ateneu/persistence';

import type { KeptCell, KeptColumn, KeptProblem, KeptRow, KeptStatus } from './kept-workbook.ts';
import type { WorkbookId } from './kept-workbook.store.ts';

/** Where a part stands, and what became of it. Instants are ISO 8601, days `YYYY-MM-DD`. */
export interface KeptWorkbook {
  id: string;
  call: string;
  status: KeptStatus;
  sheetsDone: number;
  rows: number;
  problems: number;
  requestedBy: string;
  requestedAt: string;
  takenAt: string | null;
  finishedAt: string | null;
  erasedRows: number;
  erasedAt: string | null;
  sentOn: string | null;
  sentNote: string | null;
  sentMarkedBy: string | null;
}

/** A sheet as it was kept. */
export interface KeptSheetRows {
  name: string;
  columns: KeptColumn[];
  rows: KeptRow[];
}

const columns = `id, call_code as call, status, sheets_done as "sheetsDone", row_count as rows, problem_count as problems,
  requested_by as "requestedBy", ${isoTimestamp('requested_at')} as "requestedAt", ${isoTimestamp('taken_at')} as "takenAt",
  ${isoTimestamp('finished_at')} as "finishedAt", erased_rows as "erasedRows", ${isoTimestamp('erased_at')} as "erasedAt",
  to_char(sent_on, 'YYYY-MM-DD') as "sentOn", sent_note as "sentNote", sent_marked_by as "sentMarkedBy"`;

/** More than anybody keeps of a call. */
const listLimit = 200;

type Reader = Pick<Database, 'pool'>;

/** One of a call; `undefined` where it is not there, or of another call. */
export async function findWorkbook({ pool }: Reader, { call, id }: WorkbookId): Promise<KeptWorkbook | undefined> {
  const { rows } = await pool.query<KeptWorkbook>({
    name: 'kept-workbook',
    text: `select ${columns} from kept_workbook where id = $1 and call_code = $2`,
    values: [id, call],
  });
  return rows[0];
}

/** Those of a call, the newest first. */
export async function listWorkbooks({ pool }: Reader, call: string): Promise<KeptWorkbook[]> {
  const { rows } = await pool.query<KeptWorkbook>({
    name: 'kept-workbooks',
    text: `select ${columns} from kept_workbook where call_code = $1 order by requested_at desc, id desc limit ${listLimit}`,
    values: [call],
  });
  return rows;
}

/** The sheets of one that is ready, in order. */
export async function readSheets({ pool }: Reader, id: string): Promise<KeptSheetRows[]> {
  const { rows } = await pool.query<KeptSheetRows>({
    name: 'kept-workbook-sheets',
    text: `select name, columns, coalesce((select json_agg(json_build_object('key', key, 'personId', person_id,
          'cells', cells) order by line.position)
        from kept_workbook_row as line where line.workbook_id = $1 and sheet = of.position), '[]') as rows
      from kept_workbook_sheet as of where workbook_id = $1 order by of.position`,
    values: [id],
  });
  return rows;
}

/** What was wrong with it, in order. */
export async function readProblems({ pool }: Reader, id: string): Promise<KeptProblem[]> {
  const { rows } = await pool.query<KeptProblem>({
    name: 'kept-workbook-problems',
    text: `select code, sheet, json_build_object('kind', subject_kind, 'id', subject_id, 'label', label) as subject
      from kept_workbook_problem where workbook_id = $1 order by position`,
    values: [id],
  });
  return rows;
}

/** What kept workbooks say of people, as it is handed to them: each row with its headings, and whether it was sent. */
export async function keptRowsOf({ pool }: Reader, personIds: readonly string[]): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<{ item: Record<string, unknown>; columns: KeptColumn[]; cells: KeptCell[] }>({
    name: 'kept-workbook-rows-of',
    text: `select jsonb_strip_nulls(jsonb_build_object('call', call_code, 'takenAt', taken_at, 'sentOn', sent_on,
        'sheet', of.name)) as item, of.columns, line.cells
      from kept_workbook_row as line
      join kept_workbook_sheet as of on of.workbook_id = line.workbook_id and of.position = line.sheet
      join kept_workbook as book on book.id = line.workbook_id
      where person_id = any ($1::uuid[]) order by requested_at, book.id, line.sheet, line.position limit 5000`,
    values: [personIds],
  });
  return rows.map(({ item, columns: of, cells }) => ({
    ...item,
    row: Object.fromEntries(
      of.flatMap(({ heading }, index) => (cells[index] == null ? [] : [[heading, cells[index]]])),
    ),
  }));
}
