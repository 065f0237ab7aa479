import { languages } from '@ateneu/kernel';
import { z } from 'zod';

import { isStorable } from './validation.ts';

/** How long a text may be, in UTF-16 code units, after trimming. */
export interface TextLimits {
  min?: number;
  max: number;
  /** Whether line breaks and tabs may stay; a single line otherwise. */
  multiline?: boolean;
}

/** C0 and C1 controls, and the marks that turn the direction of the text around and so can disguise it. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const forbiddenCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const forbiddenInParagraphs = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * A text a person wrote: trimmed, in Unicode normal form C, line ends as `\n`, and without what PostgreSQL, a log or a
 * page could not take (NUL, lone surrogates, control characters, direction overrides).
 */
export function safeText({ min = 1, max, multiline = false }: TextLimits) {
  const forbidden = multiline ? forbiddenInParagraphs : forbiddenCharacters;
  return z
    .string()
    .overwrite((text) => (text.isWellFormed() ? text.normalize('NFC').replaceAll('\r\n', '\n').trim() : text))
    .min(min)
    .max(max)
    .check((context) => {
      if (isStorable(context.value) && !forbidden.test(context.value)) return;
      context.issues.push({
        code: 'invalid_format',
        format: 'safe_text',
        input: context.value,
        message: 'Unsafe text',
      });
    });
}

/** A text in Catalan, and in Spanish and English where there is one. */
export function localizedTextSchema(limits: TextLimits) {
  return z
    .object({
      ca: safeText(limits).describe('Catalan.'),
      es: safeText(limits).optional().describe('Spanish.'),
      en: safeText(limits).optional().describe('English.'),
    })
    .describe('A text that always exists in Catalan, and may in Spanish and English.');
}

/**
 * The same in an answer, as it was kept: neither trimmed nor measured again, which would take longer than everything else
 * about writing it.
 */
export const localizedAnswerSchema = z
  .object({
    ca: z.string().describe('Catalan.'),
    es: z.string().optional().describe('Spanish.'),
    en: z.string().optional().describe('English.'),
  })
  .describe('A text that always exists in Catalan, and may in Spanish and English.');

/**
 * An e-mail address of at most 254 characters (RFC 5321). Spaces around it go and the domain is lower-cased; the part
 * before the `@` is kept as it was typed, because only its owner's server knows what its case means. Compare addresses
 * by {@link emailKey}.
 */
export const emailSchema = z
  .string()
  .overwrite((text) => lowerCaseDomain(text.trim()))
  .max(254)
  .check(z.email())
  .describe('An e-mail address.');

/** The form under which two spellings of one address are the same person: all in lower case. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

function lowerCaseDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}

/** A language the platform speaks. */
export const languageSchema = z.enum(languages).describe('ISO 639-1: `ca`, `es` or `en`.');

/** A person's name, as they write it: one line, whatever its form. */
export const personNameSchema = safeText({ max: 120 }).describe('A person’s name, as they write it.');

/** An instant: ISO 8601 with `Z` or an offset. */
export const isoDateTimeSchema = z.iso.datetime({ offset: true }).describe('ISO 8601 with an offset.');

/** An identifier: a UUID. */
export const idSchema = z.uuid().describe('UUID.');
