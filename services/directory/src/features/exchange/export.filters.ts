import {
  districts,
  findLegalForm,
  findNeed,
  findNeighbourhood,
  findNetwork,
  findSector,
  neighbourhoods,
} from '@ateneu/reference-data';
import { safeText } from '@ateneu/service-kit';
import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';

import { initiativeCodeUnknown, type InitiativeRow, initiativeStatuses } from '../initiative/index.ts';

const codes = (description: string) =>
  z
    .array(safeText({ min: 1, max: 60 }))
    .min(1)
    .max(50)
    .optional()
    .describe(description);

/** Which initiatives an export is of, as a body has it. */
export const exportFiltersSchema = z.object({
  status: z.array(z.enum(initiativeStatuses)).min(1).max(initiativeStatuses.length).optional(),
  sector: codes('Codes of `/v1/reference/sectors`.'),
  legalForm: codes('Codes of `/v1/reference/legal-forms`.'),
  neighbourhood: codes('Codes of `/v1/reference/neighbourhoods`.'),
  district: codes('Codes of `/v1/reference/districts`.'),
  need: codes('Needs covered: codes of `/v1/reference/needs`.'),
  network: codes('Networks they are in: codes of `/v1/reference/networks`.'),
});

/** Values of one filter are alternatives; filters add up. */
export type ExportFilters = z.output<typeof exportFiltersSchema>;

const known: Readonly<Record<Exclude<keyof ExportFilters, 'status'>, (code: string) => unknown>> = {
  sector: findSector,
  legalForm: findLegalForm,
  neighbourhood: findNeighbourhood,
  district: (code) => districts.find((district) => district.code === code),
  need: findNeed,
  network: findNetwork,
};

/** @throws DomainError `directory.initiative.code-unknown` */
export function refuseUnknownCodes(filters: ExportFilters): void {
  for (const [field, find] of Object.entries(known)) {
    for (const value of filters[field as keyof ExportFilters] ?? []) {
      if (find(value) === undefined) throw initiativeCodeUnknown({ field, value });
    }
  }
}

/** The rows that filters are about. */
export function rowsAskedFor(filters: ExportFilters): FilterQuery<InitiativeRow> {
  const { status, sector, legalForm, neighbourhood, district, need, network } = filters;
  const inDistricts = (asked: readonly string[]): string[] =>
    neighbourhoods.filter((item) => asked.includes(item.district)).map(({ code }) => code);
  return {
    $and: [
      ...(status === undefined ? [] : [{ status: { $in: status } }]),
      ...(sector === undefined ? [] : [{ sectors: { $overlap: sector } }]),
      ...(legalForm === undefined ? [] : [{ legalForm: { $in: legalForm } }]),
      ...(neighbourhood === undefined ? [] : [{ neighbourhood: { $in: neighbourhood } }]),
      ...(district === undefined ? [] : [{ neighbourhood: { $in: inDistricts(district) } }]),
      ...(need === undefined ? [] : [{ needs: { $overlap: need } }]),
      ...(network === undefined ? [] : [{ networks: { $overlap: network } }]),
    ],
  };
}
