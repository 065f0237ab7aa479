import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, codeAmong, freeText, id, text } from './fields.ts';

const service = 'notifications';
const aggregate = 'delivery';

const delivery = z.object({
  deliveryId: id.describe('The delivery.'),
  kind: code.describe('Which message it was, by the name of its template: `enrolment-confirmed`.'),
  channel: codeAmong('How it was sent.', ['email']),
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
    permanent: z.boolean().describe('Whether the address itself was refused: nothing should be sent to it again.'),
    reason: freeText.describe('What the other side said, without the address.'),
  }),
  example: { ...example, permanent: true, reason: '550 5.1.1 No such user' },
});
