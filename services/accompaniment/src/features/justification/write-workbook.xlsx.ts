import type { Cell } from 'write-excel-file/node';

import type { CellValue, FilledSheet } from './justification.types.ts';

/** The media type of the workbook. */
export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheets as a spreadsheet: headings to the letter, real dates and real numbers. */
export async function writeWorkbook(sheets: readonly FilledSheet[]): Promise<Buffer> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ heading }) => ({ width: Math.min(40, Math.max(12, heading.length + 2)) })),
      data: [
        columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.type ?? 'text'))),
      ],
    })),
  ).toBuffer();
}

function cellOf(value: CellValue, type: FilledSheet['columns'][number]['type']): Cell {
  if (value === null) return null;
  if (type === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  if (type === 'number') return { value: Number(value), type: Number };
  // A text that begins like a formula is a text: the type says so, and no program runs it.
  return { value: String(value), type: String };
}
