import { isoDateTimeSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { enrolmentStatuses } from '../enrolment/index.ts';

/** The attendance of a session in numbers. Whoever waits or left is in none of them. */
export const totalsSchema = z.object({
  unrecorded: z.int().describe('People with a place of whom nothing is on record yet: they count as nothing.'),
  attended: z.int().describe('Those who walked in too.'),
  absent: z.int(),
  walkIns: z.int().describe('Those among the attended who had not enrolled.'),
  minutes: z.int().describe('Of everybody who attended, together.'),
});

/** A line of the list. */
export const attendanceLineSchema = z.object({
  enrolmentId: z.uuid(),
  version: z.int().describe('To be named when it is marked.'),
  status: z.enum(enrolmentStatuses).extract(['confirmed', 'attended', 'absent']),
  name: z.string(),
  minutes: z.int().nullable().describe('Of whoever attended.'),
  walkIn: z.boolean(),
  recordedAt: isoDateTimeSchema.nullable(),
  imagesConsent: z.boolean().describe('Whether the person may appear in pictures.'),
});

/** Where an enrolment stands after its attendance was recorded. */
export const attendanceVersionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(enrolmentStatuses),
  minutes: z.int().nullable(),
});

/** One record of the history of an enrolment's attendance. */
export const attendanceRecordSchema = z.object({
  present: z.boolean(),
  minutes: z.int(),
  was: z
    .object({ present: z.boolean(), minutes: z.int().nullable() })
    .nullable()
    .describe('What was on record before; null for the first one.'),
  recordedAt: isoDateTimeSchema,
  recordedBy: z.object({ id: z.string(), name: z.string().nullable() }),
});

/** The minutes that staff may state. */
export const minutesSchema = z
  .int()
  .min(1)
  .max(1_440)
  .optional()
  .describe('How long the person was there; the whole session when absent.');
