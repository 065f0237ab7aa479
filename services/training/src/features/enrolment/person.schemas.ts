import { discoveryChannels, employmentSituations, type FunderTerm, genders, studyLevels } from '@ateneu/reference-data';
import { personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { attendancePlaces } from '../../vocabulary.ts';

/** A code of a list of the reference data; the lists are at `/v1/vocabularies`. */
function codeOf(terms: readonly FunderTerm[]) {
  const codes = terms.map(({ code }) => code);
  return z
    .string()
    .refine((code) => codes.includes(code), {
      error: 'Not a code of the list',
      params: {
        message: {
          ca: 'Aquest codi no és a la llista.',
          es: 'Este código no está en la lista.',
          en: 'That is not a code of the list.',
        },
      },
    })
    .meta({ examples: codes });
}

const why = 'The funder asks for it of whoever takes part; answering is the person’s choice.';

/** What the funder asks of a person. */
export const profileSchema = z
  .object({
    birthDate: z.iso.date().optional().describe(why),
    gender: codeOf(genders).optional().describe(why),
    employmentSituation: codeOf(employmentSituations).optional(),
    studyLevel: codeOf(studyLevels).optional(),
    discovery: codeOf(discoveryChannels).optional().describe('How the person heard of the ateneu.'),
    origin: safeText({ max: 120 }).optional().describe('Where the person comes from, in their own words.'),
    identityDocument: safeText({ max: 30 }).optional().describe(`Number of the DNI, NIE or passport. ${why}`),
    identityDocumentWithheld: z
      .boolean()
      .optional()
      .describe('The person says “I can’t give it”: that is an answer too, and nobody asks again.'),
  })
  .refine((profile) => profile.identityDocument === undefined || profile.identityDocumentWithheld !== true, {
    error: 'Either a number, or that it cannot be given',
    params: {
      message: {
        ca: 'Doneu el número o digueu que no el podeu donar, no les dues coses.',
        es: 'Dé el número o diga que no puede darlo, no las dos cosas.',
        en: 'Give the number or say that you cannot, not both.',
      },
    },
  })
  .describe('What the funder asks. All of it is optional.');

/** Answers to the questions of the course and session, each in the form of its question's type. */
export const answersSchema = z
  .record(
    z.string().max(40),
    z.union([
      safeText({ min: 0, max: 2_000, multiline: true }),
      z.number(),
      z.boolean(),
      z.array(z.string().max(40)).max(30),
    ]),
  )
  .refine((answers) => Object.keys(answers).length <= 60, 'Too many answers')
  .describe('By the question’s id: a text, an option’s value, several of them, yes or no, a number, or `YYYY-MM-DD`.');

export const accessibilitySchema = safeText({ max: 1_000, multiline: true })
  .optional()
  .describe('What the person needs in order to take part; for the people who prepare the session, and nobody else.');

/** The fields by which a person tells of themselves. */
export const personFields = {
  name: personNameSchema
    .optional()
    .describe('The whole name. Not needed where `givenName` and `surnames` are given apart.'),
  givenName: safeText({ max: 80 }).optional().describe('The funder’s list has name and surnames apart.'),
  surnames: safeText({ max: 120 }).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ().-]{6,24}$/)
    .optional(),
  birthYear: z.int().min(1900).max(2100).optional().describe('Asked because the funder counts people by age.'),
  municipality: safeText({ max: 100 }).optional().describe('Asked because the funder counts people by municipality.'),
  profile: profileSchema.optional(),
  accessibility: accessibilitySchema,
  answers: answersSchema.optional(),
};

export const placeSchema = z
  .enum(attendancePlaces)
  .optional()
  .describe('Where the person takes part in a hybrid session; asked for where places are counted apart.');

interface Named {
  name?: string | undefined;
  givenName?: string | undefined;
  surnames?: string | undefined;
}

/** Somebody without a name cannot be called. */
export const hasName: [(person: Named) => boolean, { path: string[]; error: string; params: object }] = [
  ({ name, givenName, surnames }: Named): boolean =>
    name !== undefined || (givenName !== undefined && surnames !== undefined),
  {
    path: ['name'],
    error: 'A name is needed',
    params: { message: { ca: 'Falta el nom.', es: 'Falta el nombre.', en: 'The name is missing.' } },
  },
];

/** The name as it is read out. */
export function wholeName({ name, givenName, surnames }: Named): string {
  return name ?? `${givenName ?? ''} ${surnames ?? ''}`.trim();
}
