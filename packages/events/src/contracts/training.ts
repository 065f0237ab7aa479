import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, localizedText, text } from './fields.ts';
import { courseFacts, examples, mode, previous, sessionFacts } from './training-fields.ts';

const service = 'training';
const { sessionId, title, when, venue } = examples;

export const sessionPublished = defineEvent({
  service,
  aggregate: 'session',
  event: 'published',
  version: 1,
  summary: 'A session is open to the public.',
  data: z.object({
    ...sessionFacts,
    mode,
    capacity: z.int().min(0).describe('Places in all.'),
    onlineCapacity: z.int().min(0).optional().describe('How many of them are online; only for hybrid sessions.'),
    ...courseFacts,
    kind: codeAmong('What kind of action it is.', ['workshop', 'course', 'talk', 'dissemination']).optional(),
    topics: z.array(text).optional().describe('What it is about, as short words in Catalan.'),
  }),
  example: { sessionId, title, ...when, venue, mode: 'in-person', capacity: 20 },
});

export const sessionRescheduled = defineEvent({
  service,
  aggregate: 'session',
  event: 'rescheduled',
  version: 1,
  summary:
    'A published session moved to another date or place. Each person enrolled is told by an `enrolment.rescheduled` of ' +
    'their own.',
  data: z.object({
    ...sessionFacts,
    mode,
    previous,
    reason: localizedText.describe('Why, as the public is told. It names no person.'),
  }),
  example: {
    sessionId,
    title,
    ...when,
    venue,
    mode: 'in-person',
    previous: examples.previous,
    reason: examples.moveReason,
  },
});

export const sessionCancelled = defineEvent({
  service,
  aggregate: 'session',
  event: 'cancelled',
  version: 1,
  summary: 'A session will not be held. Each person enrolled is told by an `enrolment.cancelled` of their own.',
  data: z.object({
    ...sessionFacts,
    reason: localizedText.optional().describe('Why, as the public is told. It names no person.'),
  }),
  example: {
    sessionId,
    title,
    ...when,
    venue,
    reason: { ca: 'El local tanca per obres.', es: 'El local cierra por obras.' },
  },
});

export const sessionHeld = defineEvent({
  service,
  aggregate: 'session',
  event: 'held',
  version: 1,
  summary: 'A session was held, and is history from now on. Attendance may still be corrected.',
  data: z.object({
    ...sessionFacts,
    ...courseFacts,
    attended: z.int().min(0).describe('How many people are on record as having been there.'),
    absent: z.int().min(0).describe('How many had a place and are on record as absent.'),
    unrecorded: z.int().min(0).describe('How many had a place and nobody recorded anything of them.'),
    minors: z.int().min(0).describe('Pupils counted by head, for sessions of schools.'),
    minutes: z.int().min(0).describe('Of everybody who attended, together.'),
  }),
  example: { sessionId, title, ...when, venue, attended: 17, absent: 2, unrecorded: 0, minors: 0, minutes: 2_040 },
});
