import { writeWorkbook } from '@ateneu/reference-data/filled-workbook';
import readExcel from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';

import type { JustificationPart } from '../../../upstream/justification.ts';
import { datedFile, joinSheets } from './workbook.file.ts';

const actuacions = [
  { heading: 'Servei', type: 'text' },
  { heading: 'Data inici d’actuació', type: 'date' },
  { heading: 'Nombre de participants', type: 'number' },
] as const;

function part(sheets: JustificationPart['sheets']): JustificationPart {
  return { sheets, problems: [] };
}

describe('the funder’s workbook', () => {
  const training = part([
    { name: 'Menors', columns: [{ heading: 'Referència', type: 'text' }], rows: [] },
    { name: 'Actuacions', columns: actuacions, rows: [['Formació', '2025-03-30', 12]] },
  ]);
  const accompaniment = part([
    { name: 'Acompanyaments', columns: [{ heading: 'Referència', type: 'text' }], rows: [['A1']] },
    { name: 'Actuacions', columns: actuacions, rows: [['Acompanyament', null, 3]] },
  ]);

  it('has one sheet of each name in the funder’s order, training’s rows before accompaniment’s', () => {
    const sheets = joinSheets([training, accompaniment]);
    expect(sheets.map(({ name }) => name)).toEqual(['Actuacions', 'Menors', 'Acompanyaments']);
    expect(sheets[0]?.rows.map(([servei]) => servei)).toEqual(['Formació', 'Acompanyament']);
  });

  it('is not made of sheets whose columns disagree', () => {
    const other = part([{ name: 'Actuacions', columns: actuacions.toReversed(), rows: [] }]);
    expect(() => joinSheets([training, other])).toThrow('Actuacions');
  });

  it('keeps headings to the letter, days as days and numbers as numbers', async () => {
    const file = await writeWorkbook(joinSheets([training, accompaniment]));
    const sheets = await readExcel(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Actuacions', 'Menors', 'Acompanyaments']);
    expect(sheets[0]?.data).toEqual([
      ['Servei', 'Data inici d’actuació', 'Nombre de participants'],
      ['Formació', new Date('2025-03-30T00:00:00Z'), 12],
      ['Acompanyament', null, 3],
    ]);
  });

  it('is the same file to the byte whenever it is written, and a spreadsheet still', async () => {
    const at = new Date('2025-11-20T10:30:07Z');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-11-21T09:00:00Z') });
    const first = await writeWorkbook(joinSheets([training, accompaniment]));
    vi.setSystemTime(new Date('2026-04-02T17:00:00Z'));
    const second = await writeWorkbook(joinSheets([training, accompaniment]));
    vi.useRealTimers();
    expect(first.equals(second)).toBe(false);
    expect(datedFile(first, at).equals(datedFile(second, at))).toBe(true);
    expect(await readExcel(datedFile(first, at))).toEqual(await readExcel(second));
  });
});
