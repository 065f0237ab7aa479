import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, id, instant, localizedText } from './fields.ts';
import { enrolled, enrolledExample, examples, mode, placeLinksExample, previous } from './training-fields.ts';

const service = 'training';

export const enrolmentConfirmed = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'confirmed',
  version: 1,
  summary:
    'A person enrolled and has a place. The message shows the QR code, and the video link to whoever takes part online.',
  consumers: ['notifications'],
  data: enrolled,
  example: { ...enrolledExample, personal: { ...enrolledExample.personal, ...placeLinksExample } },
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
  summary:
    'The first person waiting got a place, or somebody took the place that was offered. The message is that of a ' +
    'confirmation.',
  consumers: ['notifications'],
  data: enrolled,
  example: { ...enrolledExample, personal: { ...enrolledExample.personal, ...placeLinksExample } },
});

export const enrolmentOffered = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'offered',
  version: 1,
  summary:
    'A place became free and is offered to the first person waiting, until a moment. They take or decline it at their ' +
    'own link; whoever says nothing loses it, and is told by an `enrolment.cancelled` with `offer-expired`.',
  consumers: ['notifications'],
  data: enrolled.extend({ expiresAt: instant.describe('Until when the place is kept for the person, in UTC.') }),
  example: { ...enrolledExample, expiresAt: '2026-04-10T10:00:00.000Z' },
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
    mode,
    status: codeAmong('Whether the person has a place or waits for one.', ['confirmed', 'waiting', 'offered']),
    previous,
    reason: localizedText.describe('Why, as the public is told. It names no person.'),
  }),
  example: {
    ...enrolledExample,
    mode: 'in-person',
    status: 'confirmed',
    previous: examples.previous,
    reason: examples.moveReason,
  },
});

export const enrolmentCancelled = defineEvent({
  service,
  aggregate: 'enrolment',
  event: 'cancelled',
  version: 1,
  summary:
    'An enrolment ended, with its place or its turn. With `offer-expired` the person did not answer the offer of a place ' +
    'in time, and may enrol again. With `moved` staff moved them to another session: they are told there, by an ' +
    '`enrolment.confirmed` or `.waitlisted` of its own, and need no message of this.',
  consumers: ['notifications'],
  data: enrolled.extend({
    cause: codeAmong('Who or what ended it.', [
      'person',
      'staff',
      'session-cancelled',
      'offer-declined',
      'offer-expired',
      'moved',
    ]),
    movedTo: id.optional().describe('The session that the person was moved to; only with `moved`.'),
    reason: localizedText.optional().describe('Why a session is not held, as the public is told. It names no person.'),
  }),
  example: { ...enrolledExample, cause: 'person' },
});
