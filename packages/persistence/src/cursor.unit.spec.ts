import { describe, expect, it } from 'vitest';

import { decodeCursor, encodeCursor } from './cursor.ts';

describe('a cursor', () => {
  it('comes back as it was made, accents and nulls included', () => {
    const values = ['l’economat·', 0.125, null];
    expect(decodeCursor(encodeCursor(values), ['string', 'number', 'string'])).toEqual(values);
  });

  it.each([
    ['not a cursor', 'ñ!'],
    ['of another list', encodeCursor(['a'])],
    ['of other types', encodeCursor([1, 'a'])],
    ['with a NUL that PostgreSQL refuses', encodeCursor(['a\0', 1])],
    ['that holds an object', Buffer.from('[{"a":1},2]').toString('base64url')],
  ])('is refused when it is %s', (_what, text) => {
    expect(() => decodeCursor(text, ['string', 'number'])).toThrow('kit.cursor.invalid');
  });

  it.each(['uuid', 'instant'] as const)('is refused when its %s is none, before the database sees it', (column) => {
    expect(() => decodeCursor(encodeCursor(['1; drop table']), [column])).toThrow('kit.cursor.invalid');
  });

  it.each([
    ['a fraction', '[1.5]'],
    ['beyond what is exact', '[1e300]'],
    ['infinite', '[1e999]'],
  ])('is refused when its integer is %s', (_what, text) => {
    expect(() => decodeCursor(Buffer.from(text).toString('base64url'), ['integer'])).toThrow('kit.cursor.invalid');
  });

  it('keeps the microseconds of an instant as PostgreSQL writes it', () => {
    const at = '2026-11-24 03:01:02.123456+00';
    expect(decodeCursor(encodeCursor([at]), ['instant'])).toEqual([at]);
  });
});
