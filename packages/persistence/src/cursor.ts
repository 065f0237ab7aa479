import { cursorInvalid } from './errors.ts';

/** One column of a sort key. */
export type CursorValue = string | number | null;

/** Makes the opaque text that stands for a place in a sorted list: the sort key of the last row shown. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param shape the type of each column; `null` is accepted for any of them
 * @throws DomainError `kit.cursor.invalid` where the text is not a cursor of this shape
 */
export function decodeCursor(text: string, shape: readonly ('string' | 'number')[]): CursorValue[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (cause) {
    throw cursorInvalid({}, { cause });
  }
  if (!Array.isArray(values) || values.length !== shape.length) throw cursorInvalid();
  return values.map((value: unknown, column) => {
    if (value === null) return null;
    if (typeof value === 'string' && shape[column] === 'string' && !value.includes('\0')) return value;
    if (typeof value === 'number' && shape[column] === 'number') return value;
    throw cursorInvalid();
  });
}
