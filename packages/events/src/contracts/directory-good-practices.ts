import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, id, instant, localizedText, sector, text } from './fields.ts';

const service = 'directory';
const aggregate = 'good-practice';

const goodPracticeId = '0198c1d2-7a10-7c3e-9f00-000000000022';
const initiativeId = '0198c1d2-7a10-7c3e-9f00-000000000001';
const title = { ca: 'Compra col·lectiva sense intermediaris', es: 'Compra colectiva sin intermediarios' };
const slug = 'compra-collectiva-sense-intermediaris';

const published = z.object({
  goodPracticeId: id.describe('The good practice (bona pràctica).'),
  slug: code.describe('The last part of its public address.'),
  title: localizedText.describe('Its title.'),
  summary: localizedText.describe('What can be learnt from it, in one or two sentences.'),
  initiativeIds: z.array(id).describe('The initiatives it is about.'),
  sectors: z.array(sector).describe('Activity sectors it touches, by codes of the reference data.'),
  url: text.describe('Absolute address of its page.'),
  publishedAt: instant.describe('When it first became public.'),
});
const example = {
  goodPracticeId,
  slug,
  title,
  summary: { ca: 'Quaranta famílies compren juntes a deu productores del Baix Llobregat.' },
  initiativeIds: [initiativeId],
  sectors: ['alimentacio'],
  url: 'https://ateneu.example/good-practices/compra-collectiva-sense-intermediaris',
  publishedAt: '2026-03-02T10:00:00.000Z',
};

export const goodPracticePublished = defineEvent({
  service,
  aggregate,
  event: 'published',
  version: 1,
  summary: 'A good practice became public, for the first time or again.',
  data: published,
  example,
});

export const goodPracticeUpdated = defineEvent({
  service,
  aggregate,
  event: 'updated',
  version: 1,
  summary: 'A published good practice changed; the data is all of what it is now.',
  data: published,
  example,
});

export const goodPracticeUnpublished = defineEvent({
  service,
  aggregate,
  event: 'unpublished',
  version: 1,
  summary: 'A good practice is no longer public; it may be again.',
  data: published.pick({ goodPracticeId: true, slug: true, title: true }),
  example: { goodPracticeId, slug, title },
});
