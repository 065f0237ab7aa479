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

/** What is added where the partner is to answer, and where the person may take the consent back. */
const links = {
  receiver: person.optional().describe('Where the partner is written to, where it is the one to answer.'),
  answerUrl: text
    .optional()
    .describe(
      'The partner’s link to see the case and answer it without an account. It is a secret: for `receiver` alone, and ' +
        'never logged.',
    ),
};
const consentUrl = text
  .optional()
  .describe('The person’s own link to take the consent back. It is a secret: for the person alone, and never logged.');
const linksExample = {
  receiver: { name: 'Coop57', email: 'derivacions@example.org', language: 'ca' },
  answerUrl: 'https://ateneu.example/accompaniment/v1/self-service/referrals/ref_example',
} as const;
const consentUrlExample = 'https://ateneu.example/accompaniment/v1/self-service/consents/con_example';

const referral = <const Data extends z.ZodObject>(
  event: string,
  summary: string,
  data: Data,
  example: z.input<Data>,
  consumers: readonly string[] = [],
) => defineEvent({ service, aggregate: 'referral', event, version: 1, summary, consumers, data, example });

const named = person.extend({ projectName: text.describe('What the group calls its project.') });

export const referralSent = referral(
  'sent',
  'A referral left its sender, with the person’s consent. Where it is `outbound`, the partner (`receiver`) is written to ' +
    'with its link to answer, and not told who the person is; the person is told to whom they were referred, with their ' +
    'link to take the consent back.',
  referralFields.extend({
    answerUntil: instant.optional().describe('Until when it can be answered, in UTC.'),
    personal: named
      .extend({ ...links, consentUrl })
      .optional()
      .describe('The person to talk to; absent where there is no consent that holds.'),
  }),
  {
    ...referralExample,
    direction: 'outbound',
    status: 'sent',
    answerUntil: '2026-04-01T09:00:00.000Z',
    personal: { ...referralExample.personal, ...linksExample, consentUrl: consentUrlExample },
  },
  ['notifications'],
);

export const referralReceived = referral(
  'received',
  'The receiver has the referral before it. Where it is `inbound`, the person is told, with their link to take the ' +
    'consent back.',
  referralFields.extend({
    personal: named
      .extend({ consentUrl })
      .optional()
      .describe('The person to talk to; absent where there is no consent that holds.'),
  }),
  {
    ...referralExample,
    status: 'received',
    personal: { ...referralExample.personal, consentUrl: consentUrlExample },
  },
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
  ['notifications'],
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

export const referralWithdrawn = referral(
  'withdrawn',
  'The sender took the referral back.',
  referralFields,
  { ...referralExample, status: 'withdrawn' },
  ['notifications'],
);

export const referralExpired = referral(
  'expired',
  'Nobody answered in time.',
  referralFields,
  { ...referralExample, status: 'expired' },
  ['notifications'],
);

export const referralReminderDue = referral(
  'reminder-due',
  'Nobody has answered the referral for long, and its receiver is to be reminded; told once.',
  referralFields.extend({
    sentAt: instant.describe('Since when it waits, in UTC.'),
    waitsFor: z.enum(['ateneu', 'partner']).describe('Who is to answer.'),
    personal: named
      .extend(links)
      .optional()
      .describe('The person to talk to; absent where there is no consent that holds.'),
  }),
  {
    ...referralExample,
    direction: 'outbound',
    status: 'sent',
    sentAt: '2026-03-02T09:00:00.000Z',
    waitsFor: 'partner',
    personal: { ...referralExample.personal, ...linksExample },
  },
  ['notifications'],
);

export const referralDocumentShared = defineEvent({
  service,
  aggregate: 'referral',
  event: 'document-shared',
  version: 1,
  summary:
    'A document of the project is shared with the partner, or is so no longer. The partner learns of it by its own events.',
  data: z.object({
    referralId: id.describe('The referral.'),
    partnerId: id.describe('The partner on the other side.'),
    documentId: id.describe('The document.'),
    shared: z.boolean().describe('Whether it is shared from now on.'),
  }),
  example: { referralId, partnerId, documentId: '0198c1d2-7a10-7c3e-9f00-000000000012', shared: true },
});

export const consentWithdrawn = defineEvent({
  service,
  aggregate: 'consent',
  event: 'withdrawn',
  version: 1,
  summary:
    'A person took back the consent to share their data; every holder must stop using and showing it. The partner ' +
    '(`receiver`) is written to: delete what you have of the referral with this id and reference.',
  consumers: ['notifications'],
  data: z.object({
    referralId: id.describe('The referral that the consent was for.'),
    partnerId: id.describe('The partner on the other side.'),
    withdrawnAt: instant.describe('From when on, in UTC.'),
    partnerReference: freeText.optional().describe('The partner’s own name for it.'),
    personal: z
      .object({ receiver: person.describe('Where the partner is written to.') })
      .optional()
      .describe('The partner; nothing of the person. Absent where the partner never had the referral.'),
  }),
  example: {
    referralId,
    partnerId,
    withdrawnAt: '2026-05-02T09:00:00.000Z',
    partnerReference: 'SCE-2026-118',
    personal: { receiver: linksExample.receiver },
  },
});
