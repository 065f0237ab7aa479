import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { accompanimentAbandonReasons, referralOutcomes } from '../vocabulary/index.ts';
import { codeAmong, date, id, legalForm, modality, neighbourhood, sector, text } from './fields.ts';

const service = 'accompaniment';
const aggregate = 'accompaniment';

const projectId = '0198c1d2-7a10-7c3e-9f00-000000000008';
const accompanimentId = '0198c1d2-7a10-7c3e-9f00-000000000009';

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
  summary: 'A consultancy session with a project was recorded.',
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
