import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, id, instant, localizedText, person } from './fields.ts';

const service = 'training';

const sessionId = '0198c1d2-7a10-7c3e-9f00-000000000002';
const enrolmentId = '0198c1d2-7a10-7c3e-9f00-000000000003';
const title = { ca: 'Com fer una cooperativa', es: 'Cómo hacer una cooperativa' };
const when = { startsAt: '2026-04-14T16:00:00.000Z', endsAt: '2026-04-14T18:00:00.000Z' };

const sessionFacts = {
  sessionId: id,
  title: localizedText,
  startsAt: instant,
  endsAt: instant,
  venue: z.string().optional().describe('Where it is held, for sessions in person.'),
};

export const sessionPublished = defineEvent({
  service,
  aggregate: 'session',
  event: 'published',
  version: 1,
  summary: 'A session is open to the public.',
  data: z.object({
    ...sessionFacts,
    mode: code.describe('`in-person`, `online` or `hybrid`.'),
    capacity: z.int().min(0).describe('Places in all.'),
  }),
  example: { sessionId, title, ...when, venue: 'Can Serra', mode: 'in-person', capacity: 20 },
});

export const sessionCancelled = defineEvent({
  service,
  aggregate: 'session',
  event: 'cancelled',
  version: 1,
  summary: 'A session will not be held. Each person enrolled is told by an `enrolment.cancelled` of their own.',
  data: z.object({ ...sessionFacts, reason: localizedText.optional() }),
  example: { sessionId, title, ...when, reason: { ca: 'La formadora està malalta.' } },
});

const enrolled = z.object({
  enrolmentId: id,
  ...sessionFacts,
  personal: person.extend({
    manageUrl: z.string().describe('The person’s own link: see the enrolment, cancel it. A secret.'),
  }),
});
const enrolledExample = {
  enrolmentId,
  sessionId,
  title,
  ...when,
  venue: 'Can Serra',
  personal: {
    name: 'Núria Vidal',
    email: 'nuria@example.org',
    language: 'ca',
    manageUrl: 'https://ateneu.example/training/v1/self-service/enrolments/enr_example',
  },
};

export const enrolmentConfirmed = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'confirmed',
  version: 1,
  summary: 'A person enrolled and has a place.',
  consumers: ['notifications'],
  data: enrolled,
  example: enrolledExample,
});

export const enrolmentWaitlisted = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'waitlisted',
  version: 1,
  summary: 'A person enrolled in a full session and waits for a place.',
  consumers: ['notifications'],
  data: enrolled.extend({ position: z.int().min(1).describe('Place in the waiting list at that moment.') }),
  example: { ...enrolledExample, position: 1 },
});

export const enrolmentPromoted = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'promoted',
  version: 1,
  summary: 'The first person waiting got a place.',
  consumers: ['notifications'],
  data: enrolled,
  example: enrolledExample,
});

export const enrolmentCancelled = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'cancelled',
  version: 1,
  summary: 'An enrolment ended, with its place or its turn.',
  consumers: ['notifications'],
  data: enrolled.extend({
    cause: code.describe('`person`, `staff` or `session-cancelled`.'),
    reason: localizedText.optional().describe('What is told about a cancelled session.'),
  }),
  example: { ...enrolledExample, cause: 'person' },
});
