import { idSchema, isoDateTimeSchema, localizedAnswerSchema, localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { programmeSchema } from '../programme/index.ts';
import { type Places, type SessionDetails, sessionModes, sessionStatuses } from './session.ts';

export const capacitySchema = z.int().min(0).max(10_000).describe('Places in all.');

export const onlineCapacitySchema = capacitySchema
  .optional()
  .describe('How many of the places are online. Only for hybrid sessions; without it nobody counts them apart.');

/** What staff say of a session. */
export const sessionInputSchema = z.object({
  title: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 2_000, multiline: true }),
  startsAt: instantSchema,
  endsAt: instantSchema,
  mode: z.enum(sessionModes),
  venue: safeText({ max: 200 })
    .optional()
    .describe('Where it is held; needed before publication, unless it is online.'),
  capacity: capacitySchema,
  enrolmentOpensAt: instantSchema.optional().describe('Enrolment opens at publication when absent.'),
  enrolmentClosesAt: instantSchema.optional().describe('Enrolment closes at the start when absent.'),
  waitingListEnabled: z.boolean().default(true).describe('Whether people may queue when it is full.'),
  onlineCapacity: onlineCapacitySchema,
  courseId: idSchema.optional().describe('The course it belongs to.'),
  programme: programmeSchema.default({}).describe('What it says of itself; the course speaks for the rest.'),
  forMinors: z.boolean().default(false).describe('A session of a school: pupils are counted by head, nobody enrols.'),
  offerHours: z
    .int()
    .min(1)
    .max(720)
    .optional()
    .describe('For how many hours a freed place is offered to whoever is next; without it they get it at once.'),
  roomId: idSchema.optional().describe('The room of ours that it takes; refused where something else has it then.'),
});

/** What staff say to move a session. */
export const rescheduleSchema = z.object({
  startsAt: instantSchema,
  endsAt: instantSchema,
  mode: z.enum(sessionModes).optional().describe('As it was when absent.'),
  venue: safeText({ max: 200 }).optional().describe('As it was when absent.'),
  enrolmentOpensAt: instantSchema.optional().describe('As it was when absent.'),
  enrolmentClosesAt: instantSchema.optional().describe('As it was when absent.'),
  reason: localizedTextSchema({ max: 500 }).describe('Told to everybody enrolled, word for word.'),
});

/** The details in what staff sent; the capacity goes apart. */
export function detailsFrom(input: z.output<typeof sessionInputSchema>): SessionDetails {
  const { capacity: _, onlineCapacity: __, ...details } = input;
  return details;
}

/** The places in what staff sent. */
export function placesFrom({ capacity, onlineCapacity }: Places): Places {
  return { capacity, onlineCapacity };
}

/** A session as staff read it. */
export const staffSessionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(sessionStatuses),
  title: localizedAnswerSchema,
  summary: localizedAnswerSchema,
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
  mode: z.enum(sessionModes),
  venue: z.string().nullable(),
  capacity: capacitySchema,
  confirmed: z
    .int()
    .describe('People who have a place or are offered one; more than the capacity where it was lowered.'),
  waiting: z.int().describe('People in the waiting list.'),
  enrolmentOpensAt: isoDateTimeSchema.nullable(),
  enrolmentClosesAt: isoDateTimeSchema.nullable(),
  waitingListEnabled: z.boolean(),
  cancellationReason: localizedAnswerSchema.nullable(),
  createdAt: isoDateTimeSchema,
  updatedAt: isoDateTimeSchema,
  publishedAt: isoDateTimeSchema.nullable(),
  online: z
    .object({ capacity: z.int(), confirmed: z.int(), waiting: z.int() })
    .nullable()
    .describe('The part of places and people that is online, where it is counted apart.'),
  courseId: z.uuid().nullable(),
  programme: programmeSchema,
  forMinors: z.boolean(),
  offerHours: z.int().nullable(),
  roomId: z.uuid().nullable(),
});

/** What a change of state answers with. */
export const sessionVersionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(sessionStatuses),
});

/** A saved session is in one of the states that exist. */
export function existing<T extends { status: string }>(saved: T): T & { status: Exclude<T['status'], 'none'> } {
  if (saved.status === 'none') throw new TypeError('Nothing was saved.');
  return saved as T & { status: Exclude<T['status'], 'none'> };
}
