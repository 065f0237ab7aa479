import { v7, validate } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), so that identifiers sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** Whether `text` is a UUID of any version. */
export function isId(text: string): boolean {
  return validate(text);
}
