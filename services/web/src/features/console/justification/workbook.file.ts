import type { Cell } from 'write-excel-file/node';

import type { JustificationPart } from '../../../upstream/justification.ts';

/** A sheet of the workbook. */
export type WorkbookSheet = JustificationPart['sheets'][number];

/** The six sheets, in the funder's order; a sheet that nobody knows goes to the end. */
const order = ['Actuacions', 'Participants', 'Menors', 'InsercionsLaborals', 'EntitatCreada', 'Acompanyaments'];

/**
 * Joins the services' sheets: one of each name, the rows of the first service before those of the second.
 *
 * @throws Error where two services give different columns to the same sheet, since rows would then stand under headings
 * that are not theirs
 */
export function joinSheets(parts: readonly JustificationPart[]): WorkbookSheet[] {
  const byName = Map.groupBy(
    parts.flatMap(({ sheets }) => sheets),
    ({ name }) => name,
  );
  const joined = [...byName].map(([name, sheets]): WorkbookSheet => {
    const [first] = sheets;
    const columns = first?.columns ?? [];
    const headings = JSON.stringify(columns.map(({ heading }) => heading));
    if (sheets.some((sheet) => JSON.stringify(sheet.columns.map(({ heading }) => heading)) !== headings)) {
      throw new Error(`The services disagree on the columns of “${name}”.`);
    }
    return { name, columns, rows: sheets.flatMap(({ rows }) => rows) };
  });
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return joined.toSorted((left, right) => place(left.name) - place(right.name));
}

/** Writes the workbook: headings as they are, dates as dates and numbers as numbers. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { default: writeExcel } = await import('write-excel-file/node');
  return writeExcel(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ heading }) => ({ width: Math.min(40, Math.max(12, heading.length + 2)) })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ heading }): Cell => ({ value: heading, fontWeight: 'bold' })),
        ...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.type))),
      ],
    })),
  ).toBuffer();
}

function cellOf(value: string | number | null, type: string | undefined): Cell {
  if (value === null || value === '') return null;
  if (type === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) {
    // A day without a time zone: midnight in UTC is what the format writes as that day.
    return { value: new Date(`${value.slice(0, 10)}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  }
  return value;
}
