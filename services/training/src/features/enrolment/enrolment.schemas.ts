import { emailSchema, isoDateTimeSchema, localizedTextSchema, personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { sessionModes } from '../session/index.ts';
import { cancellationCauses, enrolmentStatuses, type Participant, participantLanguages } from './enrolment.ts';

/** What a person fills in to enrol. */
export const enrolSchema = z.object({
  name: personNameSchema,
  email: emailSchema.describe('Where the confirmation and the link to manage the enrolment are sent.'),
  language: z.enum(participantLanguages).default('ca').describe('The language of the messages.'),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ().-]{6,24}$/)
    .optional(),
  birthYear: z.int().min(1900).max(2100).optional().describe('Asked because the funder counts people by age.'),
  municipality: safeText({ max: 100 }).optional().describe('Asked because the funder counts people by municipality.'),
  consents: z
    .object({
      textVersion: safeText({ max: 40 }).describe('The version of the data protection text that was shown.'),
      data: z.literal(true).describe('Keeping the data that the enrolment needs; required.'),
      images: z.boolean().default(false).describe('Appearing in pictures.'),
      news: z.boolean().default(false).describe('Receiving news of the ateneu.'),
    })
    .describe('What the person agrees to, each apart.'),
  homepage: z.string().max(500).optional().describe('Leave it empty: hidden from people, it catches programs.'),
});

/** The participant that a filled-in form describes. */
export function participantFrom(
  { name, email, language, phone, birthYear, municipality, consents }: z.output<typeof enrolSchema>,
  at: Date,
): Participant {
  const consent = (given: boolean) => ({ given, textVersion: consents.textVersion, at });
  return {
    name,
    email,
    language,
    phone,
    birthYear,
    municipality,
    consents: { data: consent(consents.data), images: consent(consents.images), news: consent(consents.news) },
  };
}

/** What a person is answered who enrols. */
export const enrolledSchema = z.object({
  id: z.uuid(),
  status: z.enum(['confirmed', 'waiting']),
  position: z.int().nullable().describe('Place in the waiting list, from 1; null for a confirmed one.'),
});

/** An enrolment as its own person sees it. */
export const ownEnrolmentSchema = z.object({
  id: z.uuid(),
  status: z.enum(enrolmentStatuses),
  position: z.int().nullable().describe('Place in the waiting list now, from 1; null for one that does not wait.'),
  name: z.string(),
  email: z.string(),
  language: z.enum(participantLanguages),
  enrolledAt: isoDateTimeSchema,
  cancelledAt: isoDateTimeSchema.nullable(),
  cancellationCause: z.enum(cancellationCauses).nullable(),
  askedAgainAt: isoDateTimeSchema.nullable().describe('When the session last moved and the person was asked again.'),
  keptAt: isoDateTimeSchema.nullable().describe('When the person said that this suits them; silence keeps it too.'),
  session: z.object({
    id: z.uuid(),
    title: localizedTextSchema({ max: 150 }),
    startsAt: isoDateTimeSchema,
    endsAt: isoDateTimeSchema,
    mode: z.enum(sessionModes),
    venue: z.string().nullable(),
  }),
});

const consent = z.object({ given: z.boolean(), textVersion: z.string(), at: isoDateTimeSchema });

/** An enrolment as staff see it. */
export const staffEnrolmentSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(enrolmentStatuses),
  arrival: z.int().describe('The person’s turn: places and the waiting list go by it.'),
  name: z.string(),
  email: z.string(),
  language: z.enum(participantLanguages),
  phone: z.string().nullable(),
  birthYear: z.int().nullable(),
  municipality: z.string().nullable(),
  consents: z.object({ data: consent, images: consent, news: consent }),
  enrolledAt: isoDateTimeSchema,
  confirmedAt: isoDateTimeSchema.nullable(),
  cancelledAt: isoDateTimeSchema.nullable(),
  cancellationCause: z.enum(cancellationCauses).nullable(),
  askedAgainAt: isoDateTimeSchema.nullable().describe('When the session last moved and the person was asked again.'),
  keptAt: isoDateTimeSchema.nullable().describe('When the person said that this suits them; silence keeps it too.'),
  minutesAttended: z.int().nullable().describe('Of whoever attended; null for everybody else.'),
  walkIn: z.boolean().describe('Whether the person came without having enrolled.'),
  emailBouncedAt: isoDateTimeSchema.nullable().describe('When the address last refused a message; call instead.'),
});
