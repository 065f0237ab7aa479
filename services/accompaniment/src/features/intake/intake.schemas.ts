import { findNeighbourhood, findSector } from '@ateneu/reference-data';
import { idSchema, isoDateTimeSchema, languageSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { consentSchema, personSchema, projectSchema, type ReferredProject } from '../referral/index.ts';
import { intakeCodeUnknown } from './intake.errors.ts';
import { intakeStatuses } from './intake-transitions.ts';
import { intakeDeclineReasons, intakeModalities } from './intake.ts';

/** What a person fills in to ask for accompaniment. */
export const requestSchema = z.object({
  modality: z.enum(intakeModalities).describe('`unknown` where the person does not know which they need.'),
  project: projectSchema,
  person: personSchema,
  consent: z.object({
    textVersion: safeText({ min: 1, max: 50 }).describe('The version of the data protection text that was shown.'),
    data: z.literal(true).describe('Keeping the data that the request needs; required.'),
  }),
  homepage: z.string().max(500).optional().describe('Leave it empty: hidden from people, it catches programs.'),
});

/** What a person is answered who asks. */
export const requestedSchema = z.object({
  id: z.uuid(),
  status: z.literal('received'),
  confirmation: z.literal('sent').describe('An e-mail with the link that confirms the request is on its way.'),
});

/** What the link shows. */
export const ownIntakeSchema = z.object({ confirmed: z.boolean(), projectName: z.string() });

export const meetingSchema = z.object({
  startsAt: isoDateTimeSchema,
  place: safeText({ min: 1, max: 300 }).describe('Where, or how to connect. Told to the person.'),
  technician: z
    .object({ id: safeText({ min: 1, max: 200 }), name: safeText({ min: 1, max: 150 }) })
    .optional()
    .describe('Who receives the person; whoever sets the meeting where it is not said.'),
});

const modality = z.enum(['creation', 'consolidation', 'transformation']);

export const acceptSchema = z.object({
  modality: modality.optional().describe('Needed where the person did not know it.'),
});

export const declineSchema = z.object({
  reasonCode: z.enum(intakeDeclineReasons),
  note: safeText({ min: 1, max: 1_000, multiline: true }).optional().describe('Told to the person, word for word.'),
});

export const referSchema = z.object({
  partnerId: idSchema,
  modality: modality.optional().describe('Needed where the person did not know it.'),
  consent: consentSchema.optional().describe('With it the referral is sent at once; without, it stays a draft.'),
});

/** What a step answers with. */
export const versionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(intakeStatuses) });

const instant = z.iso.datetime();

const titleSchema = z.object({ ca: z.string(), es: z.string().optional(), en: z.string().optional() });
const leadSchema = z.object({
  answerId: z.uuid(),
  sessionId: z.uuid(),
  title: titleSchema,
  startCooperative: z.object({ before: z.string(), after: z.string() }).optional(),
  history: z.array(z.object({ sessionId: z.uuid(), title: titleSchema, startsAt: z.string(), minutes: z.int() })),
});

/** One line of the triage queue. */
export const lineSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(intakeStatuses),
  modality: z.enum(intakeModalities),
  projectName: z.string(),
  sector: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  source: z.enum(['form', 'training']).describe('`training`: from the survey of a session.'),
  meetingAt: instant.nullable(),
  ageDays: z.int().describe('Whole days since the request came in.'),
  waitingDays: z.int().describe('Whole days since anything happened to it.'),
  createdAt: instant,
  updatedAt: instant,
});

/** A request as staff read it. */
export const intakeSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(intakeStatuses),
  modality: z.enum(intakeModalities),
  project: projectSchema,
  person: personSchema.extend({ language: languageSchema }),
  textVersion: z.string(),
  lead: leadSchema.nullable().describe('What the person said and attended, where it came from a session’s survey.'),
  confirmedAt: instant.nullable(),
  meeting: z
    .object({ startsAt: instant, place: z.string(), technician: z.object({ id: z.string(), name: z.string() }) })
    .nullable(),
  projectId: z.uuid().nullable(),
  referralId: z.uuid().nullable(),
  reasonCode: z.enum(intakeDeclineReasons).nullable(),
  note: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  history: z.array(z.object({ sequence: z.int(), event: z.string(), at: instant, actor: z.string().nullable() })),
});

/**
 * Checks the codes against the reference data.
 *
 * @throws DomainError `accompaniment.intake.code-unknown`
 */
export function projectFrom(input: z.output<typeof projectSchema>): ReferredProject {
  if (input.sector !== undefined && findSector(input.sector) === undefined) {
    throw intakeCodeUnknown({ field: 'sector', value: input.sector });
  }
  if (input.neighbourhood !== undefined && findNeighbourhood(input.neighbourhood) === undefined) {
    throw intakeCodeUnknown({ field: 'neighbourhood', value: input.neighbourhood });
  }
  return input;
}
