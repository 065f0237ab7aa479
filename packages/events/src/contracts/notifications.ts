import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, codeAmong, freeText, id, instant, person, text } from './fields.ts';

const service = 'notifications';
const aggregate = 'delivery';

const delivery = z.object({
  deliveryId: id.describe('The delivery.'),
  kind: code.describe('Which message it was, by the name of its template: `enrolment-confirmed`.'),
  channel: codeAmong('How it was sent.', ['email', 'webhook']),
  causedBy: id.describe('The id of the event that gave rise to it.'),
  attempts: z.int().min(1).describe('How often it was tried.'),
  personal: z.object({ recipient: text.describe('The address it was sent to.') }).describe('Who it was for.'),
});
const example = {
  deliveryId: '0198c1d2-7a10-7c3e-9f00-000000000004',
  kind: 'enrolment-confirmed',
  channel: 'email',
  causedBy: '0198c1d2-7a10-7c3e-9f00-000000000005',
  attempts: 1,
  personal: { recipient: 'nuria@example.org' },
};

/** What is known of a message after it was taken: which event, and so which service, it came from. */
const causedByType = text.describe('The type of that event, so that the service it came from knows its own.');
const permanent = z.boolean().describe('Whether the address itself was refused: nothing should be sent to it again.');

export const deliverySent = defineEvent({
  service,
  aggregate,
  event: 'sent',
  version: 1,
  summary: 'A message was accepted by the recipient’s side.',
  data: delivery,
  example,
});

export const deliveryFailed = defineEvent({
  service,
  aggregate,
  event: 'failed',
  version: 1,
  summary: 'A message will not be delivered.',
  consumers: ['training'],
  data: delivery.extend({
    permanent,
    reason: freeText.describe('What the other side said, without the address.'),
  }),
  example: { ...example, permanent: true, reason: '550 5.1.1 No such user' },
});

export const deliveryBounced = defineEvent({
  service,
  aggregate,
  event: 'bounced',
  version: 1,
  summary:
    'A message that had been accepted came back. Where `permanent`, the address is suppressed: nothing is sent to it ' +
    'until staff say otherwise.',
  consumers: ['training'],
  data: delivery.extend({
    causedByType,
    permanent,
    reason: freeText.describe('What the other side said, without the address.'),
  }),
  example: {
    ...example,
    causedByType: 'cat.ateneulh.training.enrolment.confirmed.v1',
    permanent: true,
    reason: '5.1.1 No such user',
  },
});

export const deliveryComplained = defineEvent({
  service,
  aggregate,
  event: 'complained',
  version: 1,
  summary:
    'The recipient called a message unwanted at their mail provider. From then on they are sent what is essential alone.',
  data: delivery.extend({
    causedByType,
    permanent: permanent.describe('Always true: a complaint holds until the person takes it back.'),
    feedback: codeAmong('What the complaint was (RFC 5965).', ['abuse', 'fraud', 'virus', 'other']),
  }),
  example: {
    ...example,
    causedByType: 'cat.ateneulh.training.reminder.due.v1',
    permanent: true,
    feedback: 'abuse',
  },
});

export const webhookEndpointDisabled = defineEvent({
  service,
  aggregate: 'webhook-endpoint',
  event: 'disabled',
  version: 1,
  summary:
    'An endpoint of a partner is sent nothing more, because it said that it is gone or failed for too long. The partner ' +
    'is told by e-mail.',
  data: z.object({
    endpointId: id.describe('The endpoint.'),
    partnerId: id.describe('The partner whose it is.'),
    reason: codeAmong('Why.', ['gone', 'failing']),
    failingSince: instant.describe('When it began to fail, in UTC.'),
    waiting: z.int().min(0).describe('Messages that have not arrived, and can be sent again for 30 days.'),
    personal: person
      .extend({ url: text.describe('The address of the endpoint.') })
      .describe('Where the partner is written to about it.'),
  }),
  example: {
    endpointId: '0198c1d2-7a10-7c3e-9f00-000000000021',
    partnerId: '0198c1d2-7a10-7c3e-9f00-00000000000d',
    reason: 'failing',
    failingSince: '2026-05-04T08:00:00.000Z',
    waiting: 12,
    personal: {
      name: 'Servei de creació d’empreses',
      email: 'derivacions@example.org',
      language: 'ca',
      url: 'https://partner.example/ateneu',
    },
  },
});
