import { describe, expect, it } from 'vitest';

import { negotiateMediaType } from './media-types.ts';

describe('the format of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV ; q=0.5', 'text/csv'],
    ['text/*', 'text/csv'],
    ['application/json;q=0.2, text/csv', 'text/csv'],
    ['*/*, application/json;q=0', 'text/csv'],
    ['text/csv;q=nonsense', 'application/json'],
    ['image/png', 'application/json'],
    ['x'.repeat(2_000), 'application/json'],
  ])('for Accept %j is %s', (accept, expected) => {
    expect(negotiateMediaType(accept, ['application/json', 'text/csv'])).toBe(expected);
  });
});
