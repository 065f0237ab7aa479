import { importColumnMissing, importIdentityMissing } from './exchange.errors.ts';
import { type Cells, type ImportColumn, importColumns } from './exchange.columns.ts';

/** Which column of a file is which of ours, and what its words mean. */
export interface Mapping {
  /** Ours → the file's. Columns of the file that are called like ours are taken without being named. */
  columns?: { [Column in ImportColumn]?: string | undefined } | undefined;
  /** What a word of the file is in our codes: `{ "sectors": { "Menjar": "alimentacio" } }`. */
  values?: { [Column in ImportColumn]?: Record<string, string> | undefined } | undefined;
  /** What a column is where the file leaves it empty or does not have it. */
  defaults?: { [Column in ImportColumn]?: string | undefined } | undefined;
}

/** Reads the cells of a file's line by our columns. */
export type CellReader = (record: Readonly<Record<string, string>>) => Cells;

/**
 * Holds a mapping against the columns that a file has.
 *
 * @throws DomainError `directory.import.column-missing` or `directory.import.identity-missing`
 */
export function createCellReader(
  { columns = {}, values = {}, defaults = {} }: Mapping,
  header: readonly string[],
): CellReader {
  const present = new Set(header);
  const sources = importColumns.flatMap((ours): [ImportColumn, string | undefined][] => {
    const named = columns[ours];
    if (named !== undefined && !present.has(named)) throw importColumnMissing({ column: named });
    const theirs = named ?? (present.has(ours) ? ours : undefined);
    return theirs === undefined && defaults[ours] === undefined ? [] : [[ours, theirs]];
  });
  const filled = new Set(sources.map(([ours]) => ours));
  if (!filled.has('id') && !filled.has('external_id')) throw importIdentityMissing();
  return (record) => {
    const cells: Cells = {};
    for (const [ours, theirs] of sources) {
      const cell = theirs === undefined ? '' : (record[theirs] ?? '');
      const known = values[ours];
      const text = known === undefined ? cell : translated(cell, known);
      cells[ours] = text.trim() === '' ? (defaults[ours] ?? '') : text;
    }
    return cells;
  };
}

/** Words in our codes; several words have a comma, a semicolon or a bar between them. */
function translated(cell: string, known: Readonly<Record<string, string>>): string {
  const whole = lookUp(known, cell.trim());
  if (whole !== undefined) return whole;
  return cell
    .split(/[,;|]/)
    .map((word) => lookUp(known, word.trim()) ?? word.trim())
    .join('|');
}

function lookUp(known: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(known, word) ? known[word] : undefined;
}
