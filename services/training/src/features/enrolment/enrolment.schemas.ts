import { emailSchema, isoDateTimeSchema, localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { attendancePlaces } from '../../vocabulary.ts';
import { programmeSchema } from '../programme/index.ts';
import { sessionModes } from '../session/index.ts';
import { cancellationCauses, enrolmentStatuses, type Participant, participantLanguages } from './enrolment.ts';
import { answersSchema, hasName, personFields, placeSchema, profileSchema, wholeName } from './person.schemas.ts';

/** What a person fills in to enrol, field by field. */
export const enrolFields = z.object({
  ...personFields,
  email: emailSchema.describe('Where the confirmation and the link to manage the enrolment are sent.'),
  language: z.enum(participantLanguages).default('ca').describe('The language of the messages.'),
  place: placeSchema,
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

/** What a person fills in to enrol. */
export const enrolSchema = enrolFields.refine(...hasName);

/** What staff fill in for somebody: whoever sits at the desk is no program. */
export const staffEnrolSchema = enrolFields.omit({ homepage: true }).refine(...hasName);

/** The participant that a filled-in form describes. */
export function participantFrom(form: Omit<z.output<typeof enrolFields>, 'homepage'>, at: Date): Participant {
  const { consents, place: _, ...person } = form;
  const consent = (given: boolean) => ({ given, textVersion: consents.textVersion, at });
  return {
    ...personFrom(person),
    email: form.email,
    language: form.language,
    consents: { data: consent(consents.data), images: consent(consents.images), news: consent(consents.news) },
  };
}

const personShape = z.object(personFields);

/** What a person says of themselves when they change it: everything but the address, which names them. */
export const personSchema = personShape.refine(...hasName);

/** The part of a participant that a person tells of themselves. */
export function personFrom(person: z.output<typeof personShape>): Omit<Participant, 'email' | 'language' | 'consents'> {
  const { givenName, surnames, phone, birthYear, municipality, profile = {}, accessibility, answers = {} } = person;
  const year = birthYear ?? (profile.birthDate === undefined ? undefined : Number(profile.birthDate.slice(0, 4)));
  const name = wholeName(person);
  return { name, givenName, surnames, phone, birthYear: year, municipality, profile, accessibility, answers };
}

/** What a person is answered who enrols. */
export const enrolledSchema = z.object({
  id: z.uuid(),
  status: z.enum(['confirmed', 'waiting']),
  position: z.int().nullable().describe('Place in the waiting list, from 1; null for a confirmed one.'),
});

const consent = z.object({ given: z.boolean(), textVersion: z.string(), at: isoDateTimeSchema });

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
  place: z.enum(attendancePlaces).nullable(),
  offerExpiresAt: isoDateTimeSchema.nullable().describe('Until when a place is kept for the person.'),
  phone: z.string().nullable(),
  birthYear: z.int().nullable(),
  municipality: z.string().nullable(),
  givenName: z.string().nullable(),
  surnames: z.string().nullable(),
  profile: profileSchema,
  accessibility: z.string().nullable(),
  answers: answersSchema,
  questions: z.array(z.unknown()).describe('What the course and the session ask, as in the catalogue.'),
  consents: z.object({ data: consent, images: consent, news: consent }),
  checkIn: z
    .object({ code: z.string(), url: z.url(), qrUrl: z.url() })
    .nullable()
    .describe('For the door; only for whoever has a place in the room.'),
  released: z
    .object({
      joinUrl: z.string().nullable().describe('The video link, for whoever takes part online.'),
      instructions: localizedTextSchema({ max: 2_000, multiline: true }).nullable(),
      materials: programmeSchema.shape.materials.unwrap(),
    })
    .nullable()
    .describe('Only for whoever has or had a place.'),
});

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
  place: z.enum(attendancePlaces).nullable(),
  offerExpiresAt: isoDateTimeSchema.nullable(),
  givenName: z.string().nullable(),
  surnames: z.string().nullable(),
  accessibility: z.string().nullable(),
  answers: answersSchema,
  profile: profileSchema,
  partyId: z.uuid().nullable().describe('What those who enrolled together have in common.'),
  movedToSessionId: z.uuid().nullable(),
  emailBouncedAt: isoDateTimeSchema.nullable().describe('When the address last refused a message; call instead.'),
});
