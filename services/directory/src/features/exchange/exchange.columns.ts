import { type Language, languages, type LocalizedText } from '@ateneu/kernel';

import type { InitiativeDetails } from '../initiative/index.ts';

/** The columns that an import may fill, by their names in an export. */
export const importColumns = [
  'id',
  'external_id',
  'name_ca',
  'name_es',
  'name_en',
  'summary_ca',
  'summary_es',
  'summary_en',
  'description_ca',
  'description_es',
  'description_en',
  'legal_form',
  'sectors',
  'neighbourhood',
  'address',
  'longitude',
  'latitude',
  'website',
  'tax_id',
  'founded_in',
  'needs',
  'networks',
  'cooperates_with',
  'offers',
  'links',
  'contact',
  'opening_hours',
  'criteria',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The texts of one line, by column; a column that the file does not have is absent. */
export type Cells = { [Column in ImportColumn]?: string };

/** A value of a cell before it is written: JSON in files that have it, text in CSV. */
export type CellValue = string | number | object | null;

const texts = ['name', 'summary', 'description'] as const;
const plain = {
  legal_form: 'legalForm',
  neighbourhood: 'neighbourhood',
  address: 'address',
  website: 'website',
  tax_id: 'taxId',
} as const;
const lists = { sectors: 'sectors', needs: 'needs', networks: 'networks', cooperates_with: 'cooperatesWith' } as const;
const structures = {
  offers: 'offers',
  links: 'links',
  contact: 'contact',
  opening_hours: 'openingHours',
  criteria: 'criteria',
} as const;

/** The details of an initiative, by column. */
export function cellsOf(details: InitiativeDetails): Record<Exclude<ImportColumn, 'id' | 'external_id'>, CellValue> {
  const localized = texts.flatMap((field) =>
    languages.map((language) => [`${field}_${language}`, details[field]?.[language] ?? null]),
  );
  const simple = Object.entries(plain).map(([column, field]) => [column, details[field] ?? null]);
  const listed = Object.entries(lists).map(([column, field]) => [column, details[field]?.join(' ') ?? null]);
  const structured = Object.entries(structures).map(([column, field]) => [column, details[field] ?? null]);
  return {
    ...Object.fromEntries([...localized, ...simple, ...listed, ...structured]),
    longitude: details.position?.longitude ?? null,
    latitude: details.position?.latitude ?? null,
    founded_in: details.foundedIn ?? null,
  };
}

/**
 * What an initiative says after a line, as an input that is still to be validated: the columns that the file has take
 * the place of what was said, an empty cell takes it away, and what the file has no column for stays.
 */
export function inputOf(cells: Cells, before: Partial<InitiativeDetails>): Record<string, unknown> {
  const input: Record<string, unknown> = { ...before };
  for (const field of texts) input[field] = localizedOf(cells, field, before[field]);
  for (const [column, field] of entries(plain)) set(input, field, cells[column], (cell) => cell);
  for (const [column, field] of entries(lists)) {
    set(input, field, cells[column], (cell) => cell.split(/[\s,;|]+/).filter((code) => code !== ''));
  }
  for (const [column, field] of entries(structures)) set(input, field, cells[column], structureOf);
  set(input, 'foundedIn', cells.founded_in, numberOf);
  if (cells.longitude !== undefined && cells.latitude !== undefined) {
    const none = cells.longitude === '' && cells.latitude === '';
    input['position'] = none ? undefined : { longitude: numberOf(cells.longitude), latitude: numberOf(cells.latitude) };
  }
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function entries<Columns extends Record<string, string>>(columns: Columns) {
  return Object.entries(columns) as [keyof Columns & ImportColumn, Columns[keyof Columns]][];
}

function set(
  input: Record<string, unknown>,
  field: string,
  cell: string | undefined,
  read: (cell: string) => unknown,
): void {
  if (cell !== undefined) input[field] = cell.trim() === '' ? undefined : read(cell.trim());
}

function localizedOf(cells: Cells, field: (typeof texts)[number], before?: LocalizedText): unknown {
  const said: Partial<Record<Language, string>> = {};
  for (const language of languages) {
    const cell = cells[`${field}_${language}`];
    const text = cell === undefined ? before?.[language] : cell.trim();
    if (text !== undefined && text !== '') said[language] = text;
  }
  return Object.keys(said).length === 0 ? undefined : said;
}

/** A number with a point or a comma; not a number where it is none, which no schema takes. */
function numberOf(cell: string): number {
  const text = cell.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : NaN;
}

/** JSON, or the text as it is, which no schema takes. */
function structureOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
