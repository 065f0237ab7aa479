import { isoDateTimeSchema, localizedAnswerSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { actionKinds } from '../../vocabulary.ts';
import { availabilities } from '../enrolment/index.ts';
import { publicProgrammeSchema } from '../programme/index.ts';
import { sessionModes, sessionStatuses } from '../session/index.ts';

const placesSchema = z.object({
  capacity: z.int(),
  placesLeft: z.int(),
  waiting: z.int(),
  availability: z.enum(availabilities),
});

/** A session as the public sees it. */
export const sessionSchema = z.object({
  id: z.uuid(),
  status: z.enum(sessionStatuses).exclude(['draft']),
  title: localizedAnswerSchema,
  summary: localizedAnswerSchema,
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
  mode: z.enum(sessionModes),
  venue: z.string().nullable(),
  enrolmentOpensAt: isoDateTimeSchema.nullable(),
  enrolmentClosesAt: isoDateTimeSchema.nullable(),
  waitingListEnabled: z.boolean(),
  capacity: z.int().describe('Places in all.'),
  placesLeft: z.int().describe('Places that nobody has yet.'),
  waiting: z.int().describe('People in the waiting list.'),
  availability: z.enum(availabilities).describe('What a person who enrolled now would find.'),
  cancellationReason: localizedAnswerSchema.nullable(),
  previousStartsAt: isoDateTimeSchema.nullable().describe('When it was to start before it moved, if it did.'),
  course: z.object({ id: z.uuid(), title: localizedAnswerSchema }).nullable(),
  programme: publicProgrammeSchema,
  forMinors: z.boolean().describe('A session of a school; nobody enrols.'),
  places: z
    .object({ room: placesSchema, online: placesSchema })
    .nullable()
    .describe('Where places in the room and online are counted apart, so that whoever enrols says which.'),
});

/** What one may look for besides a period, here and in calendars and feeds. */
export const catalogueFilters = {
  q: safeText({ max: 200 }).optional().describe('Words to look for; accents and case do not matter.'),
  kind: z.enum(actionKinds).optional(),
  topic: safeText({ max: 60 }).optional().describe('One of its topics, word for word.'),
};
