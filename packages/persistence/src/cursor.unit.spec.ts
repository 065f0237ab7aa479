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
});
