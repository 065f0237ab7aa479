import { defineMigration } from '@ateneu/persistence';

/** Where initiatives are, in degrees (WGS 84), and what finds them by box, by newness and by each filter. */
export const positions = defineMigration('202611240400_positions', {
  up: [
    `alter table initiative add column longitude double precision, add column latitude double precision,
      add constraint initiative_position check ((longitude is null) = (latitude is null)
        and longitude between -180 and 180 and latitude between -90 and 90)`,
    // The haversine on the mean radius of the Earth, in metres: half a percent off at worst. It is not declared strict,
    // because PostgreSQL would then call it for every row instead of writing its formula into the query; and the factor
    // below one keeps rounding from asking for an arcsine beyond it.
    `create function distance_metres(from_longitude float8, from_latitude float8, longitude float8, latitude float8)
      returns float8 language sql immutable parallel safe
      return 2 * 6371008.8 * asin(0.9999999999999 * sqrt(sin(radians(latitude - from_latitude) / 2) ^ 2
        + cos(radians(from_latitude)) * cos(radians(latitude)) * sin(radians(longitude - from_longitude) / 2) ^ 2))`,
    `create index initiative_positions on initiative using gist (point(longitude, latitude)) where status = 'published'`,
    // Covering, so that the sitemap and the facets of everything are read from an index alone.
    `create index initiative_newest on initiative (published_at desc, id desc) include (slug, updated_at)
      where status = 'published'`,
    `create index initiative_facets on initiative (legal_form, neighbourhood, sectors) where status = 'published'`,
    `create index initiative_neighbourhood on initiative (neighbourhood, name_plain, id) where status = 'published'`,
  ],
  down: [
    `drop index initiative_neighbourhood`,
    `drop index initiative_facets`,
    `drop index initiative_newest`,
    `drop index initiative_positions`,
    `drop function distance_metres(float8, float8, float8, float8)`,
    `alter table initiative drop constraint initiative_position, drop column longitude, drop column latitude`,
  ],
});
