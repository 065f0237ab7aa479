import { readFileSync } from 'node:fs';

import { languages } from '@ateneu/kernel';
import { describe, expect, test } from 'vitest';

import { kitErrors } from './errors.ts';
import { titleOf } from './refusal.ts';

const documented = new Map(
  [
    ...readFileSync(new URL('../ERRORS.md', import.meta.url), 'utf8').matchAll(/^\| `(kit\.[\w.-]+)` +\| (\d+) +\|/gm),
  ].map(([, code = '', status]) => [code, Number(status)]),
);
const declared = new Map(Object.values(kitErrors).map(({ definition }) => [definition.code, definition.status]));

describe('the codes of the kit', () => {
  test('are all in ERRORS.md, and ERRORS.md has no other', () => {
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(declared));
  });

  test('are each declared once', () => {
    expect(declared.size).toBe(Object.keys(kitErrors).length);
  });

  test.each(Object.values(kitErrors).map((factory) => [factory.definition.code, factory.definition] as const))(
    '%s speaks every language, differently',
    (code, { message, status }) => {
      expect(code).toMatch(/^kit\.[a-z-]+\.[a-z-]+$/);
      expect(new Set(languages.map((language) => message[language])).size).toBe(languages.length);
      expect(new Set(languages.map((language) => titleOf(status, language))).size).toBe(languages.length);
    },
  );
});

test('placeholders are filled in', () => {
  const error = kitErrors.rateLimited({ params: { seconds: 7 } });
  expect(error.publicMessage('ca')).toContain('7 segons');
  expect(error.publicMessage('en')).toContain('7 seconds');
});
