import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import {
  accompanimentAbandonReasons,
  modalityTerms,
  referralDeclineReasons,
  referralOutcomes,
} from '../vocabulary/index.ts';
import {
  codeAmong,
  date,
  freeText,
  id,
  instant,
  legalForm,
  modality,
  neighbourhood,
  person,
  sector,
  text,
} from './fields.ts';

const service = 'accompaniment';
const aggregate = 'accompaniment';

const projectId = '0198c1d2-7a10-7c3e-9f00-000000000008';
const accompanimentId = '0198c1d2-7a10-7c3e-9f00-000000000009';

const applicant = person.extend({ projectName: text.describe('What the person calls the project.') });
const intakeFields = z.object({
  intakeId: id.describe('The request.'),
  modality: codeAmong('What was asked for.', [...modalityTerms, 'unknown']),
  state: codeAmong('Where the request stands after the event.', [
    'received',
    'acknowledged',
    'first-meeting',
    'accepted',
    'declined',
    'referred',
  ]),
  neighbourhood: neighbourhood.optional(),
  sector: sector.optional(),
  personal: applicant.describe('The person who asks.'),
});
const applicantExample = {
  name: 'Fàtima El Amrani',
  email: 'fatima@example.org',
  language: 'ca',
  projectName: 'Economat de la Florida',
};
const intakeExample = {
  intakeId: '0198c1d2-7a10-7c3e-9f00-00000000000c',
  modality: 'creation',
  state: 'received',
  neighbourhood: '7',
  sector: 'alimentacio',
  personal: applicantExample,
};

/** The events that people are written to about. */
const told = new Set(['received', 'confirmed', 'acknowledged', 'meeting-set', 'accepted', 'declined', 'referred']);

const intake = <const Data extends z.ZodObject>(event: string, summary: string, data: Data, example: z.input<Data>) =>
  defineEvent({
    service,
    aggregate: 'intake',
    event,
    version: 1,
    summary,
    consumers: told.has(event) ? ['notifications'] : [],
    data,
    example,
  });

export const intakeReceived = intake(
  'received',
  'Somebody asks for accompaniment, and is to confirm it.',
  intakeFields.extend({
    personal: applicant
      .extend({
        confirmUrl: text.describe('The person’s own link to confirm the request. It is a secret: never log it.'),
      })
      .describe('The person who asks.'),
  }),
  {
    ...intakeExample,
    personal: {
      ...applicantExample,
      confirmUrl: 'https://ateneu.example/accompaniment/v1/self-service/intake-requests/int_example',
    },
  },
);

export const intakeConfirmed = intake(
  'confirmed',
  'The person confirmed the request, which waits for the ateneu.',
  intakeFields,
  intakeExample,
);

export const intakeAcknowledged = intake('acknowledged', 'The ateneu looks at the request.', intakeFields, {
  ...intakeExample,
  state: 'acknowledged',
});

export const intakeMeetingSet = intake(
  'meeting-set',
  'The first meeting has a date, or another one.',
  intakeFields.extend({
    startsAt: instant.describe('When, in UTC.'),
    place: text.describe('Where, or how to connect.'),
    personal: applicant
      .extend({ technicianName: text.describe('Who receives the person.') })
      .describe('The person who asks.'),
  }),
  {
    ...intakeExample,
    state: 'first-meeting',
    startsAt: '2026-03-18T16:00:00.000Z',
    place: 'Carrer d’Enric Prat de la Riba, 171',
    personal: { ...applicantExample, technicianName: 'Tània Soler' },
  },
);

export const intakeAccepted = intake(
  'accepted',
  'The ateneu takes the project on.',
  intakeFields.extend({ projectId: id.describe('The project that was opened.') }),
  { ...intakeExample, state: 'accepted', projectId },
);

export const intakeDeclined = intake(
  'declined',
  'The ateneu does not take the project on, and says why.',
  intakeFields.extend({
    reasonCode: codeAmong('Why.', referralDeclineReasons),
    note: freeText.optional().describe('What is said besides. It names no person.'),
  }),
  { ...intakeExample, state: 'declined', reasonCode: 'outside-territory' },
);

export const intakeReferred = intake(
  'referred',
  'The project is referred to a partner.',
  intakeFields.extend({ referralId: id.describe('The referral that was made.') }),
  { ...intakeExample, state: 'referred', referralId: '0198c1d2-7a10-7c3e-9f00-000000000006' },
);

const accompanied = z.object({
  accompanimentId: id.describe('The accompaniment.'),
  projectId: id.describe('The project it is of.'),
  modality,
});
const accompaniedExample = { accompanimentId, projectId, modality: 'creation' };

export const accompanimentStarted = defineEvent({
  service,
  aggregate,
  event: 'started',
  version: 1,
  summary: 'The accompaniment of a project is in progress.',
  data: accompanied.extend({ referralId: id.optional().describe('The referral it came from.') }),
  example: { ...accompaniedExample, referralId: '0198c1d2-7a10-7c3e-9f00-000000000006' },
});

export const accompanimentPaused = defineEvent({
  service,
  aggregate,
  event: 'paused',
  version: 1,
  summary: 'The accompaniment rests; it may be resumed.',
  data: accompanied,
  example: accompaniedExample,
});

export const accompanimentResumed = defineEvent({
  service,
  aggregate,
  event: 'resumed',
  version: 1,
  summary: 'A paused accompaniment goes on.',
  data: accompanied,
  example: accompaniedExample,
});

export const accompanimentCompleted = defineEvent({
  service,
  aggregate,
  event: 'completed',
  version: 1,
  summary: 'The accompaniment reached its end.',
  data: accompanied.extend({
    outcome: codeAmong('What it came to.', referralOutcomes),
    minutes: z.int().min(0).describe('Consultancy in all, in minutes.'),
  }),
  example: { ...accompaniedExample, outcome: 'entity-created', minutes: 1260 },
});

export const accompanimentAbandoned = defineEvent({
  service,
  aggregate,
  event: 'abandoned',
  version: 1,
  summary: 'The accompaniment ended before its time.',
  data: accompanied.extend({ reasonCode: codeAmong('Why.', accompanimentAbandonReasons) }),
  example: { ...accompaniedExample, reasonCode: 'group-dissolved' },
});

export const consultancyRecorded = defineEvent({
  service,
  aggregate: 'consultancy',
  event: 'recorded',
  version: 1,
  summary:
    'A consultancy session with a project was recorded; or corrected, and then told anew under a higher sequence.',
  data: z.object({
    consultancyId: id.describe('The consultancy session.'),
    accompanimentId: id.describe('The accompaniment it is part of.'),
    projectId: id.describe('The project it was with.'),
    heldOn: date.describe('The day it was held, in L’Hospitalet.'),
    minutes: z.int().min(1).describe('How long it took, in minutes.'),
  }),
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
    projectId: id.describe('The project that became it.'),
    accompanimentId: id.describe('The accompaniment that led to it.'),
    name: text.describe('The registered name of the entity.'),
    taxId: text.describe('Spanish tax id (NIF) of the entity, without spaces or dashes.'),
    legalForm,
    constitutedOn: date.describe('The day it was constituted.'),
    sectors: z.array(sector).min(1).describe('Its activity sectors, by codes of the reference data.'),
    neighbourhood: neighbourhood.optional(),
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
