import { findLegalForm, findNeighbourhood, findSector } from '@ateneu/reference-data';
import { localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { initiativeCodeUnknown } from './initiative.errors.ts';
import { initiativeStatuses, type InitiativeDetails, rejectionReasons } from './initiative.ts';

/** A place on Earth, in degrees (WGS 84). */
export const positionSchema = z.object({
  longitude: z.number().min(-180).max(180).describe('Degrees east.'),
  latitude: z.number().min(-90).max(90).describe('Degrees north.'),
});

/** What can be said of an initiative, by whoever proposes or edits it. */
export const detailsSchema = z.object({
  name: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 500 }).optional().describe('One or two sentences; needed before publication.'),
  description: localizedTextSchema({ max: 10_000 }).optional(),
  legalForm: z.string().max(60).describe('A code of `/v1/reference/legal-forms`.'),
  sectors: z.array(z.string().max(60)).min(1).max(5).describe('Codes of `/v1/reference/sectors`.'),
  neighbourhood: z.string().max(10).optional().describe('A code of `/v1/reference/neighbourhoods`.'),
  address: safeText({ min: 1, max: 200 }).optional(),
  position: positionSchema.optional().describe('Where it is, for maps and nearness.'),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  taxId: safeText({ min: 9, max: 12 }).optional().describe('Spanish tax id (NIF).'),
});

/** An initiative as the public reads it. */
export const publicInitiativeSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 500 }),
  description: localizedTextSchema({ max: 10_000 }).nullable(),
  legalForm: z.string(),
  sectors: z.array(z.string()),
  neighbourhood: z.string().nullable(),
  address: z.string().nullable(),
  position: positionSchema.nullable(),
  website: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** An initiative as staff read it. */
export const staffInitiativeSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(initiativeStatuses),
  slug: z.string().nullable(),
  ...detailsSchema.partial({ summary: true }).shape,
  origin: z.object({ kind: z.enum(['public', 'staff', 'entity-created']), projectId: z.uuid().optional() }),
  proposer: z.object({ name: z.string(), email: z.string(), language: z.string() }).nullable(),
  rejection: z.object({ reasonCode: z.enum(rejectionReasons), note: z.string().optional() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** What a change of state answers with. */
export const versionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(initiativeStatuses),
  slug: z.string().nullable(),
});

/** What details say in codes, each of which may be absent. */
interface Coded {
  legalForm?: string | null | undefined;
  sectors?: readonly string[] | null | undefined;
  neighbourhood?: string | null | undefined;
}

/**
 * Checks the codes against the reference data.
 *
 * @throws DomainError `directory.initiative.code-unknown`
 */
export function assertCodesKnown({ legalForm, sectors, neighbourhood }: Coded): void {
  const check = (
    field: string,
    codes: readonly (string | null | undefined)[],
    find: (code: string) => unknown,
  ): void => {
    for (const value of codes) {
      if (value != null && find(value) === undefined) throw initiativeCodeUnknown({ field, value });
    }
  };
  check('legalForm', [legalForm], findLegalForm);
  check('sectors', sectors ?? [], findSector);
  check('neighbourhood', [neighbourhood], findNeighbourhood);
}

/** The details that an input says. @throws DomainError `directory.initiative.code-unknown` */
export function detailsFrom(input: z.output<typeof detailsSchema>): InitiativeDetails {
  assertCodesKnown(input);
  return { ...input, sectors: [...new Set(input.sectors)] };
}
