import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, id, instant, localizedText, person, text } from './fields.ts';
import {
  courseFacts,
  enrolledExample,
  enrolledPerson,
  examples,
  mode,
  place,
  placeLinksExample,
  sessionFacts,
} from './training-fields.ts';

const service = 'training';
const { title, when, courseId } = examples;

export const reminderDue = defineEvent({
  service,
  aggregate: 'reminder',
  event: 'due',
  version: 1,
  summary:
    'It is time to remind a person who has a place: a week before the session, a day before it, or to thank whoever ' +
    'attended and tell what comes after. Each person and kind once, whatever the date was moved to and back.',
  consumers: ['notifications'],
  data: z.object({
    reminderId: id.describe('The reminder.'),
    kind: codeAmong('Which reminder it is.', ['week-before', 'day-before', 'follow-up']),
    enrolmentId: id.describe('The enrolment.'),
    ...sessionFacts,
    ...courseFacts,
    mode,
    place: place.optional(),
    instructions: localizedText.optional().describe('What to bring or to know, as staff wrote it. Before the session.'),
    personal: enrolledPerson
      .extend({
        materialsUrl: text.optional().describe('Where the person finds the materials. With `follow-up`; a secret.'),
      })
      .describe('Who is reminded.'),
  }),
  example: {
    reminderId: '0198c1d2-7a10-7c3e-9f00-000000000011',
    kind: 'day-before',
    ...enrolledExample,
    mode: 'in-person',
    instructions: { ca: 'Porteu un portàtil si en teniu.', es: 'Traiga un portátil si tiene.' },
    personal: { ...enrolledExample.personal, ...placeLinksExample },
  },
});

const certificateFacts = {
  certificateId: id.describe('The certificate.'),
  title: localizedText.describe('What was attended: a course, or a session that stands alone.'),
  sessionId: id.optional().describe('The session, where it stands alone.'),
  courseId: id.optional().describe('The course, where it was one.'),
  minutes: z.int().min(1).describe('How long the person attended, in minutes.'),
};
const certificateExample = {
  certificateId: '0198c1d2-7a10-7c3e-9f00-000000000012',
  title,
  courseId,
  minutes: 480,
};

export const certificateIssued = defineEvent({
  service,
  aggregate: 'certificate',
  event: 'issued',
  version: 1,
  summary: 'A person attended enough of a course or session, and gets a certificate.',
  consumers: ['notifications'],
  data: z.object({
    ...certificateFacts,
    endedAt: instant.describe('When the last session ended, in UTC.'),
    personal: person
      .extend({
        certificateUrl: text.describe('Where the PDF is. A secret.'),
        verificationUrl: text.describe('Where anybody who has the certificate can check it.'),
        verificationCode: text.describe('The code printed on it.'),
      })
      .describe('Who attended.'),
  }),
  example: {
    ...certificateExample,
    endedAt: when.endsAt,
    personal: {
      ...examples.personal,
      certificateUrl: 'https://ateneu.example/training/v1/self-service/certificates/crt_example.pdf',
      verificationUrl: 'https://ateneu.example/training/v1/certificates/7QXM-2K9T-W4HD',
      verificationCode: '7QXM-2K9T-W4HD',
    },
  },
});

export const certificateRevoked = defineEvent({
  service,
  aggregate: 'certificate',
  event: 'revoked',
  version: 1,
  summary: 'A certificate no longer holds: its code says so from now on. The person is told why.',
  consumers: ['notifications'],
  data: z.object({
    ...certificateFacts,
    reason: localizedText.describe('Why, as the person is told. It names nobody.'),
    personal: person.describe('Whose certificate it was.'),
  }),
  example: {
    ...certificateExample,
    reason: { ca: 'S’ha corregit l’assistència.', es: 'Se ha corregido la asistencia.' },
    personal: examples.personal,
  },
});
