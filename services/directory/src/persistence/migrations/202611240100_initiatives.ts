import { defineMigration } from '@ateneu/persistence';

/**
 * Initiatives and their search. The text search configuration is Catalan stemming over unaccented words, on both the
 * stored text and the query, so that accents never matter.
 */
export const initiatives = defineMigration('202611240100_initiatives', {
  up: [
    `create extension if not exists unaccent`,
    `create extension if not exists pg_trgm`,
    `create text search configuration ateneu_ca (copy = catalan)`,
    `alter text search configuration ateneu_ca
      alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, catalan_stem`,
    // unaccent() is only stable, because its dictionary might change; ours does not.
    `create function plain(value text) returns text language sql immutable strict parallel safe
      return lower(public.unaccent('public.unaccent'::regdictionary, value))`,
    `create table initiative (
      id uuid primary key,
      version integer not null,
      status text not null
        check (status in ('proposed', 'in-review', 'rejected', 'published', 'unpublished', 'archived')),
      slug text unique,
      name jsonb not null,
      summary jsonb,
      description jsonb,
      legal_form text not null,
      sectors text[] not null,
      neighbourhood text,
      address text,
      website text,
      tax_id text,
      origin jsonb not null,
      proposer jsonb,
      rejection jsonb,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz,
      name_plain text not null generated always as (plain(name ->> 'ca')) stored,
      search tsvector not null generated always as (
        setweight(to_tsvector('ateneu_ca', coalesce(name ->> 'ca', '') || ' ' || coalesce(name ->> 'es', '')), 'A')
        || setweight(to_tsvector('ateneu_ca', coalesce(summary ->> 'ca', '') || ' ' || coalesce(summary ->> 'es', '')), 'B')
        || setweight(to_tsvector('ateneu_ca',
            coalesce(description ->> 'ca', '') || ' ' || coalesce(description ->> 'es', '')), 'C')
      ) stored
    )`,
    `create index initiative_search on initiative using gin (search) where status = 'published'`,
    `create index initiative_name_trigrams on initiative using gin (name_plain gin_trgm_ops) where status = 'published'`,
    `create index initiative_sectors on initiative using gin (sectors) where status = 'published'`,
    `create index initiative_public_order on initiative (name_plain, id) where status = 'published'`,
    `create index initiative_queue on initiative (status, created_at, id)`,
    // One proposal per accompaniment that ended in an entity, however often the event comes.
    `create unique index initiative_project on initiative ((origin ->> 'projectId')) where origin ? 'projectId'`,
  ],
  down: [`drop table initiative`, `drop function plain(text)`, `drop text search configuration ateneu_ca`],
});
