import { isId } from '@ateneu/kernel';

import { cursorInvalid } from './errors.ts';

/** One column of a sort key. */
export type CursorValue = string | number | null;

/** Makes the opaque text that stands for a place in a sorted list: the sort key of the last row shown. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a column of a sort key is; `uuid` and `instant` are texts that PostgreSQL reads as such. */
export type CursorColumn = 'string' | 'number' | 'integer' | 'uuid' | 'instant';

/**
 * Reads a cursor back. What it returns is safe to hand to a statement: a cursor that somebody made up is refused here and
 * not by the database.
 *
 * @param shape the type of each column; `null` is accepted for any of them
 * @throws DomainError `kit.cursor.invalid` where the text is not a cursor of this shape
 */
export function decodeCursor(text: string, shape: readonly CursorColumn[]): CursorValue[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (cause) {
    throw cursorInvalid({}, { cause });
  }
  if (!Array.isArray(values) || values.length !== shape.length) throw cursorInvalid();
  return values.map((value: unknown, index) => {
    const column = shape[index];
    if (value !== null && !(column !== undefined && fits(value, column))) throw cursorInvalid();
    return value as CursorValue;
  });
}

function fits(value: unknown, column: CursorColumn): boolean {
  if (typeof value === 'number') {
    return column === 'integer' ? Number.isSafeInteger(value) : column === 'number' && Number.isFinite(value);
  }
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false;
  switch (column) {
    case 'uuid':
      return isId(value);
    case 'instant':
      return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));
    default:
      return column === 'string';
  }
}
