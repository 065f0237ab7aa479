import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, id, instant, localizedText, person, text } from './fields.ts';
import { courseFacts, examples, sessionFacts } from './training-fields.ts';

const service = 'training';
const { sessionId, enrolmentId, title, when, venue } = examples;
const startIntentions = ['no', 'maybe', 'yes'];

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
    personal: examples.personal,
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
    personal: { ...examples.personal, phone: '+34 600 000 000' },
  },
});

export const surveyInvited = defineEvent({
  service,
  aggregate: 'survey',
  event: 'invited',
  version: 1,
  summary:
    'Somebody who attended is asked what they thought, by a link that works once. The answer keeps nothing of the link, ' +
    'so that nobody can tell who said what; the message says so.',
  consumers: ['notifications'],
  data: z.object({
    invitationId: id.describe('The invitation. Nothing leads from it to an answer.'),
    ...sessionFacts,
    ...courseFacts,
    expiresAt: instant.describe('Until when the link works, in UTC.'),
    personal: person
      .extend({ surveyUrl: text.describe('The link to the questionnaire, for one answer. A secret.') })
      .describe('Who attended.'),
  }),
  example: {
    invitationId: '0198c1d2-7a10-7c3e-9f00-000000000010',
    sessionId,
    title,
    ...when,
    venue,
    expiresAt: '2026-05-14T22:00:00.000Z',
    personal: {
      ...examples.personal,
      surveyUrl: 'https://ateneu.example/training/v1/surveys/srv_example',
    },
  },
});
