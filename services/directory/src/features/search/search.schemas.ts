import { districts, findLegalForm, findNeed, findNeighbourhood, findNetwork, findSector } from '@ateneu/reference-data';
import { safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { initiativeCodeUnknown, localizedSchema, publicInitiativeSchema } from '../initiative/index.ts';
import type { Around, Box, SearchFilters } from './search-filters.query.ts';
import { searchOrders } from './search-statements.query.ts';

const degrees = /^-?\d{1,3}(\.\d{1,15})?$/;

/** Numbers of degrees with commas between them, as many as are asked for. */
function degreesOf(text: string, count: number): number[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === count && parts.every((part) => degrees.test(part)) ? parts.map(Number) : undefined;
}

const isLongitude = (value: number): boolean => Math.abs(value) <= 180;
const isLatitude = (value: number): boolean => Math.abs(value) <= 90;

function boxOf(text: string): Box | undefined {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = degreesOf(text, 4) ?? [];
  const onEarth = [west, east].every(isLongitude) && [south, north].every(isLatitude);
  return onEarth && west < east && south < north ? { west, south, east, north } : undefined;
}

function placeOf(text: string): Pick<Around, 'longitude' | 'latitude'> | undefined {
  const [longitude = NaN, latitude = NaN] = degreesOf(text, 2) ?? [];
  return isLongitude(longitude) && isLatitude(latitude) ? { longitude, latitude } : undefined;
}

const boxMessage = {
  ca: 'Ha de ser «oest,sud,est,nord» en graus, amb oest < est i sud < nord.',
  es: 'Debe ser «oeste,sur,este,norte» en grados, con oeste < este y sur < norte.',
  en: 'This must be “west,south,east,north” in degrees, with west < east and south < north.',
};
const placeMessage = {
  ca: 'Ha de ser «longitud,latitud» en graus.',
  es: 'Debe ser «longitud,latitud» en grados.',
  en: 'This must be “longitude,latitude” in degrees.',
};
const needsMessage = (field: string) => ({
  ca: `Només té sentit amb «${field}».`,
  es: `Solo tiene sentido con «${field}».`,
  en: `This only makes sense with “${field}”.`,
});

/** A filter that may come once or several times: `sector=cures&sector=educacio`. */
function repeatable(description: string) {
  return z
    .preprocess((value) => [value].flat(), z.array(safeText({ min: 1, max: 60 })).max(20))
    .optional()
    .describe(`${description} Several are alternatives.`);
}

/** The filters of the public search, as the query has them. */
export const filterFields = {
  q: safeText({ min: 1, max: 200 }).optional().describe('Words to look for; accents and case do not matter.'),
  sector: repeatable('Codes of `/v1/reference/sectors`.'),
  legalForm: repeatable('Codes of `/v1/reference/legal-forms`.'),
  cooperative: z.enum(['yes', 'no']).optional().describe('Only cooperatives, or only what is none.'),
  neighbourhood: repeatable('Codes of `/v1/reference/neighbourhoods`.'),
  district: repeatable('Codes of `/v1/reference/districts`.'),
  need: repeatable('Needs covered: codes of `/v1/reference/needs`.'),
  network: repeatable('Networks it is in: codes of `/v1/reference/networks`.'),
  bbox: z
    .string()
    .max(100)
    .refine((text) => boxOf(text) !== undefined, { params: { message: boxMessage } })
    .optional()
    .describe('Only what is in the box `west,south,east,north`, in degrees.'),
  near: z
    .string()
    .max(60)
    .refine((text) => placeOf(text) !== undefined, { params: { message: placeMessage } })
    .optional()
    .describe('Only what is around the place `longitude,latitude`, in degrees; tells the distance.'),
  within: z.coerce
    .number()
    .min(1)
    .max(50_000)
    .optional()
    .describe('How far from `near`, in metres; 5,000 when absent, 50,000 at most.'),
};

interface Rules {
  q?: string | undefined;
  near?: string | undefined;
  within?: number | undefined;
  sort?: string | undefined;
}

/** Adds the rules between the fields of a query. */
export function withFilterRules<Schema extends z.ZodType<Rules>>(schema: Schema) {
  return schema.check(({ value, issues }) => {
    const needs = (field: string, other: string) =>
      issues.push({ code: 'custom', input: value, path: [field], params: { message: needsMessage(other) } });
    if (value.within !== undefined && value.near === undefined) needs('within', 'near');
    if (value.sort === 'distance' && value.near === undefined) needs('sort', 'near');
    if (value.sort === 'relevance' && value.q === undefined) needs('sort', 'q');
  });
}

/** How long a page or a file may be, in initiatives. */
export const longestAnswer = 5_000;

/** The query of a list, in any format. */
export const searchQuery = withFilterRules(
  z.object({
    ...filterFields,
    sort: z
      .enum(searchOrders)
      .optional()
      .describe('`relevance` where there are words, `distance` where there is a place, else `name`; a feed `newest`.'),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(longestAnswer)
      .optional()
      .describe('How many initiatives an answer has: 20 (100 at most) as JSON, 50 (100) as Atom, 5,000 in files.'),
    cursor: z
      .string()
      .min(1)
      .max(1_000)
      .optional()
      .describe('Where the page starts: the `next` of the page before, or the `Link` header’s.'),
  }),
);

/** The query of the facets. */
export const facetsQuery = withFilterRules(z.object(filterFields));

/** A hit of the public search. */
export const hitSchema = publicInitiativeSchema
  .pick({ id: true, slug: true, name: true, summary: true, legalForm: true, sectors: true, neighbourhood: true })
  .extend({
    position: publicInitiativeSchema.shape.position,
    localized: localizedSchema.omit({ description: true }),
    distance: z.number().nullable().describe('Metres from `near`; null without it.'),
  });

/**
 * The filters that a query asks for.
 *
 * @throws DomainError `directory.initiative.code-unknown`
 */
export function filtersFrom(query: z.output<typeof facetsQuery>): SearchFilters {
  refuseUnknown('sector', query.sector, findSector);
  refuseUnknown('legalForm', query.legalForm, findLegalForm);
  refuseUnknown('neighbourhood', query.neighbourhood, findNeighbourhood);
  refuseUnknown('district', query.district, (code) => districts.find((district) => district.code === code));
  refuseUnknown('need', query.need, findNeed);
  refuseUnknown('network', query.network, findNetwork);
  const place = query.near === undefined ? undefined : placeOf(query.near);
  return {
    text: query.q,
    sectors: query.sector,
    legalForms: query.legalForm,
    cooperative: query.cooperative === undefined ? undefined : query.cooperative === 'yes',
    neighbourhoods: query.neighbourhood,
    districts: query.district,
    needs: query.need,
    networks: query.network,
    box: query.bbox === undefined ? undefined : boxOf(query.bbox),
    around: place === undefined ? undefined : { ...place, within: query.within ?? 5_000 },
  };
}

function refuseUnknown(field: string, codes: readonly string[] | undefined, find: (code: string) => unknown): void {
  for (const value of codes ?? []) if (find(value) === undefined) throw initiativeCodeUnknown({ field, value });
}
