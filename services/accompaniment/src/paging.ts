import { type CursorValue, decodeCursor, encodeCursor } from '@ateneu/persistence';

/** A page of a list, and where the next begins. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** A row of a list ordered by creation. `createdExact` has the microseconds that the cursor needs; no schema shows it. */
export interface PagedRow {
  id: string;
  createdExact: string;
}

/**
 * The place a cursor stands for, as two parameters; nulls for the beginning.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export function placeOf(cursor: string | undefined): CursorValue[] {
  return cursor === undefined ? [null, null] : decodeCursor(cursor, ['instant', 'uuid']);
}

/** Makes a page of rows that were asked for with one more than `limit`. */
export function pageFrom<Row extends PagedRow>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? encodeCursor([last.createdExact, last.id]) : null,
  };
}
