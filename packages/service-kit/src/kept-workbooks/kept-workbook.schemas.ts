import { z } from 'zod';

import { idSchema, isoDateTimeSchema, safeText } from '../schemas.ts';
import { keptStatuses } from './kept-workbook.ts';

/** Which call. */
export const callParams = z.object({
  call: z.string().max(40).describe('Such as `2024-2025`; `/v1/staff/funder-calls` of training lists them.'),
});

/** Which workbook of a call. */
export const workbookParams = callParams.extend({
  id: idSchema.describe('Chosen by who begins it: the same in every service that has a part of the workbook.'),
});

/** Where a part stands. */
export const workbookSchema = z.object({
  id: idSchema,
  call: z.string(),
  status: z.enum(keptStatuses).describe('`failed` may be begun again, by the same `PUT`.'),
  sheets: z.object({ done: z.int(), of: z.int() }),
  rows: z.int(),
  problems: z.int(),
  requestedBy: z.string(),
  requestedAt: isoDateTimeSchema,
  takenAt: isoDateTimeSchema.nullable().describe('The moment that its rows are of.'),
  finishedAt: isoDateTimeSchema.nullable(),
  erased: z
    .object({ rows: z.int(), at: isoDateTimeSchema })
    .nullable()
    .describe('Personal data of so many rows was taken out because of an erasure, the last time then.'),
  sent: z
    .object({ on: z.iso.date(), note: z.string().nullable(), markedBy: z.string() })
    .nullable()
    .describe('That the funder was sent this one, as somebody marked it.'),
});

/** What a mark says. */
export const sentBody = z.object({
  on: z.iso.date().describe('The day on which it was sent.'),
  note: safeText({ max: 300 }).optional().describe('Such as the number of the registry.'),
});

const problemSchema = z.object({
  code: z.string(),
  sheet: z.string(),
  subject: z.object({ kind: z.string(), id: z.uuid(), label: z.string() }),
  message: z.string().describe('In the caller’s language.'),
});

/** What is wrong. */
export const problemsSchema = z.object({ items: z.array(problemSchema) });

/** The sheets and the problems, as the part of now has them. */
export const partSchema = z.object({
  call: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ heading: z.string(), type: z.enum(['text', 'number', 'date']) })),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).describe('Days as `YYYY-MM-DD`.'),
    }),
  ),
  problems: z.array(problemSchema),
});

const changedRow = z.object({
  key: z.string().describe('What the row stands for.'),
  change: z.enum(['added', 'removed', 'changed']),
  headings: z.array(z.string()).describe('The columns that differ; none where the whole row came or went.'),
  label: z.string().describe('The row’s first texts, by which people know it.'),
});

/** What differs between two workbooks. */
export const changesSchema = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      added: z.int(),
      removed: z.int(),
      changed: z.int(),
      rows: z.array(changedRow).describe('At most 200 of them.'),
    }),
  ),
});
