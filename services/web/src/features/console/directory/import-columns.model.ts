import { parse } from 'csv-parse/sync';

import { foldedText } from '../../../ui/lists.ts';

/** Our columns that a file of somebody else’s may have, the ones that are nearly always there first. */
export const commonColumns = [
  'external_id',
  'name_ca',
  'summary_ca',
  'legal_form',
  'sectors',
  'neighbourhood',
  'address',
  'longitude',
  'latitude',
  'website',
] as const;
/** The others. */
export const otherColumns = [
  'id',
  'name_es',
  'name_en',
  'summary_es',
  'summary_en',
  'description_ca',
  'description_es',
  'description_en',
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

/** One of our columns. */
export type ImportColumn = (typeof commonColumns)[number] | (typeof otherColumns)[number];

/** What a file says of itself before anybody reads it whole. */
export interface FileHead {
  readonly format: 'csv' | 'geojson';
  readonly delimiter: ',' | ';' | '\t';
  readonly columns: readonly string[];
}

/** How much of a file its head is looked for in, in characters. */
const headLength = 200_000;

/** Reads the columns of a file; `undefined` where it has none. */
export function headOf(content: Buffer, name: string): FileHead | undefined {
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  const geojson = /\.(geo)?json$/i.test(name) || text.trimStart().startsWith('{');
  return geojson ? geoJsonHead(text) : csvHead(text.slice(0, headLength));
}

function csvHead(text: string): FileHead | undefined {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (of: string): number => first.split(of).length;
  const delimiter = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    const [header = []] = parse(first, { delimiter, to: 1, relax_quotes: true });
    const columns = header.map((column) => column.trim()).filter((column) => column !== '');
    return columns.length === 0 ? undefined : { format: 'csv', delimiter, columns };
  } catch {
    return undefined;
  }
}

function geoJsonHead(text: string): FileHead | undefined {
  try {
    const { features = [] } = JSON.parse(text) as { features?: { properties?: object | null }[] };
    const named = features.slice(0, 200).flatMap(({ properties }) => Object.keys(properties ?? {}));
    // The service itself reads these off a feature.
    const columns = [...new Set(['id', 'longitude', 'latitude', ...named])];
    return features.length === 0 ? undefined : { format: 'geojson', delimiter: ',', columns };
  } catch {
    return undefined;
  }
}

/** What others call our columns, without accents, capitals and marks. */
const synonyms: Readonly<Partial<Record<ImportColumn, readonly string[]>>> = {
  external_id: ['codi', 'codigo', 'code', 'id', 'ref', 'referencia', 'identificador', 'num', 'numero'],
  name_ca: ['nom', 'nombre', 'name', 'titol', 'titulo', 'entitat', 'entidad', 'iniciativa', 'nomca'],
  name_es: ['nomes', 'nombrees'],
  summary_ca: ['resum', 'resumen', 'summary', 'descripciocurta', 'descripcioncorta'],
  description_ca: ['descripcio', 'descripcion', 'description', 'text'],
  legal_form: ['formajuridica', 'legalform', 'tipus', 'tipo', 'formalegal'],
  sectors: ['sector', 'ambit', 'ambits', 'ambito', 'ambitos', 'activitat', 'actividad', 'categoria', 'categories'],
  neighbourhood: ['barri', 'barrio', 'barris'],
  address: ['adreca', 'direccion', 'domicili', 'domicilio', 'carrer'],
  longitude: ['lon', 'lng', 'long', 'longitud', 'x'],
  latitude: ['lat', 'latitud', 'y'],
  website: ['web', 'url', 'pagina', 'paginaweb', 'enllac'],
  tax_id: ['nif', 'cif', 'taxid'],
  founded_in: ['any', 'ano', 'anyfundacio', 'fundacio', 'fundacion'],
};

const plain = (text: string): string => foldedText(text).replaceAll(/[^a-z0-9]/g, '');

/** Which column of a file each of ours is likely to be: the one that is called so, or what others call it. */
export function guessColumns(columns: readonly string[]): Partial<Record<ImportColumn, string>> {
  const guessed: Partial<Record<ImportColumn, string>> = {};
  const free = new Set(columns);
  const take = (ours: ImportColumn, theirs: string | undefined): void => {
    if (theirs === undefined || guessed[ours] !== undefined) return;
    guessed[ours] = theirs;
    free.delete(theirs);
  };
  const all = [...commonColumns, ...otherColumns];
  for (const ours of all)
    take(
      ours,
      columns.find((column) => column === ours),
    );
  for (const ours of all)
    take(
      ours,
      [...free].find((column) => synonyms[ours]?.includes(plain(column))),
    );
  return guessed;
}

/** Whether a file says enough to be read as it is: whose each line is, and what an initiative cannot be without. */
export function saysEnough(columns: readonly string[]): boolean {
  const has = (column: ImportColumn): boolean => columns.includes(column);
  return (has('id') || has('external_id')) && has('name_ca') && has('legal_form') && has('sectors');
}

/** Words of a file and our codes, a pair a line: `Menjar = alimentacio`. */
export function readWords(text: string | undefined): Record<string, string> | undefined {
  const pairs = (text ?? '').split('\n').flatMap((line) => {
    const [word = '', code = ''] = line.split('=').map((part) => part.trim());
    return word === '' || code === '' ? [] : [[word, code] as const];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
