import { defineMigration } from '@ateneu/persistence';

/**
 * Initiatives and their search. Words are indexed twice, unaccented both times: as Catalan stems, so that inflections
 * meet, and as they are, so that an unfinished word finds what its stem would not begin.
 */
export const initiatives = defineMigration('202611240100_initiatives', {
  up: [
    `create extension if not exists unaccent`,
    `create extension if not exists pg_trgm`,
    `create text search configuration ateneu_ca (copy = catalan)`,
    `alter text search configuration ateneu_ca
      alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, catalan_stem`,
    `create text search configuration ateneu_words (copy = simple)`,
    `alter text search configuration ateneu_words
      alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, simple`,
    // Every word, by its stem or as it is, at least as a beginning.
    `create function search_query(words text[]) returns tsquery language sql immutable strict parallel safe
      return (
        select string_agg('(' || concat_ws(' | ', nullif(to_tsquery('ateneu_ca', word || ':*')::text, ''),
          to_tsquery('ateneu_words', word || ':*')::text) || ')', ' & ')::tsquery
        from unnest(words) as word)`,
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
        || to_tsvector('ateneu_words', coalesce(name ->> 'ca', '') || ' ' || coalesce(name ->> 'es', '') || ' '
            || coalesce(summary ->> 'ca', '') || ' ' || coalesce(summary ->> 'es', ''))
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
  down: [
    `drop table initiative`,
    `drop function plain(text), search_query(text[])`,
    `drop text search configuration ateneu_ca`,
    `drop text search configuration ateneu_words`,
  ],
});
