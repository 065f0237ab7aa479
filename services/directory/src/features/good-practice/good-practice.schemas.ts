import { findSector } from '@ateneu/reference-data';
import { idSchema, languageSchema, localizedAnswerSchema, localizedTextSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { initiativeCodeUnknown } from '../initiative/index.ts';
import { type GoodPracticeContent, goodPracticeStatuses } from './good-practice.ts';

const chosen = z.object({ text: z.string(), language: languageSchema });

/** What staff write. */
export const contentSchema = z.object({
  title: localizedTextSchema({ max: 200 }),
  summary: localizedTextSchema({ max: 500 }),
  body: localizedTextSchema({ max: 20_000, multiline: true }).describe('Paragraphs, with empty lines between them.'),
  initiativeIds: z.array(idSchema).min(1).max(20).describe('The initiatives it is about.'),
  sectors: z.array(z.string().max(60)).max(10).default([]).describe('Codes of `/v1/reference/sectors`.'),
});

/** What a change answers with. */
export const versionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(goodPracticeStatuses),
  slug: z.string().nullable(),
});

/** As staff read it. */
export const staffSchema = versionSchema.extend({
  ...contentSchema.shape,
  sectors: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** As the public reads it in a list. */
export const summarySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: localizedAnswerSchema,
  summary: localizedAnswerSchema,
  localized: z.object({ title: chosen, summary: chosen }).describe('By `Accept-Language`, each with its language.'),
  sectors: z.array(z.string()),
  initiatives: z.array(z.object({ id: z.uuid(), slug: z.string(), name: localizedAnswerSchema })),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** As the public reads it whole. */
export const publicSchema = summarySchema.extend({
  body: contentSchema.shape.body,
  localized: z.object({ title: chosen, summary: chosen, body: chosen }),
});

/** The content that an input says. @throws DomainError `directory.initiative.code-unknown` */
export function contentFrom(input: z.output<typeof contentSchema>): GoodPracticeContent {
  assertSectors(input.sectors);
  return { ...input, initiativeIds: [...new Set(input.initiativeIds)], sectors: [...new Set(input.sectors)] };
}

/** @throws DomainError `directory.initiative.code-unknown` */
export function assertSectors(sectors: readonly string[]): void {
  for (const value of sectors) {
    if (findSector(value) === undefined) throw initiativeCodeUnknown({ field: 'sectors', value });
  }
}
