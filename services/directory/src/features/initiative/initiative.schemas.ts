import { languageSchema, localizedAnswerSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import {
  criteriaSchema,
  detailsSchema,
  linksSchema,
  offersSchema,
  openingHoursSchema,
  positionSchema,
} from './details.schemas.ts';
import { initiativeStatuses, rejectionReasons } from './initiative.ts';

/** A text chosen for the reader, and the language it is in. */
export const chosenTextSchema = z.object({ text: z.string(), language: languageSchema });

/** The texts of an initiative in the language asked for, or in Catalan; each tells which. */
export const localizedSchema = z
  .object({ name: chosenTextSchema, summary: chosenTextSchema, description: chosenTextSchema.nullable() })
  .describe('The texts by `Accept-Language`, each with the language it is in.');

/** An initiative as the public reads it. */
export const publicInitiativeSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: localizedAnswerSchema,
  summary: localizedAnswerSchema,
  description: localizedAnswerSchema.nullable(),
  localized: localizedSchema,
  legalForm: z.string(),
  sectors: z.array(z.string()),
  neighbourhood: z.string().nullable(),
  address: z.string().nullable(),
  position: positionSchema.nullable(),
  website: z.string().nullable(),
  foundedIn: z.int().nullable(),
  offers: offersSchema,
  needs: z.array(z.string()),
  networks: z.array(z.string()),
  cooperatesWith: z
    .array(z.object({ id: z.uuid(), slug: z.string(), name: localizedAnswerSchema }))
    .describe('Those of them that are public.'),
  links: linksSchema,
  contact: z
    .object({ email: z.string().optional(), phone: z.string().optional(), person: z.string().optional() })
    .describe('The fields that there is consent to publish.'),
  openingHours: openingHoursSchema.nullable(),
  criteria: criteriaSchema.nullable(),
  goodPractices: z.array(z.object({ id: z.uuid(), slug: z.string(), title: localizedAnswerSchema })),
  confirmedAt: z.iso.datetime().describe('When what it says was last known to be right.'),
  overdue: z.boolean().describe('Nobody answered, after two reminders, whether it still is.'),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** An initiative as staff read it. */
export const staffInitiativeSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(initiativeStatuses),
  slug: z.string().nullable(),
  ...detailsSchema.shape,
  origin: z.object({
    kind: z.enum(['public', 'staff', 'entity-created', 'import']),
    projectId: z.uuid().optional(),
    source: z.string().optional(),
    externalId: z.string().optional(),
  }),
  proposer: z.object({ name: z.string(), email: z.string(), language: z.string() }).nullable(),
  rejection: z.object({ reasonCode: z.enum(rejectionReasons), note: z.string().optional() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** What a change of state answers with. */
export const versionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(initiativeStatuses),
  slug: z.string().nullable(),
});
