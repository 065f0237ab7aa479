import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, freeText, id, instant, localizedText, person, text } from './fields.ts';

const service = 'training';

const sessionId = '0198c1d2-7a10-7c3e-9f00-000000000002';
const enrolmentId = '0198c1d2-7a10-7c3e-9f00-000000000003';
const title = { ca: 'Com crear una cooperativa de treball', es: 'Cómo crear una cooperativa de trabajo' };
const when = { startsAt: '2026-04-14T16:00:00.000Z', endsAt: '2026-04-14T18:00:00.000Z' };
const venue = 'Centre Cultural Barradas, rambla de Just Oliveras, 56';

const modes = ['in-person', 'online', 'hybrid'];
const startIntentions = ['no', 'maybe', 'yes'];

const sessionFacts = {
  sessionId: id.describe('The session.'),
  title: localizedText.describe('What the session is called.'),
  startsAt: instant.describe('When it starts, in UTC.'),
  endsAt: instant.describe('When it ends, in UTC.'),
  venue: freeText.optional().describe('Where it is held, for sessions in person.'),
};

export const sessionPublished = defineEvent({
  service,
  aggregate: 'session',
  event: 'published',
  version: 1,
  summary: 'A session is open to the public.',
  data: z.object({
    ...sessionFacts,
    mode: codeAmong('How one takes part.', modes),
    capacity: z.int().min(0).describe('Places in all.'),
  }),
  example: { sessionId, title, ...when, venue, mode: 'in-person', capacity: 20 },
});

const previous = z
  .object({
    startsAt: instant.describe('When it was to start, in UTC.'),
    endsAt: instant.describe('When it was to end, in UTC.'),
    mode: codeAmong('How one was to take part.', modes),
    venue: freeText.optional().describe('Where it was to be held, for sessions in person.'),
  })
  .describe('What had been announced.');
const previousExample = {
  startsAt: '2026-04-07T16:00:00.000Z',
  endsAt: '2026-04-07T18:00:00.000Z',
  mode: 'in-person',
  venue: 'Biblioteca Tecla Sala, avinguda de Josep Tarradellas, 44',
};
const moveReason = { ca: 'La formadora no pot venir aquell dia.', es: 'La formadora no puede venir ese día.' };

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
    mode: codeAmong('How one takes part.', modes),
    previous,
    reason: localizedText.describe('Why, as the public is told. It names no person.'),
  }),
  example: { sessionId, title, ...when, venue, mode: 'in-person', previous: previousExample, reason: moveReason },
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

const enrolled = z.object({
  enrolmentId: id.describe('The enrolment.'),
  ...sessionFacts,
  personal: person
    .extend({
      manageUrl: text.describe('The person’s own link to see and cancel the enrolment. It is a secret: never log it.'),
    })
    .describe('Who enrolled.'),
});
const enrolledExample = {
  enrolmentId,
  sessionId,
  title,
  ...when,
  venue,
  personal: {
    name: 'Núria Vidal i Roca',
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
  data: enrolled.extend({ position: z.int().min(1).describe('The turn in the waiting list at that moment, from 1.') }),
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

export const enrolmentRescheduled = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'rescheduled',
  version: 1,
  summary:
    'The session of an enrolment moved to another date or place. The person keeps the place or the turn, and is asked to ' +
    'say whether the change suits them.',
  consumers: ['notifications'],
  data: enrolled.extend({
    mode: codeAmong('How one takes part.', modes),
    status: codeAmong('Whether the person has a place or waits for one.', ['confirmed', 'waiting']),
    previous,
    reason: localizedText.describe('Why, as the public is told. It names no person.'),
  }),
  example: {
    ...enrolledExample,
    mode: 'in-person',
    status: 'confirmed',
    previous: previousExample,
    reason: moveReason,
  },
});

export const enrolmentCancelled = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'cancelled',
  version: 1,
  summary: 'An enrolment ended, with its place or its turn.',
  consumers: ['notifications'],
  data: enrolled.extend({
    cause: codeAmong('Who or what ended it.', ['person', 'staff', 'session-cancelled']),
    reason: localizedText.optional().describe('Why a session is not held, as the public is told. It names no person.'),
  }),
  example: { ...enrolledExample, cause: 'person' },
});

const { manageUrl: _, ...attendant } = enrolledExample.personal;

export const attendanceRecorded = defineEvent({
  service,
  aggregate: 'attendance',
  event: 'recorded',
  version: 1,
  summary:
    'Staff recorded whether a person was at a session, or corrected it. Ordered with the other events of the enrolment; ' +
    'the last one counts.',
  data: z.object({
    enrolmentId: id.describe('The enrolment.'),
    ...sessionFacts,
    present: z.boolean().describe('Whether the person was there.'),
    minutes: z.int().min(0).describe('How long, in minutes; 0 for a person who was not there.'),
    walkIn: z.boolean().describe('Whether the person came without having enrolled.'),
    correction: z.boolean().describe('Whether something else was on record before.'),
    personal: person.optional().describe('Who was there. Absent for a person who was not.'),
  }),
  example: {
    enrolmentId,
    sessionId,
    title,
    ...when,
    venue,
    present: true,
    minutes: 120,
    walkIn: false,
    correction: false,
    personal: attendant,
  },
});

export const surveyAnswered = defineEvent({
  service,
  aggregate: 'survey',
  event: 'answered',
  version: 1,
  summary:
    'A person answered the survey of a session. Who it was is said only where the person asked to be contacted; what ' +
    'they answered besides stays in the survey.',
  consumers: ['accompaniment'],
  data: z.object({
    answerId: id.describe('The answer. Nothing leads from it to an enrolment.'),
    sessionId: id.describe('The session.'),
    title: localizedText.describe('What the session is called.'),
    startCooperative: z
      .object({
        before: codeAmong('Whether the person wanted to start a cooperative before the session.', startIntentions),
        after: codeAmong('Whether the person wants to now.', startIntentions),
      })
      .optional()
      .describe('Absent where the survey did not ask, or the person did not say.'),
    history: z
      .array(
        z.object({
          sessionId: id.describe('A session the person attended.'),
          title: localizedText.describe('What it is called.'),
          startsAt: instant.describe('When it was, in UTC.'),
          minutes: z.int().min(0).describe('How long the person was there, in minutes.'),
        }),
      )
      .optional()
      .describe('What the person attended so far; only where they asked to be contacted.'),
    personal: person
      .extend({ phone: text.optional().describe('A telephone number, where they gave one.') })
      .optional()
      .describe('Who asked the ateneu to get in touch. Absent for everybody else.'),
  }),
  example: {
    answerId: '0198c1d2-7a10-7c3e-9f00-00000000000e',
    sessionId,
    title,
    startCooperative: { before: 'no', after: 'yes' },
    history: [{ sessionId, title, startsAt: when.startsAt, minutes: 120 }],
    personal: { ...attendant, phone: '+34 600 000 000' },
  },
});
