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

/**
 * The file with the moment that it is of as the time of everything in it, instead of that of its writing: the same copy is
 * then the same file to the byte, whenever it is downloaded.
 *
 * @param file a ZIP archive without a comment, as spreadsheets are; its entries' times are in its central directory and
 * again before each entry (APPNOTE 4.3.7 and 4.3.12)
 */
export function datedFile(file: Buffer, at: Date): Buffer {
  const dated = Buffer.from(file);
  const end = dated.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  let entry = dated.readUInt32LE(end + 16);
  for (let left = dated.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = dated.readUInt32LE(entry + 42);
    for (const place of [entry + 12, local + 10]) {
      dated.writeUInt16LE(time, place);
      dated.writeUInt16LE(day, place + 2);
    }
    entry += 46 + [28, 30, 32].reduce((sum, offset) => sum + dated.readUInt16LE(entry + offset), 0);
  }
  return dated;
}
