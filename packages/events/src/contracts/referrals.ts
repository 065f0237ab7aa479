import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { referralDeclineReasons, referralOutcomes, referralStatusTerms } from '../vocabulary/index.ts';
import { codeAmong, freeText, id, instant, modality, neighbourhood, person, sector, text } from './fields.ts';

const service = 'accompaniment';

const referralId = '0198c1d2-7a10-7c3e-9f00-000000000006';
const partnerId = '0198c1d2-7a10-7c3e-9f00-000000000007';

const referralFields = z.object({
  referralId: id.describe('The referral.'),
  direction: z
    .enum(['inbound', 'outbound'])
    .describe('`inbound`: from a partner to the ateneu; `outbound`: from the ateneu to a partner.'),
  partnerId: id.describe('The partner on the other side.'),
  partnerReference: freeText.optional().describe('The partner’s own name for it.'),
  modality,
  status: codeAmong('Where the referral stands after the event.', referralStatusTerms),
  neighbourhood: neighbourhood.optional(),
  sector: sector.optional(),
  personal: person
    .extend({ projectName: text.describe('What the group calls its project.') })
    .optional()
    .describe('The person to talk to; absent where there is no consent that holds.'),
});
const referralExample = {
  referralId,
  direction: 'inbound',
  partnerId,
  partnerReference: 'SCE-2026-118',
  modality: 'creation',
  neighbourhood: '7',
  sector: 'alimentacio',
  personal: {
    name: 'Fàtima El Amrani',
    email: 'fatima@example.org',
    language: 'ca',
    projectName: 'Economat de la Florida',
  },
} as const;

const referral = <const Data extends z.ZodObject>(
  event: string,
  summary: string,
  data: Data,
  example: z.input<Data>,
  consumers: readonly string[] = [],
) => defineEvent({ service, aggregate: 'referral', event, version: 1, summary, consumers, data, example });

export const referralSent = referral('sent', 'A referral left its sender, with the person’s consent.', referralFields, {
  ...referralExample,
  status: 'sent',
});

export const referralReceived = referral(
  'received',
  'The receiver has the referral before it.',
  referralFields,
  { ...referralExample, status: 'received' },
  ['notifications'],
);

export const referralAccepted = referral(
  'accepted',
  'The receiver will take the project on.',
  referralFields,
  { ...referralExample, status: 'accepted' },
  ['notifications'],
);

export const referralDeclined = referral(
  'declined',
  'The receiver will not take the project on, and says why.',
  referralFields.extend({
    reasonCode: codeAmong('Why.', referralDeclineReasons),
    note: freeText.optional().describe('What the receiver says besides. It names no person.'),
  }),
  {
    ...referralExample,
    status: 'declined',
    reasonCode: 'outside-territory',
    note: 'El grup treballarà a Cornellà de Llobregat.',
  },
  ['notifications'],
);

export const referralRerouted = referral(
  'rerouted',
  'The receiver passed the project on in a new referral.',
  referralFields.extend({ reroutedTo: id.describe('The new referral.') }),
  { ...referralExample, status: 'rerouted', reroutedTo: '0198c1d2-7a10-7c3e-9f00-00000000000a' },
);

export const referralStarted = referral('started', 'Work with the project began.', referralFields, {
  ...referralExample,
  status: 'in-progress',
});

export const referralClosed = referral(
  'closed',
  'The work ended, with an outcome.',
  referralFields.extend({ outcome: codeAmong('What it came to.', referralOutcomes) }),
  { ...referralExample, status: 'closed', outcome: 'entity-created' },
  ['notifications'],
);

export const referralWithdrawn = referral('withdrawn', 'The sender took the referral back.', referralFields, {
  ...referralExample,
  status: 'withdrawn',
});

export const referralExpired = referral('expired', 'Nobody answered in time.', referralFields, {
  ...referralExample,
  status: 'expired',
});

export const referralReminderDue = referral(
  'reminder-due',
  'Nobody has answered the referral for long, and its receiver is to be reminded; told once.',
  referralFields.extend({
    sentAt: instant.describe('Since when it waits, in UTC.'),
    waitsFor: z.enum(['ateneu', 'partner']).describe('Who is to answer.'),
    personal: person
      .extend({
        projectName: text.describe('What the group calls its project.'),
        receiver: person.optional().describe('Where the partner is written to, where it is the one to answer.'),
      })
      .optional()
      .describe('The person to talk to; absent where there is no consent that holds.'),
  }),
  {
    ...referralExample,
    direction: 'outbound',
    status: 'sent',
    sentAt: '2026-03-02T09:00:00.000Z',
    waitsFor: 'partner',
    personal: {
      ...referralExample.personal,
      receiver: { name: 'Coop57', email: 'derivacions@example.org', language: 'ca' },
    },
  },
);

export const consentWithdrawn = defineEvent({
  service,
  aggregate: 'consent',
  event: 'withdrawn',
  version: 1,
  summary: 'A person took back the consent to share their data; every holder must stop using and showing it.',
  data: z.object({
    referralId: id.describe('The referral that the consent was for.'),
    partnerId: id.describe('The partner on the other side.'),
    withdrawnAt: instant.describe('From when on, in UTC.'),
  }),
  example: { referralId, partnerId, withdrawnAt: '2026-05-02T09:00:00.000Z' },
});
