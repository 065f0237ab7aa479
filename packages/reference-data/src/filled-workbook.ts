/**
 * The funder's workbook with its rows: what the services that have a part of it fill, tell and write in one way, so that
 * the parts can be joined. A module of its own, because whoever needs codes alone needs no writer of spreadsheets.
 *
 * @packageDocumentation
 */
import type { Cell, Sheet } from 'write-excel-file/node';

import { type WorkbookColumn, type WorkbookColumnType, workbookSheet, type WorkbookSheetName } from './index.ts';

/** A cell: a text, a number, a day as `YYYY-MM-DD` in a column of dates, or nothing. */
export type CellValue = string | number | null;

/** A sheet of the workbook with its rows, each as long as there are columns. */
export interface FilledSheet {
  name: WorkbookSheetName;
  columns: readonly WorkbookColumn[];
  rows: CellValue[][];
}

/** Something that the funder would send the workbook back for. */
export interface WorkbookProblem<Code extends string, Kind extends string> {
  code: Code;
  sheet: WorkbookSheetName;
  /** What is to be mended, and how people know it. */
  subject: { kind: Kind; id: string; label: string };
}

/** The media type of the workbook. */
export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A sheet with the funder's columns.
 *
 * @throws TypeError where a row is not as long as there are columns: what follows would stand under wrong headings
 */
export function filledSheet(name: WorkbookSheetName, rows: CellValue[][]): FilledSheet {
  const { columns } = workbookSheet(name);
  for (const row of rows) {
    if (row.length !== columns.length) throw new TypeError(`A row of ${name} has ${row.length} cells.`);
  }
  return { name, columns, rows };
}

/** A row that says what it is of. */
export interface NamedRow {
  /** What the row stands for, the same whenever the sheet is made; unique in its sheet. */
  readonly key: string;
  /** Whose personal data it holds, by the id of the record that names them; `null` where it is nobody's. */
  readonly personId: string | null;
  readonly cells: readonly CellValue[];
}

/** A sheet whose rows say what they are of, to be kept and compared with others. */
export interface NamedSheet {
  readonly name: WorkbookSheetName;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly NamedRow[];
}

/**
 * A sheet with the funder's columns, of rows that say what they are of.
 *
 * @throws TypeError as {@link filledSheet} does
 */
export function namedSheet(name: WorkbookSheetName, rows: readonly NamedRow[]): NamedSheet {
  const { columns } = filledSheet(
    name,
    rows.map(({ cells }) => [...cells]),
  );
  return { name, columns, rows };
}

/** The same sheet as it is handed out: cells alone. */
export function plainSheet({ name, columns, rows }: NamedSheet): FilledSheet & { columns: WorkbookColumn[] } {
  return { name, columns: columns.map((column) => ({ ...column })), rows: rows.map(({ cells }) => [...cells]) };
}

/** What is written of a sheet. */
interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly Pick<WorkbookColumn, 'heading' | 'type'>[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The sheets as a spreadsheet: headings to the letter, real days and real numbers, so that it adds up and sorts. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets.map((sheet) => sheetOf(sheet))).toBuffer();
}

function sheetOf({ name, columns, rows }: WrittenSheet): Sheet<Buffer> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ heading }) => ({ width: Math.min(40, Math.max(12, heading.length + 2)) })),
    data: [
      columns.map(({ heading }): Cell => ({ value: heading, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.type ?? 'text'))),
    ],
  };
}

function cellOf(value: CellValue, type: WorkbookColumnType): Cell {
  if (value === null || value === '') return null;
  // A day without a time zone: midnight in UTC is what the format writes as that day.
  if (type === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  if (type === 'number') return { value: Number(value), type: Number };
  // A text that begins like a formula is a text: the type says so, and no program runs it.
  return { value: String(value), type: String };
}
