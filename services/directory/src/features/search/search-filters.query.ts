import { findNeighbourhood, legalForms, neighbourhoods } from '@ateneu/reference-data';

/** A box in degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A circle: a place, and metres around it. */
export interface Around {
  longitude: number;
  latitude: number;
  within: number;
}

/** What a reader of the public directory looks for. Values of one filter are alternatives; filters add up. */
export interface SearchFilters {
  /** Free text, in any accents and case; words may be unfinished. */
  text?: string | undefined;
  sectors?: readonly string[] | undefined;
  legalForms?: readonly string[] | undefined;
  cooperative?: boolean | undefined;
  neighbourhoods?: readonly string[] | undefined;
  districts?: readonly string[] | undefined;
  /** Needs that it covers, and networks that it belongs to. */
  needs?: readonly string[] | undefined;
  networks?: readonly string[] | undefined;
  box?: Box | undefined;
  around?: Around | undefined;
}

/** The legal forms that pass, of those asked for and of those that are cooperatives or not; all where undefined. */
export function legalFormsOf({ legalForms: asked, cooperative }: SearchFilters): readonly string[] | undefined {
  if (cooperative === undefined) return asked;
  const fitting = legalForms.filter((form) => form.cooperative === cooperative).map((form) => form.code);
  return asked === undefined ? fitting : fitting.filter((code) => asked.includes(code));
}

/** The neighbourhoods that pass, of those asked for and of those in the districts; all where undefined. */
export function neighbourhoodsOf({ neighbourhoods: asked, districts }: SearchFilters): readonly string[] | undefined {
  if (districts === undefined) return asked;
  const fitting = neighbourhoods.filter((item) => districts.includes(item.district)).map((item) => item.code);
  return asked === undefined ? fitting : fitting.filter((code) => asked.includes(code));
}

/** The district of a neighbourhood. */
export function districtOf(neighbourhood: string | null): string | null {
  return neighbourhood === null ? null : (findNeighbourhood(neighbourhood)?.district ?? null);
}

/** The words of a text, ten at most: every one must be there, at least as a beginning. */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10);
}

const metresPerDegree = 111_195;

/** The smallest box around a circle, cut off at the poles and the 180th meridian. */
export function boxAround({ longitude, latitude, within }: Around): Box {
  // A hair more than the circle, so that rounding leaves nobody out: distance decides, the box only finds.
  const degrees = (within / metresPerDegree) * 1.001;
  const shrink = Math.cos((Math.min(89.9, Math.abs(latitude) + degrees) * Math.PI) / 180);
  return {
    west: Math.max(-180, longitude - degrees / shrink),
    east: Math.min(180, longitude + degrees / shrink),
    south: Math.max(-90, latitude - degrees),
    north: Math.min(90, latitude + degrees),
  };
}
