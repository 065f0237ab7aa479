import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, date, id, modality, person } from './fields.ts';

const service = 'accompaniment';

const referralId = '0198c1d2-7a10-7c3e-9f00-000000000006';
const partnerId = '0198c1d2-7a10-7c3e-9f00-000000000007';
const projectId = '0198c1d2-7a10-7c3e-9f00-000000000008';
const accompanimentId = '0198c1d2-7a10-7c3e-9f00-000000000009';

const status = code.describe(
  '`draft`, `sent`, `received`, `accepted`, `declined`, `rerouted`, `in-progress`, `closed`, `withdrawn` or `expired`.',
);
const direction = code.describe('`inbound`: from a partner to the ateneu; `outbound`: from the ateneu to a partner.');

const referralFields = z.object({
  referralId: id,
  direction,
  partnerId: id,
  partnerReference: z.string().optional().describe('The partner’s own name for it.'),
  modality,
  status,
  neighbourhood: code.optional(),
  sector: code.optional(),
  personal: person.extend({ projectName: z.string().describe('What the group calls its project.') }),
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
    name: 'Fatima El Amrani',
    email: 'fatima@example.org',
    language: 'ca',
    projectName: 'Economat de la Florida',
  },
};

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
  'The other side has the referral before it.',
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
  referralFields.extend({ reasonCode: code, note: z.string().optional() }),
  { ...referralExample, status: 'declined', reasonCode: 'outside-territory' },
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
  referralFields.extend({
    outcome: code.describe('`entity-created`, `legal-form-transformed`, `consolidated`, `job-insertions` or `none`.'),
  }),
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

export const consentWithdrawn = defineEvent({
  service,
  aggregate: 'consent',
  event: 'withdrawn',
  version: 1,
  summary: 'A person took back the consent to share their data; every holder must stop using and showing it.',
  data: z.object({ referralId: id, partnerId: id, withdrawnAt: z.iso.datetime() }),
  example: { referralId, partnerId, withdrawnAt: '2026-05-02T09:00:00.000Z' },
});

export const accompanimentStarted = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'started',
  version: 1,
  summary: 'The accompaniment of a project is in progress.',
  data: z.object({ accompanimentId: id, projectId: id, modality, referralId: id.optional() }),
  example: { accompanimentId, projectId, modality: 'creation', referralId },
});

export const accompanimentPaused = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'paused',
  version: 1,
  summary: 'The accompaniment rests; it may be resumed.',
  data: z.object({ accompanimentId: id, projectId: id, modality }),
  example: { accompanimentId, projectId, modality: 'creation' },
});

export const accompanimentResumed = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'resumed',
  version: 1,
  summary: 'A paused accompaniment goes on.',
  data: z.object({ accompanimentId: id, projectId: id, modality }),
  example: { accompanimentId, projectId, modality: 'creation' },
});

export const accompanimentCompleted = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'completed',
  version: 1,
  summary: 'The accompaniment reached its end.',
  data: z.object({
    accompanimentId: id,
    projectId: id,
    modality,
    outcome: code,
    minutes: z.int().min(0).describe('Consultancy in all, in minutes.'),
  }),
  example: { accompanimentId, projectId, modality: 'creation', outcome: 'entity-created', minutes: 1260 },
});

export const accompanimentAbandoned = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'abandoned',
  version: 1,
  summary: 'The accompaniment ended before its time.',
  data: z.object({ accompanimentId: id, projectId: id, modality, reasonCode: code }),
  example: { accompanimentId, projectId, modality: 'creation', reasonCode: 'group-dissolved' },
});

export const consultancyRecorded = defineEvent({
  service,
  aggregate: 'consultancy',
  event: 'recorded',
  version: 1,
  summary: 'A consultancy session with a project was recorded.',
  data: z.object({ consultancyId: id, accompanimentId: id, projectId: id, heldOn: date, minutes: z.int().min(1) }),
  example: {
    consultancyId: '0198c1d2-7a10-7c3e-9f00-00000000000b',
    accompanimentId,
    projectId,
    heldOn: '2026-03-12',
    minutes: 90,
  },
});

export const entityCreated = defineEvent({
  service,
  aggregate: 'entity',
  event: 'created',
  version: 1,
  summary: 'An accompanied project became a legal entity.',
  consumers: ['directory'],
  data: z.object({
    projectId: id,
    accompanimentId: id,
    name: z.string(),
    taxId: z.string(),
    legalForm: code,
    constitutedOn: date,
    sectors: z.array(code).min(1),
    neighbourhood: code.optional(),
  }),
  example: {
    projectId,
    accompanimentId,
    name: 'Economat de la Florida, SCCL',
    taxId: 'F12345674',
    legalForm: 'cooperativa-consumidors',
    constitutedOn: '2026-06-18',
    sectors: ['alimentacio'],
    neighbourhood: '7',
  },
});

const copyFields = z.object({
  referralId: id,
  partnerReference: z.string().optional().describe('The partner’s own name for it.'),
  direction,
  modality,
  status,
});
const copyExample = { referralId, partnerReference: 'SCE-2026-118', direction: 'inbound', modality: 'creation' };

/** The partner's copy of a step: no personal data, which the partner reads through the API while it may. */
const copy = <const Data extends z.ZodObject>(event: string, summary: string, data: Data, example: z.input<Data>) =>
  defineEvent({
    service,
    aggregate: 'partner-referral',
    event,
    version: 1,
    audience: 'partner',
    summary,
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
  copyFields.extend({ reasonCode: code }),
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
  copyFields.extend({
    outcome: code.describe('`entity-created`, `legal-form-transformed`, `consolidated`, `job-insertions` or `none`.'),
  }),
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
export const partnerReferralConsentWithdrawn = copy(
  'consent-withdrawn',
  'The person took their consent back: stop using their data and delete it.',
  copyFields,
  { ...copyExample, status: 'accepted' },
);
