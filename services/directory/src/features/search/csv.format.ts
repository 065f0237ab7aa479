import { stringify } from 'csv-stringify/sync';

import { districtOf } from './search-filters.query.ts';
import type { InitiativeHit } from './search-initiatives.query.ts';

type Cell = string | number | null | undefined;

/** The columns of the file, in order. They are for programs: names may be added at the end, and never change. */
const columns: Record<string, (hit: InitiativeHit, pageOf: (slug: string) => string) => Cell> = {
  id: (hit) => hit.id,
  slug: (hit) => hit.slug,
  name_ca: (hit) => hit.name.ca,
  name_es: (hit) => hit.name.es,
  name_en: (hit) => hit.name.en,
  summary_ca: (hit) => hit.summary.ca,
  summary_es: (hit) => hit.summary.es,
  summary_en: (hit) => hit.summary.en,
  legal_form: (hit) => hit.legalForm,
  sectors: (hit) => hit.sectors.join(' '),
  neighbourhood: (hit) => hit.neighbourhood,
  district: (hit) => districtOf(hit.neighbourhood),
  address: (hit) => hit.address,
  longitude: (hit) => hit.position?.longitude,
  latitude: (hit) => hit.position?.latitude,
  website: (hit) => hit.website,
  published_at: (hit) => hit.publishedAt,
  updated_at: (hit) => hit.updatedAt,
  page: (hit, pageOf) => pageOf(hit.slug),
};

/**
 * Hits as CSV (RFC 4180): UTF-8, a header, CRLF. A text that a spreadsheet would take for a formula begins with an
 * apostrophe; numbers never do.
 */
export function toCsv(hits: readonly InitiativeHit[], pageOf: (slug: string) => string): string {
  return stringify(
    hits.map((hit) => Object.values(columns).map((cell) => cell(hit, pageOf))),
    {
      header: true,
      columns: Object.keys(columns),
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  );
}
