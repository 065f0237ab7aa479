import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { referralDeclineReasons, referralOutcomes, referralStatusTerms } from '../vocabulary/index.ts';
import { codeAmong, freeText, id, modality } from './fields.ts';

const copyFields = z.object({
  referralId: id.describe('The referral, as in the API.'),
  partnerReference: freeText.optional().describe('Your own name for it, as you gave it.'),
  direction: z
    .enum(['inbound', 'outbound'])
    .describe('`inbound`: from you to the ateneu; `outbound`: from the ateneu to you.'),
  modality,
  status: codeAmong('Where the referral stands after the event.', referralStatusTerms),
});
const copyExample = {
  referralId: '0198c1d2-7a10-7c3e-9f00-000000000006',
  partnerReference: 'SCE-2026-118',
  direction: 'inbound',
  modality: 'creation',
} as const;

/** The partner's copy of a step: no personal data, which the partner reads through the API while it may. */
const copy = <const Data extends z.ZodObject>(event: string, summary: string, data: Data, example: z.input<Data>) =>
  defineEvent({
    service: 'accompaniment',
    aggregate: 'partner-referral',
    event,
    version: 1,
    audience: 'partner',
    summary,
    // Which passes it on to the partner's webhooks.
    consumers: ['notifications'],
    data,
    example,
  });

export const partnerReferralSent = copy('sent', 'The ateneu refers a project to you.', copyFields, {
  ...copyExample,
  direction: 'outbound',
  status: 'sent',
});

export const partnerReferralReceived = copy('received', 'The receiver has the referral before it.', copyFields, {
  ...copyExample,
  status: 'received',
});

export const partnerReferralAccepted = copy('accepted', 'The receiver will take the project on.', copyFields, {
  ...copyExample,
  status: 'accepted',
});

export const partnerReferralDeclined = copy(
  'declined',
  'The receiver will not take the project on, and says why.',
  copyFields.extend({ reasonCode: codeAmong('Why.', referralDeclineReasons) }),
  { ...copyExample, status: 'declined', reasonCode: 'outside-territory' },
);

export const partnerReferralRerouted = copy('rerouted', 'The receiver passed the project on.', copyFields, {
  ...copyExample,
  status: 'rerouted',
});

export const partnerReferralStarted = copy('started', 'Work with the project began.', copyFields, {
  ...copyExample,
  status: 'in-progress',
});

export const partnerReferralClosed = copy(
  'closed',
  'The work ended, with an outcome.',
  copyFields.extend({ outcome: codeAmong('What it came to.', referralOutcomes) }),
  { ...copyExample, status: 'closed', outcome: 'entity-created' },
);

export const partnerReferralWithdrawn = copy('withdrawn', 'The sender took the referral back.', copyFields, {
  ...copyExample,
  status: 'withdrawn',
});

export const partnerReferralExpired = copy('expired', 'Nobody answered in time.', copyFields, {
  ...copyExample,
  status: 'expired',
});

const sharedFields = copyFields.extend({ documentId: id.describe('The document, as in the API.') });
const sharedExample = {
  ...copyExample,
  direction: 'outbound',
  status: 'accepted',
  documentId: '0198c1d2-7a10-7c3e-9f00-000000000012',
} as const;

export const partnerReferralDocumentShared = copy(
  'document-shared',
  'The ateneu shares a document of the project with you; read it through the API while the consent holds.',
  sharedFields,
  sharedExample,
);

export const partnerReferralDocumentUnshared = copy(
  'document-unshared',
  'The ateneu shares a document no longer: delete your copy.',
  sharedFields,
  sharedExample,
);

export const partnerReferralConsentWithdrawn = copy(
  'consent-withdrawn',
  'The person took their consent back: stop using their data and delete it.',
  copyFields,
  { ...copyExample, status: 'accepted' },
);
