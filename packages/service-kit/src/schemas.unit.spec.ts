import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import {
  emailKey,
  emailSchema,
  idSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  personNameSchema,
  safeText,
} from './schemas.ts';

describe('a text a person wrote', () => {
  const line = safeText({ max: 20 });
  const paragraphs = safeText({ max: 40, multiline: true });

  test('is trimmed and brought into normal form C, Catalan as it is', () => {
    expect(line.parse('  Col·lectiu d’à\u0301pats ')).toBe('Col·lectiu d’à\u0301pats'.normalize('NFC'));
    expect(line.parse('e\u0301')).toBe('é');
    expect(line.parse('ŀ l·l 👩‍🌾')).toBe('ŀ l·l 👩‍🌾');
  });

  test('keeps line breaks only where it may have them, as one character', () => {
    expect(paragraphs.parse('un\r\ndos\n\ttres')).toBe('un\ndos\n\ttres');
    expect(line.safeParse('un\ndos').success).toBe(false);
  });

  test.each([
    ['NUL, which PostgreSQL refuses', 'a\0b'],
    ['a lone surrogate, which UTF-8 cannot write', 'a\ud800b'],
    ['a control character', 'a\u0007b'],
    ['a C1 control character', 'a\u0085b'],
    ['an escape', 'a\u001b[31mb'],
    ['a direction override, which can disguise it', 'a\u202eb'],
    ['a byte order mark', 'a\ufeffb'],
  ])('is refused with %s', (_what, text) => {
    expect(line.safeParse(text).success).toBe(false);
    expect(paragraphs.safeParse(text).success).toBe(false);
  });

  test('is measured after trimming', () => {
    expect(line.safeParse('   ').success).toBe(false);
    expect(line.safeParse(`  ${'a'.repeat(20)}  `).success).toBe(true);
    expect(line.safeParse('a'.repeat(21)).success).toBe(false);
    expect(safeText({ min: 3, max: 9 }).safeParse('ab').success).toBe(false);
  });

  test('once accepted is accepted again unchanged, and can be encoded in an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const first = safeText({ max: 100 }).safeParse(text);
        if (!first.success) return;
        expect(safeText({ max: 100 }).parse(first.data)).toBe(first.data);
        expect(z.encode(safeText({ max: 100 }), first.data)).toBe(first.data);
      }),
    );
  });

  test('is never accepted where the store could not keep it', () => {
    // Whatever code point, halves of pairs and NUL more often than by chance.
    const point = fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(0, 0x41, 0xd800, 0xdfff));
    const anything = fc.array(point, { maxLength: 30 }).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(anything, (text) => {
        const result = safeText({ max: 100, multiline: true }).safeParse(text);
        expect(!result.success || (result.data.isWellFormed() && !result.data.includes('\0'))).toBe(true);
      }),
    );
  });
});

describe('an e-mail address', () => {
  test('loses the spaces around it and the capitals of its domain, not those of its owner', () => {
    expect(emailSchema.parse('  Carme.Ribas@Ateneu.EXAMPLE ')).toBe('Carme.Ribas@ateneu.example');
  });

  test.each([
    '',
    'carme',
    'carme@',
    '@ateneu.example',
    'a b@ateneu.example',
    'a@b',
    'a@ateneu.example\0',
    'a@b.example\r\nBcc: c@d.example',
    `${'a'.repeat(250)}@b.example`,
  ])('is refused when it is none: %j', (text) => {
    expect(emailSchema.safeParse(text).success).toBe(false);
  });

  test('of one person is one key however it is spelt', () => {
    expect(emailKey('Carme@ateneu.example')).toBe(emailKey('carme@ateneu.example'));
  });

  test('can be encoded in an answer', () => {
    expect(z.encode(emailSchema, 'Carme@ateneu.example')).toBe('Carme@ateneu.example');
  });
});

describe('a localized text', () => {
  const schema = localizedTextSchema({ max: 10 });

  test('needs Catalan alone', () => {
    expect(schema.parse({ ca: ' Hola ' })).toEqual({ ca: 'Hola' });
    expect(schema.safeParse({ es: 'Hola' }).success).toBe(false);
    expect(schema.safeParse({ ca: '' }).success).toBe(false);
  });

  test('refuses an empty translation rather than keeping it', () => {
    expect(schema.safeParse({ ca: 'Hola', es: '  ' }).success).toBe(false);
  });
});

test('names are taken as people write them', () => {
  for (const name of ['Núria', 'Mª Àngels Gil-i-Puig', 'محمد', '李', 'O’Brien']) {
    expect(personNameSchema.parse(name)).toBe(name);
  }
});

test('instants need an offset, and identifiers are UUIDs', () => {
  expect(isoDateTimeSchema.safeParse('2026-03-02T09:00:00+01:00').success).toBe(true);
  expect(isoDateTimeSchema.safeParse('2026-03-02T09:00:00').success).toBe(false);
  expect(isoDateTimeSchema.safeParse('2026-02-30T09:00:00Z').success).toBe(false);
  expect(idSchema.safeParse('0190a4f0-0000-7000-8000-000000000000').success).toBe(true);
  expect(idSchema.safeParse("1' or '1'='1").success).toBe(false);
});
