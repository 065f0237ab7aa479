import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

import { type CellValue, filledSheet, writeWorkbook } from './filled-workbook.ts';
import { justificationWorkbook, workbookSheet } from './index.ts';

/** A row of a sheet that says nothing but this, by heading. */
function rowOf(name: Parameters<typeof filledSheet>[0], said: Record<string, CellValue>): CellValue[] {
  return workbookSheet(name).columns.map(({ heading }) => said[heading] ?? null);
}

describe('the workbook as a file', () => {
  it('has every sheet it is given, in order, with its headings to the letter', async () => {
    const sheets = await readExcelFile(
      await writeWorkbook(justificationWorkbook.map(({ name }) => filledSheet(name, [rowOf(name, {})]))),
    );
    expect(sheets.map(({ sheet }) => sheet)).toEqual(justificationWorkbook.map(({ name }) => name));
    for (const [index, { columns }] of justificationWorkbook.entries()) {
      expect(sheets[index]?.data[0]).toEqual(columns.map(({ heading }) => heading));
    }
  });

  it('has no row that is shorter or longer than its headings', () => {
    expect(() => filledSheet('Menors', [['one']])).toThrow('Menors');
    expect(() => filledSheet('Menors', [[...rowOf('Menors', {}), 'more']])).toThrow('Menors');
  });

  it('keeps days as days, numbers as numbers and texts as texts, also those that look like something else', async () => {
    const row = rowOf('Actuacions', {
      Servei: '=1+1',
      "Nom de l'actuació": '007',
      "Data inici d'actuació": '2025-03-30',
      'Nombre de participants': 12,
      Municipi: '',
    });
    const [sheet] = await readExcelFile(await writeWorkbook([filledSheet('Actuacions', [row])]));
    const [headings = [], cells = []] = sheet?.data ?? [];
    const read = Object.fromEntries(headings.map((heading, index) => [String(heading), cells[index]]));
    expect(read).toMatchObject({
      Servei: '=1+1',
      "Nom de l'actuació": '007',
      "Data inici d'actuació": new Date('2025-03-30T00:00:00Z'),
      'Nombre de participants': 12,
    });
    expect(read['Municipi'] ?? null).toBeNull();
  });
});
