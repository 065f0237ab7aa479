import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, id, localizedText, person } from './fields.ts';

const service = 'directory';
const aggregate = 'initiative';

const initiativeId = '0198c1d2-7a10-7c3e-9f00-000000000001';
const name = { ca: 'Economat de la Florida', es: 'Economato de la Florida' };
const personal = { name: 'Montserrat Puig', email: 'montserrat@example.org', language: 'ca' };

const proposerField = person.optional().describe('Who proposed it, when somebody did who wants to be told.');

const publicFacts = z.object({
  initiativeId: id,
  slug: z.string().describe('Its public address, stable.'),
  name: localizedText,
  summary: localizedText,
  legalForm: code,
  sectors: z.array(code),
  neighbourhood: code.optional().describe('The barri, by the city’s own code.'),
  website: z.string().optional(),
  taxId: z.string().optional().describe('Spanish tax id of the entity.'),
  projectId: id.optional().describe('The accompanied project it came from.'),
});

const publicExample = {
  initiativeId,
  slug: 'economat-de-la-florida',
  name,
  summary: { ca: 'Botiga cooperativa d’aliments de proximitat.', es: 'Tienda cooperativa de alimentos de proximidad.' },
  legalForm: 'cooperativa-consumidors',
  sectors: ['alimentacio'],
  neighbourhood: '7',
};

export const initiativeProposed = defineEvent({
  service,
  aggregate,
  event: 'proposed',
  version: 1,
  summary: 'Somebody, staff, or an entity created by an accompaniment proposed an initiative for the directory.',
  consumers: ['notifications'],
  data: z.object({
    initiativeId: id,
    name: localizedText,
    origin: code.describe('`public`, `staff` or `entity-created`.'),
    personal: proposerField,
  }),
  example: { initiativeId, name, origin: 'public', personal },
});

export const initiativePublished = defineEvent({
  service,
  aggregate,
  event: 'published',
  version: 1,
  summary: 'An initiative became public, for the first time or again.',
  consumers: ['accompaniment', 'notifications'],
  data: publicFacts.extend({ personal: proposerField }),
  example: { ...publicExample, personal },
});

export const initiativeUpdated = defineEvent({
  service,
  aggregate,
  event: 'updated',
  version: 1,
  summary: 'What a published initiative says of itself changed; the data is all of what it says now.',
  data: publicFacts,
  example: publicExample,
});

export const initiativeRejected = defineEvent({
  service,
  aggregate,
  event: 'rejected',
  version: 1,
  summary: 'A proposal will not be published.',
  consumers: ['notifications'],
  data: z.object({
    initiativeId: id,
    name: localizedText,
    reasonCode: code.describe('`not-sse`, `outside-territory`, `duplicate`, `insufficient-information` or `other`.'),
    note: z.string().optional().describe('What staff tell the proposer besides.'),
    personal: proposerField,
  }),
  example: { initiativeId, name, reasonCode: 'duplicate', note: 'Ja hi és com a «Economat Social».', personal },
});

const withdrawn = z.object({ initiativeId: id, slug: z.string(), name: localizedText });
const withdrawnExample = { initiativeId, slug: 'economat-de-la-florida', name };

export const initiativeUnpublished = defineEvent({
  service,
  aggregate,
  event: 'unpublished',
  version: 1,
  summary: 'An initiative is no longer public; it may be again.',
  data: withdrawn,
  example: withdrawnExample,
});

export const initiativeArchived = defineEvent({
  service,
  aggregate,
  event: 'archived',
  version: 1,
  summary: 'An initiative left the directory for good.',
  data: withdrawn,
  example: withdrawnExample,
});
