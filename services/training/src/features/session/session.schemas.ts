import { isoDateTimeSchema, localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { type SessionDetails, sessionModes, sessionStatuses } from './session.ts';

export const capacitySchema = z.int().min(0).max(10_000).describe('Places in all.');

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
  const { capacity: _, ...details } = input;
  return details;
}

/** A session as staff read it. */
export const staffSessionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(sessionStatuses),
  title: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 2_000, multiline: true }),
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
  mode: z.enum(sessionModes),
  venue: z.string().nullable(),
  capacity: capacitySchema,
  confirmed: z.int().describe('People who have a place; more than the capacity where it was lowered.'),
  waiting: z.int().describe('People in the waiting list.'),
  enrolmentOpensAt: isoDateTimeSchema.nullable(),
  enrolmentClosesAt: isoDateTimeSchema.nullable(),
  waitingListEnabled: z.boolean(),
  cancellationReason: localizedTextSchema({ max: 500 }).nullable(),
  createdAt: isoDateTimeSchema,
  updatedAt: isoDateTimeSchema,
  publishedAt: isoDateTimeSchema.nullable(),
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
