import { z } from 'zod';

import {
  type ConsentContext,
  type DetailField,
  detailsSchema,
  differences,
  type FieldChange,
  fieldsFrom,
} from '../initiative/index.ts';
import { correctionStatuses } from './correction.ts';

const { name, summary, legalForm, sectors, ...optional } = detailsSchema.shape;

/** The fields of an initiative that are to change; null takes away what need not be there. */
export const correctableSchema = z
  .strictObject({
    name: name.optional(),
    summary,
    legalForm: legalForm.optional(),
    sectors: sectors.optional(),
    ...nullable(optional),
  })
  .describe('The fields that are to change, and nothing else.');

function nullable<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const fields = Object.entries(shape).map(([field, schema]) => [field, z.nullable(schema)] as const);
  return Object.fromEntries(fields) as { [Field in keyof Shape]: z.ZodNullable<Shape[Field]> };
}

/**
 * The changes that a correction comes to, against what an initiative says; fields that say the same already are none.
 *
 * @throws DomainError `directory.initiative.code-unknown`
 */
export function changesFrom(
  current: object,
  input: z.output<typeof correctableSchema>,
  context: ConsentContext,
): FieldChange[] {
  const fields = Object.keys(input) as DetailField[];
  const before = Object.fromEntries(fields.map((field) => [field, (current as Record<string, unknown>)[field]]));
  return differences(before, fieldsFrom(input, context) as Parameters<typeof differences>[1]);
}

/** A correction as lists show it. */
export const correctionSummarySchema = z.object({
  id: z.uuid(),
  status: z.enum(correctionStatuses),
  initiative: z.object({ id: z.uuid(), slug: z.string().nullable(), name: z.string() }),
  fields: z.array(z.string()),
  createdAt: z.iso.datetime(),
});

/** A correction with its difference, as staff decide on it. */
export const correctionSchema = correctionSummarySchema.omit({ fields: true }).extend({
  initiative: correctionSummarySchema.shape.initiative.extend({ version: z.int(), status: z.string() }),
  baseVersion: z.int().describe('The version of the initiative that it was written against.'),
  changes: z.array(
    z.object({
      field: z.string(),
      from: z.unknown().describe('What the initiative said when it was written.'),
      current: z.unknown().describe('What the initiative says now.'),
      to: z.unknown().describe('What it is to say.'),
      conflicts: z.boolean().describe('Somebody changed the field meanwhile.'),
    }),
  ),
  comment: z.string().nullable(),
  author: z.object({ name: z.string(), email: z.string(), language: z.string() }).nullable(),
  accepted: z.array(z.string()).describe('The fields that were applied.'),
  reasonCode: z.string().nullable(),
  note: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
});
