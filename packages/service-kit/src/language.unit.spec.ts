import { describe, expect, test } from 'vitest';

import { negotiateLanguage, parsePreferences, prefersHtml } from './language.ts';

describe('the language of an answer', () => {
  test.each([
    ['es', 'es'],
    ['es-ES,es;q=0.9,en;q=0.8', 'es'],
    ['fr-FR, en-GB;q=0.8, ca;q=0.5', 'en'],
    ['EN', 'en'],
    ['en;q=0.2, es;q=0.7', 'es'],
  ])('is the one the caller likes best of ours: %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  test.each([undefined, '', '*', 'fr', 'de-DE,fr;q=0.5', 'es;q=0', ';;;', 'q=1', 'x'.repeat(2_000)])(
    'is Catalan where none of ours is asked for: %s',
    (header) => {
      expect(negotiateLanguage(header)).toBe('ca');
    },
  );
});

test('preferences come best first, and refused ones do not come', () => {
  expect(parsePreferences('a;q=0.1, b, c;q=0, d;q=0.5')).toEqual(['b', 'd', 'a']);
});

describe('a person with a browser', () => {
  test('names HTML before JSON', () => {
    expect(prefersHtml({ headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })).toBe(true);
  });

  test('is not a program, which names JSON, anything or nothing', () => {
    expect(prefersHtml({ headers: { accept: 'application/json, text/html;q=0.5' } })).toBe(false);
    expect(prefersHtml({ headers: { accept: '*/*' } })).toBe(false);
    expect(prefersHtml({ headers: {} })).toBe(false);
  });
});
