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
