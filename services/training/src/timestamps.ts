import { cursorInvalid, decodeCursor, encodeCursor } from '@ateneu/persistence';
import { isoDateTimeSchema } from '@ateneu/service-kit';

const earliest = Date.parse('2000-01-01T00:00:00Z');
const latest = Date.parse('2100-01-01T00:00:00Z');

/** An instant of this century, as a `Date`: neither the database nor a calendar could take the rest. */
export const instantSchema = isoDateTimeSchema
  .refine((text) => Date.parse(text) >= earliest && Date.parse(text) < latest, 'Not an instant of this century')
  .transform((text) => new Date(text));

/** Where a page that is sorted by time ended. */
export interface TimePlace {
  at: string;
  id: string;
}

/** The cursor of a list sorted by an instant and then by id. */
export function encodeTimeCursor({ at, id }: TimePlace): string {
  return encodeCursor([at, id]);
}

/** Reads such a cursor back. @throws DomainError `kit.cursor.invalid` */
export function decodeTimeCursor(text: string | undefined): TimePlace | undefined {
  if (text === undefined) return undefined;
  const [at, id] = decodeCursor(text, ['instant', 'uuid']);
  if (typeof at !== 'string' || typeof id !== 'string') throw cursorInvalid();
  return { at, id };
}
