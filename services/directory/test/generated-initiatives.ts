import { createHash } from 'node:crypto';

import { legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';
import type { Database } from '@ateneu/persistence';

import { slugOf } from '../src/features/initiative/slug.ts';

/** A published initiative as a row; what a test leaves out is made up. */
export interface InitiativeRow {
  id: string;
  slug: string;
  name: { ca: string; es?: string };
  summary: { ca: string };
  description: { ca: string } | null;
  legal_form: string;
  sectors: string[];
  neighbourhood: string | null;
  address: string | null;
  website: string | null;
  longitude: number | null;
  latitude: number | null;
  published_at: string;
}

const kinds = [
  'Cooperativa',
  'Associació',
  'Col·lectiu',
  'Taller',
  'Economat',
  'Xarxa',
  'Ateneu',
  'Escola',
  'Llar',
  'Forn',
  'Horta',
  'Ràdio',
  'Biblioteca',
  'Cuina',
  'Fàbrica',
  'Espai',
  'Casal',
  'Grup de consum',
  'Bicicleteria',
  'Impremta',
];
const matters = [
  'de cures',
  'd’aliments ecològics',
  'd’habitatge en cessió d’ús',
  'd’energia neta',
  'de roba de segona mà',
  'd’arquitectura',
  'de missatgeria en bicicleta',
  'de programari lliure',
  'd’educació popular',
  'de teatre social',
  'de finances ètiques',
  'de jardineria',
  'd’acompanyament jurídic',
  'de música',
  'de costura',
  'de reparacions',
  'd’inserció laboral',
  'de lleure',
  'de comunicació',
  'de criança',
];
const given = [
  'L’Esquerra',
  'La Farga',
  'Can Rigalt',
  'La Remunta',
  'El Repartidor',
  'L’Harmonia',
  'La Pedrosa',
  'Les Alzines',
  'El Gafarró',
  'Montserrat Roig',
  'Tecla Sala',
  'Maria Aurèlia',
  'La Càlida',
  'El Rusc',
  'L’Avenç',
  'La Fraternal',
  'Nou Camí',
  'Arç',
  'Sis Pams',
  'El Vincle',
  'Ca la Dona',
  'La Bòbila',
  'Trencadís',
  'L’Aresta',
  'Pa i Roses',
];
const deeds = [
  'acompanya famílies',
  'ven producte fresc i de proximitat',
  'forma joves en un ofici',
  'cuida la gent gran',
  'comparteix eines i sabers',
  'posa en comú la compra',
  'repara electrodomèstics',
  'organitza activitats de barri',
  'gestiona un local comunitari',
  'assessora entitats petites',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes up published initiatives that look like those of the city, the same for the same seed. */
export function generateInitiatives(count: number, seed = 1): InitiativeRow[] {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  };
  return Array.from({ length: count }, (_, index) => {
    const barri = pick(neighbourhoods);
    const form = pick(legalForms);
    const matter = pick(matters);
    const ca = `${pick(kinds)} ${random() < 0.5 ? `${matter} ` : ''}${pick(given)} de ${barri.name}`;
    const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(sectors).code);
    const placed = random() < 0.8;
    return {
      id: idOf(`${seed}:${index}`),
      slug: `${slugOf(ca)}-${seed}-${index}`,
      name: { ca, ...(random() < 0.3 ? { es: `${ca} (ES)` } : {}) },
      summary: { ca: `Iniciativa ${matter} que ${pick(deeds)} a ${barri.name}.` },
      description: { ca: Array.from({ length: 8 }, () => `El projecte ${pick(deeds)} i ${pick(deeds)}.`).join(' ') },
      legal_form: form.code,
      sectors: [...new Set(chosen)],
      neighbourhood: random() < 0.9 ? barri.code : null,
      address: `Carrer de ${pick(given)}, ${1 + Math.floor(random() * 200)}`,
      website: random() < 0.5 ? `https://iniciativa-${index}.example` : null,
      longitude: placed ? barri.centroid[0] + (random() - 0.5) / 100 : null,
      latitude: placed ? barri.centroid[1] + (random() - 0.5) / 100 : null,
      published_at: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 5 * 365 * 86_400) * 1_000).toISOString(),
    };
  });
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const insert = `
  insert into initiative (id, version, status, slug, name, summary, description, legal_form, sectors, neighbourhood,
    address, website, longitude, latitude, origin, created_at, updated_at, published_at)
  select id, 1, 'published', slug, name, summary, description, legal_form, sectors, neighbourhood, address, website,
    longitude, latitude, '{"kind":"staff"}', published_at, published_at, published_at
  from jsonb_populate_recordset(null::initiative, $1::jsonb)`;

/** Saves rows as published initiatives, past the domain and its events. */
export async function insertInitiatives(
  { pool }: Pick<Database, 'pool'>,
  rows: readonly InitiativeRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000) {
    await pool.query(insert, [JSON.stringify(rows.slice(start, start + 1_000))]);
  }
}

/** A row with some columns of a test's own. */
export function initiativeRow(name: string, columns: Partial<InitiativeRow> = {}): InitiativeRow {
  const [row] = generateInitiatives(
    1,
    Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16),
  );
  if (row === undefined) throw new TypeError('No row was made.');
  return { ...row, name: { ca: name }, summary: { ca: 'Resum.' }, description: null, slug: slugOf(name), ...columns };
}
