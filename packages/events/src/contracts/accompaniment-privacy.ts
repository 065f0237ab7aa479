import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, date, id, person, text } from './fields.ts';

const service = 'accompaniment';

export const retentionWarningDue = defineEvent({
  service,
  aggregate: 'retention',
  event: 'warning-due',
  version: 1,
  summary:
    'What is kept of a person will soon be made anonymous, because nothing has happened to it for long. The person is ' +
    'told on which day, and that writing to the ateneu before then keeps it.',
  consumers: ['notifications'],
  data: z.object({
    subjectId: id.describe('What is about to be made anonymous.'),
    subjectKind: codeAmong('What it is.', ['intake', 'referral', 'project']),
    dueOn: date.describe('The day from which on it is made anonymous, in L’Hospitalet.'),
    personal: person
      .extend({ projectName: text.describe('What the person called the project.') })
      .describe('The person it is about.'),
  }),
  example: {
    subjectId: '0198c1d2-7a10-7c3e-9f00-00000000000c',
    subjectKind: 'intake',
    dueOn: '2028-03-18',
    personal: {
      name: 'Fàtima El Amrani',
      email: 'fatima@example.org',
      language: 'ca',
      projectName: 'Economat de la Florida',
    },
  },
});

export const personDataErased = defineEvent({
  service,
  aggregate: 'person-data',
  event: 'erased',
  version: 1,
  summary:
    'A person’s data was erased at their request. Every service that keeps something of a person with one of these ' +
    'addresses is to erase it too, as far as no law makes it keep it. Nobody is written to.',
  consumers: ['notifications', 'training', 'directory'],
  data: z.object({
    erasureId: id.describe('The erasure.'),
    erasedOn: date.describe('The day of it, in L’Hospitalet.'),
    keptUntil: date.optional().describe('Until when what the funder’s audit needs is kept, where something is.'),
    personal: z
      .object({ emails: z.array(text).min(1).describe('The addresses of the person, in lower case.') })
      .describe('Who it was, for as long as it takes to erase them elsewhere.'),
  }),
  example: {
    erasureId: '0198c1d2-7a10-7c3e-9f00-000000000011',
    erasedOn: '2026-09-01',
    keptUntil: '2031-12-31',
    personal: { emails: ['fatima@example.org'] },
  },
});
