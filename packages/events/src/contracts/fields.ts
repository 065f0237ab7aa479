import { z } from 'zod';

import { modalityTerms, type Term } from '../vocabulary/index.ts';

/** A text in Catalan, and in Spanish and English where they exist. */
export const localizedText = z
  .object({ ca: z.string().min(1), es: z.string().optional(), en: z.string().optional() })
  .describe('A text in Catalan, and in Spanish and English where they exist.');

/** An identifier. */
export const id = z.uuid();

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A calendar day in L'Hospitalet, `YYYY-MM-DD`. */
export const date = z.iso.date();

/** A text that is always there, in the language of whoever wrote it. */
export const text = z.string().min(1);

/** A text that may well be empty. */
export const freeText = z.string();

/** Versioned data of a reference list: readers must accept codes they do not know. */
export const code = z.string().min(1);

/** A code whose meanings so far are known. It stays an open text: a reader must accept a newer one. */
export function codeAmong(meaning: string, known: readonly (Term | string)[]) {
  const codes = known.map((term) => `\`${typeof term === 'string' ? term : term.code}\``);
  return code.describe(`${meaning} Known codes: ${codes.join(', ')}.`);
}

export const modality = codeAmong('Which kind of accompaniment.', modalityTerms);

export const sector = code.describe('An activity sector of the reference data.');
export const legalForm = code.describe('A legal form of the reference data.');
export const neighbourhood = code.describe('The barri, by the city’s own code.');

/** A person who is to be told something. Personal data: only ever in `personal`. */
export const person = z.object({
  name: text.describe('What the person is called.'),
  email: text.describe('Where to write to the person.'),
  language: codeAmong('The language to write in, by its ISO 639-1 code.', ['ca', 'es', 'en']),
});
