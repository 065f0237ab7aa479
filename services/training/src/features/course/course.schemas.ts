import { isoDateTimeSchema, localizedTextSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { programmeSchema, publicProgrammeSchema } from '../programme/index.ts';
import { sessionModes, sessionStatuses } from '../session/index.ts';
import { courseStatuses } from './course.entity.ts';

const title = localizedTextSchema({ max: 150 });
const summary = localizedTextSchema({ max: 4_000, multiline: true });

/** What staff say of a course. */
export const courseInputSchema = z.object({ title, summary, programme: programmeSchema.default({}) });

/** What a change answers with. */
export const courseVersionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(courseStatuses) });

/** The sessions of a course, in short. */
const sessionSchema = z.object({
  id: z.uuid(),
  title,
  status: z.enum(sessionStatuses),
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
  mode: z.enum(sessionModes),
  venue: z.string().nullable(),
  capacity: z.int(),
  confirmed: z.int(),
  waiting: z.int(),
});

/** A course as staff read it. */
export const staffCourseSchema = courseVersionSchema.extend({
  title,
  summary,
  programme: programmeSchema,
  cancellationReason: localizedTextSchema({ max: 500 }).nullable(),
  clonedFrom: z.uuid().nullable(),
  createdAt: isoDateTimeSchema,
  updatedAt: isoDateTimeSchema,
  publishedAt: isoDateTimeSchema.nullable(),
  sessions: z.array(sessionSchema).describe('By their date.'),
});

/** A course as the public reads it. */
export const publicCourseSchema = z.object({
  id: z.uuid(),
  status: z.enum(courseStatuses).exclude(['draft']),
  title,
  summary,
  programme: publicProgrammeSchema,
  cancellationReason: localizedTextSchema({ max: 500 }).nullable(),
  sessions: z
    .array(
      sessionSchema
        .omit({ confirmed: true, waiting: true })
        .extend({ status: z.enum(sessionStatuses).exclude(['draft']), placesLeft: z.int() }),
    )
    .describe('Those that were published, by their date. Each has a page of its own, where one enrols.'),
});
