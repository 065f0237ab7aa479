import { findNeighbourhood, findSector } from '@ateneu/reference-data';
import { emailSchema, idSchema, languageSchema, personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { referralCodeUnknown } from './referral.errors.ts';
import { directions, referralStatuses } from './referral-transitions.ts';
import { consentScopes, declineReasons, modalities, referralOutcomes, type ReferredProject } from './referral.ts';

export const projectSchema = z.object({
  name: safeText({ min: 1, max: 150 }),
  description: safeText({ min: 1, max: 5_000, multiline: true }).describe(
    'What the group wants to do. No names, no contact data.',
  ),
  sector: z.string().max(60).optional().describe('A code of the sectors.'),
  neighbourhood: z.string().max(10).optional().describe('A code of the barris.'),
  groupSize: z.int().min(1).max(10_000).optional(),
});

export const personSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  phone: safeText({ min: 3, max: 30 })
    .regex(/^[+\d][\d\s().-]+$/)
    .optional(),
  language: languageSchema.default('ca'),
});

export const consentSchema = z.object({
  scope: z
    .enum(consentScopes)
    .describe(
      '`referral`; `referral-and-follow-up` where the sender may learn the outcome; `referral-and-rerouting` where the ' +
        'receiver may besides pass it on to another entity.',
    ),
  givenOn: z.iso.date().describe('The day on which the person agreed.'),
  textVersion: safeText({ min: 1, max: 50 }).describe('The version of the text that the person agreed to.'),
});

/** What is said of a referral, by whoever makes it. */
export const contentSchema = z.object({
  partnerReference: safeText({ min: 1, max: 100 }).optional().describe('The partner’s own name for it.'),
  modality: z.enum(modalities),
  project: projectSchema,
  person: personSchema,
});

export const declineSchema = z.object({
  reasonCode: z.enum(declineReasons),
  note: safeText({ min: 1, max: 1_000, multiline: true })
    .optional()
    .describe('Told to the person, word for word; it names nobody.'),
});

export const rerouteSchema = z.object({
  partnerId: idSchema.describe('Who the project is passed on to.'),
  consent: consentSchema
    .optional()
    .describe('The person’s consent to this receiver; needed unless the first has the scope `referral-and-rerouting`.'),
});

export const closeSchema = z.object({ outcome: z.enum(referralOutcomes) });

/** What a step answers with. */
export const versionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(referralStatuses) });

const instant = z.iso.datetime();

const common = {
  id: z.uuid(),
  version: z.int(),
  status: z.enum(referralStatuses),
  direction: z.enum(directions),
  partnerReference: z.string().nullable(),
  modality: z.enum(modalities),
  reasonCode: z.enum(declineReasons).nullable(),
  outcome: z.enum(referralOutcomes).nullable(),
  createdAt: instant,
  updatedAt: instant,
};

/** One line of a partner's own list: no personal data. */
export const partnerLineSchema = z.object(common);

/** A referral as its partner reads it. */
export const partnerReferralSchema = z.object({
  ...common,
  project: projectSchema.nullable().describe('Null once there is nothing to decide or the consent is withdrawn.'),
  person: personSchema
    .extend({ language: languageSchema })
    .nullable()
    .describe('Null before the acceptance, after the end, and once the consent is withdrawn.'),
  consent: z.object({ withdrawnAt: instant.nullable() }),
});

/** One line of the staff's queue. */
export const staffLineSchema = z.object({
  ...common,
  partner: z.object({ id: z.uuid(), name: z.string() }),
  projectName: z.string().nullable(),
  sector: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  ageDays: z.int().describe('Whole days since it was made.'),
});

/** A referral as staff read it. */
export const staffReferralSchema = z.object({
  ...common,
  partner: z.object({ id: z.uuid(), name: z.string() }),
  project: projectSchema.nullable(),
  person: personSchema.extend({ language: languageSchema }).nullable().describe('Null once the consent is withdrawn.'),
  consent: consentSchema.extend({ withdrawnAt: instant.nullable() }).nullable(),
  note: z.string().nullable(),
  reroutedTo: z.uuid().nullable(),
  reroutedFrom: z.uuid().nullable(),
  remindedAt: instant.nullable().describe('When its receiver was reminded of it.'),
  chain: z
    .array(
      z.object({
        id: z.uuid(),
        status: z.enum(referralStatuses),
        direction: z.enum(directions),
        partner: z.object({ id: z.uuid(), name: z.string() }),
        createdAt: instant,
      }),
    )
    .describe('The referrals that passed this project on from one to the next, this one among them, oldest first.'),
  history: z.array(
    z.object({
      sequence: z.int(),
      event: z.string(),
      at: instant,
      actor: z.string().nullable(),
      details: z.record(z.string(), z.string()).nullable(),
    }),
  ),
});

/**
 * Checks the codes against the reference data.
 *
 * @throws DomainError `accompaniment.referral.code-unknown`
 */
export function projectFrom(input: z.output<typeof projectSchema>): ReferredProject {
  if (input.sector !== undefined && findSector(input.sector) === undefined) {
    throw referralCodeUnknown({ field: 'sector', value: input.sector });
  }
  if (input.neighbourhood !== undefined && findNeighbourhood(input.neighbourhood) === undefined) {
    throw referralCodeUnknown({ field: 'neighbourhood', value: input.neighbourhood });
  }
  return input;
}
