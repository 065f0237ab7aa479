import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { initiativeRejectionReasons } from '../vocabulary/index.ts';
import {
  code,
  codeAmong,
  freeText,
  id,
  instant,
  legalForm,
  localizedText,
  neighbourhood,
  person,
  sector,
  text,
} from './fields.ts';

const service = 'directory';
const aggregate = 'initiative';

const initiativeId = '0198c1d2-7a10-7c3e-9f00-000000000001';
const name = { ca: 'Economat de la Florida', es: 'Economato de la Florida' };
const personal = { name: 'Montserrat Puig i Soler', email: 'montserrat@example.org', language: 'ca' };

const initiativeIdField = id.describe('The initiative.');
const nameField = localizedText.describe('What it is called.');
const slugField = code.describe(
  'The last part of its public address; staff may change it, and the former one leads to it.',
);
const proposerField = person.optional().describe('Who proposed it, where a person did and is to be told.');

const publicFacts = z.object({
  initiativeId: initiativeIdField,
  slug: slugField,
  name: nameField,
  summary: localizedText.describe('What it does, in one or two sentences.'),
  legalForm,
  sectors: z.array(sector).describe('Its activity sectors, by codes of the reference data.'),
  neighbourhood: neighbourhood.optional(),
  website: text.optional().describe('Absolute address of its website.'),
  taxId: text.optional().describe('Spanish tax id (NIF) of the entity; never a person’s own (DNI, NIE).'),
  projectId: id.optional().describe('The accompanied project it came from.'),
  foundedIn: z.int().optional().describe('The year it was founded.'),
  needs: z.array(code).optional().describe('Needs of people that it covers, by codes of the reference data.'),
  networks: z.array(code).optional().describe('Networks it belongs to, by codes of the reference data.'),
});

const publicExample = {
  initiativeId,
  slug: 'economat-de-la-florida',
  name,
  summary: {
    ca: 'Botiga cooperativa d’aliments ecològics i de proximitat.',
    es: 'Tienda cooperativa de alimentos ecológicos y de proximidad.',
  },
  legalForm: 'cooperativa-consumidors',
  sectors: ['alimentacio'],
  neighbourhood: '7',
  website: 'https://economat.example',
  taxId: 'F12345674',
};

export const initiativeProposed = defineEvent({
  service,
  aggregate,
  event: 'proposed',
  version: 1,
  summary: 'Somebody, staff, or an entity created by an accompaniment proposed an initiative for the directory.',
  consumers: ['notifications'],
  data: z.object({
    initiativeId: initiativeIdField,
    name: nameField,
    origin: codeAmong('Where the proposal came from.', ['public', 'staff', 'entity-created', 'import']),
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
  consumers: ['notifications'],
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
    initiativeId: initiativeIdField,
    name: nameField,
    reasonCode: codeAmong('Why.', initiativeRejectionReasons),
    note: freeText.optional().describe('What staff tell the proposer besides. It names no person.'),
    personal: proposerField,
  }),
  example: { initiativeId, name, reasonCode: 'duplicate', note: 'Ja hi consta com a «Economat Social».', personal },
});

export const initiativeSnapshot = defineEvent({
  service,
  aggregate,
  event: 'snapshot',
  version: 1,
  summary:
    'Nothing happened: this is what a published initiative says at present, sent again for who has not heard of it ' +
    '(`republish`). Its sequence is that of the last change. It takes the place of older state and is news to nobody.',
  data: publicFacts.extend({ publishedAt: instant.describe('When it first became public.') }),
  example: { ...publicExample, publishedAt: '2026-03-02T10:00:00.000Z' },
});

const noLongerPublic = z.object({ initiativeId: initiativeIdField, slug: slugField, name: nameField });
const noLongerPublicExample = { initiativeId, slug: 'economat-de-la-florida', name };

export const initiativeUnpublished = defineEvent({
  service,
  aggregate,
  event: 'unpublished',
  version: 1,
  summary: 'An initiative is no longer public; it may be again.',
  consumers: ['notifications'],
  data: noLongerPublic,
  example: noLongerPublicExample,
});

export const initiativeArchived = defineEvent({
  service,
  aggregate,
  event: 'archived',
  version: 1,
  summary: 'An initiative left the directory for good.',
  consumers: ['notifications'],
  data: noLongerPublic,
  example: noLongerPublicExample,
});
