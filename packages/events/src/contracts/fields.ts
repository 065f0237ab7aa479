import { z } from 'zod';

/** A text in Catalan, and in Spanish and English where they exist. */
export const localizedText = z
  .looseObject({ ca: z.string(), es: z.string().optional(), en: z.string().optional() })
  .meta({ description: 'A text in Catalan, and in Spanish and English where they exist.' });

/** The identifier of an aggregate. */
export const id = z.uuid();

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A calendar date, `YYYY-MM-DD`. */
export const date = z.iso.date();

/** A person who is to be told something. Personal data. */
export const person = z
  .looseObject({
    name: z.string(),
    email: z.string(),
    language: z.string().describe('ISO 639-1 code of the language the person reads: `ca`, `es` or `en`.'),
  })
  .meta({ description: 'Personal data of the person who is to be told.' });

/** Versioned data of a reference list: readers must accept codes they do not know. */
export const code = z.string().min(1);

/** Which of the three kinds of accompaniment. */
export const modality = code.describe('`creation`, `consolidation` or `transformation`.');
