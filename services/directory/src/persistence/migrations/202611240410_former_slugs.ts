import { defineMigration } from '@ateneu/persistence';

/** The addresses that an initiative had before its present one: they lead there for good, and nobody else gets them. */
export const formerSlugs = defineMigration('202611240410_former_slugs', {
  up: [
    `create table initiative_former_slug (
      slug text primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      replaced_at timestamptz not null
    )`,
    `create index initiative_former_slug_of on initiative_former_slug (initiative_id)`,
    // Whether `name`, `name-2`, … are taken is asked by their common beginning.
    `create index initiative_slug_beginning on initiative (slug text_pattern_ops)`,
  ],
  down: [`drop index initiative_slug_beginning`, `drop table initiative_former_slug`],
});
