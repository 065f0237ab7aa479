import type { InitiativeHit } from './search-initiatives.query.ts';

/** Hits as a GeoJSON feature collection (RFC 7946). What has no position is a feature without geometry. */
export function toGeoJson(hits: readonly InitiativeHit[], pageOf: (slug: string) => string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: hits.map(({ id, position, ...properties }) => ({
      type: 'Feature',
      id,
      geometry: position === null ? null : { type: 'Point', coordinates: [position.longitude, position.latitude] },
      properties: { ...properties, page: pageOf(properties.slug) },
    })),
  });
}
