/** A district of L'Hospitalet, by the city's own official code. */
export interface District {
  code: string;
  name: string;
  /** The same where it is said in Spanish and English: the names stay, what joins them does not. */
  label: { ca: string; es: string; en: string };
}

/** A neighbourhood (barri) of L'Hospitalet, by the city's own official code. */
export interface Neighbourhood {
  code: string;
  name: string;
  /** The code of its district. */
  district: string;
  /** Longitude and latitude in degrees (WGS 84), right to a few hundred metres: for demonstrations only. */
  centroid: readonly [longitude: number, latitude: number];
}

/** The municipality, by the code of the Spanish statistics institute. */
export const municipality = { ineCode: '08101', name: "L'Hospitalet de Llobregat", comarca: 'Barcelonès' } as const;

const district = (code: string, first: string, last: string): District => ({
  code,
  name: `${first} i ${last}`,
  label: { ca: `${first} i ${last}`, es: `${first} y ${last}`, en: `${first} and ${last}` },
});

export const districts: readonly District[] = [
  district('I', 'Centre, Sanfeliu', 'Sant Josep'),
  district('II', 'La Torrassa', 'Collblanc'),
  district('III', 'Santa Eulàlia', 'Granvia Sud'),
  district('IV', 'La Florida', 'Les Planes'),
  district('V', 'Can Serra', 'Pubilla Cases'),
  district('VI', 'El Gornal', 'Bellvitge'),
];

export const neighbourhoods: readonly Neighbourhood[] = [
  { code: '1', name: 'Centre', district: 'I', centroid: [2.0972, 41.3608] },
  { code: '2', name: 'Sanfeliu', district: 'I', centroid: [2.0925, 41.364] },
  { code: '3', name: 'Sant Josep', district: 'I', centroid: [2.1045, 41.3625] },
  { code: '4', name: 'La Torrassa', district: 'II', centroid: [2.116, 41.369] },
  { code: '5', name: 'Collblanc', district: 'II', centroid: [2.1165, 41.3745] },
  { code: '6', name: 'Santa Eulàlia', district: 'III', centroid: [2.125, 41.363] },
  { code: '13', name: 'Granvia Sud', district: 'III', centroid: [2.127, 41.356] },
  { code: '7', name: 'La Florida', district: 'IV', centroid: [2.1075, 41.368] },
  { code: '8', name: 'Les Planes', district: 'IV', centroid: [2.104, 41.369] },
  { code: '9', name: 'Can Serra', district: 'V', centroid: [2.0985, 41.368] },
  { code: '10', name: 'Pubilla Cases', district: 'V', centroid: [2.1065, 41.3745] },
  { code: '11', name: 'El Gornal', district: 'VI', centroid: [2.1135, 41.3545] },
  { code: '12', name: 'Bellvitge', district: 'VI', centroid: [2.1105, 41.35] },
];

const byCode = new Map(neighbourhoods.map((item) => [item.code, item]));

/** The neighbourhood of a code, if there is one. */
export function findNeighbourhood(code: string): Neighbourhood | undefined {
  return byCode.get(code);
}
