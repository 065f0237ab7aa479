import { findLegalForm, findNeighbourhood, findSector, genders } from '@ateneu/reference-data';
import { emailSchema, languageSchema, personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { projectCodeUnknown } from './project.errors.ts';
import { memberStatuses, type Project, projectStatuses, recipients } from './project.ts';

const code = z.string().max(60);
const paragraph = (max: number) => safeText({ min: 1, max, multiline: true });
const instant = z.iso.datetime();

/** What is known of a project besides its name; its names are those of the ateneus' own records. */
export const profileSchema = z.object({
  recipient: z.enum(recipients).optional().describe('For whom the ateneu works (*destinatari*).'),
  legalForm: code.optional().describe('A code of the legal forms.'),
  entityName: safeText({ min: 1, max: 200 }).optional().describe('The registered name of an entity or business.'),
  taxId: safeText({ min: 9, max: 16 }).optional(),
  municipality: safeText({ min: 1, max: 100 }).optional().describe('L’Hospitalet de Llobregat where it is not said.'),
  motivation: paragraph(5_000).optional(),
  needsSolved: paragraph(5_000).optional().describe('Which needs it meets.'),
  socialBase: paragraph(5_000).optional(),
  expectedJobs: z.int().min(0).max(10_000).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
});

const contactSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  phone: safeText({ min: 3, max: 30 }).optional(),
  language: languageSchema.default('ca'),
});

const tag = safeText({ min: 1, max: 40 }).overwrite((text) => text.toLowerCase());

/** A project as it is opened or edited. */
export const projectSchema = z.object({
  name: safeText({ min: 1, max: 150 }),
  description: paragraph(5_000),
  sector: code.optional().describe('A code of the sectors.'),
  neighbourhood: code.optional().describe('A code of the barris.'),
  groupSize: z.int().min(1).max(10_000).optional(),
  contact: contactSchema.optional(),
  status: z.enum(projectStatuses).exclude(['merged']).optional().describe('`active` where it is not said.'),
  profile: profileSchema.optional(),
  tags: z.array(tag).max(20).optional(),
});

/** A project as staff read it. */
export const projectViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  description: z.string(),
  sector: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  groupSize: z.int().nullable(),
  contact: z
    .object({ name: z.string(), email: z.string(), phone: z.string().optional(), language: languageSchema })
    .nullable(),
  listing: z
    .object({ initiativeId: z.uuid(), slug: z.string() })
    .nullable()
    .describe('Where the public directory shows what it became.'),
  status: z.enum(projectStatuses),
  profile: profileSchema,
  tags: z.array(z.string()),
  mergedInto: z.uuid().nullable(),
  createdAt: instant,
  updatedAt: instant,
});

export const projectVersionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(projectStatuses) });

/** What is kept of a member, as far as it is known. */
export const memberPersonSchema = z.object({
  name: personNameSchema,
  surnames: safeText({ min: 1, max: 150 }).optional(),
  email: emailSchema.optional(),
  phone: safeText({ min: 3, max: 30 }).optional(),
  language: languageSchema.default('ca'),
  role: safeText({ min: 1, max: 100 }).optional(),
  idDocument: safeText({ min: 5, max: 20 }).optional().describe('DNI, NIE or passport; the funder asks for it.'),
  gender: z
    .enum(genders.map((term) => term.code))
    .optional()
    .describe('A code of the funder’s vocabulary.'),
  bornOn: z.iso.date().optional(),
  municipality: safeText({ min: 1, max: 100 }).optional(),
});

export const memberViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(memberStatuses),
  person: memberPersonSchema.extend({ language: languageSchema }),
  invitedBy: z.string(),
  createdAt: instant,
  updatedAt: instant,
});

export const memberVersionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(memberStatuses) });

/**
 * Checks a project's codes against the reference data.
 *
 * @throws DomainError `accompaniment.project.code-unknown`
 */
export function projectFrom(input: z.output<typeof projectSchema>): Omit<Project, 'id'> {
  known('sector', input.sector, findSector);
  known('neighbourhood', input.neighbourhood, findNeighbourhood);
  known('profile.legalForm', input.profile?.legalForm, findLegalForm);
  return { ...input, tags: [...new Set(input.tags ?? [])] };
}

function known(field: string, value: string | undefined, find: (code: string) => unknown): void {
  if (value !== undefined && find(value) === undefined) throw projectCodeUnknown({ field, value });
}
