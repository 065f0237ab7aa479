import type { KeptCell, KeptColumn, KeptRow, KeptSheet } from './kept-workbook.ts';

/** How a row differs. */
export interface RowChange {
  key: string;
  change: 'added' | 'removed' | 'changed';
  /** The columns that differ; none where the whole row came or went. */
  headings: string[];
  /** The row's first texts, by which people know it. */
  label: string;
}

/** How a sheet differs. */
export interface SheetChanges {
  name: string;
  added: number;
  removed: number;
  changed: number;
  /** At most {@link listedRows}. */
  rows: RowChange[];
}

/** How many rows of a sheet are told one by one. */
export const listedRows = 200;

/** What differs between the sheets of two moments, by what each row stands for and not by its place. */
export function compareSheets(before: readonly KeptSheet[], after: readonly KeptSheet[]): SheetChanges[] {
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  const sheetOf = (sheets: readonly KeptSheet[], name: string) => sheets.find((sheet) => sheet.name === name);
  return names.map((name) => compare(name, sheetOf(before, name), sheetOf(after, name)));
}

function compare(name: string, before: KeptSheet | undefined, after: KeptSheet | undefined): SheetChanges {
  const columns = after?.columns ?? before?.columns ?? [];
  const earlier = new Map((before?.rows ?? []).map((row) => [row.key, row]));
  const changes: RowChange[] = [];
  for (const row of after?.rows ?? []) {
    const was = earlier.get(row.key);
    earlier.delete(row.key);
    const headings = was === undefined ? [] : differing(columns, was.cells, row.cells);
    if (was !== undefined && headings.length === 0) continue;
    changes.push({ key: row.key, change: was === undefined ? 'added' : 'changed', headings, label: labelOf(row) });
  }
  for (const row of earlier.values())
    changes.push({ key: row.key, change: 'removed', headings: [], label: labelOf(row) });
  const count = (of: RowChange['change']): number => changes.filter(({ change }) => change === of).length;
  return {
    name,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    rows: changes.slice(0, listedRows),
  };
}

function differing(columns: readonly KeptColumn[], before: readonly KeptCell[], after: readonly KeptCell[]): string[] {
  return columns.flatMap(({ heading }, index) => ((before[index] ?? null) === (after[index] ?? null) ? [] : [heading]));
}

function labelOf({ cells }: KeptRow): string {
  return cells
    .slice(0, 4)
    .filter((cell) => typeof cell === 'string')
    .join(' · ');
}
