import type { Row, Sheet } from 'write-excel-file/node';

import type { FilledSheet } from './justification.rows.ts';

const widest = 60;

/** The sheets as a workbook: headings to the letter, days and numbers as such, so that it can be added up and sorted. */
export async function writeWorkbook(sheets: readonly FilledSheet[]): Promise<Buffer> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets.map((sheet) => sheetOf(sheet))).toBuffer();
}

function sheetOf({ name, columns, rows }: FilledSheet): Sheet<Buffer> {
  const headings: Row = columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' }));
  const data = rows.map((row): Row =>
    row.map((cell, index) => {
      if (cell === null || cell === '') return null;
      switch (columns[index]?.type) {
        case 'number':
          return { value: Number(cell), type: Number };
        case 'date':
          return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
        case 'text':
        case undefined:
          return { value: String(cell), type: String };
      }
    }),
  );
  return {
    sheet: name,
    data: [headings, ...data],
    columns: columns.map(({ heading }) => ({ width: Math.min(widest, heading.length + 6) })),
    stickyRowsCount: 1,
  };
}
