import { defineMigration } from '@ateneu/persistence';

/**
 * Sessions, their places and their search. The counters of places stand on the session's own row, so that one row lock
 * guards them; capacities of other kinds (online beside in person) get columns of their own beside these.
 */
export const sessions = defineMigration('202611240100_sessions', {
  up: [
    `create extension if not exists unaccent`,
    `create text search configuration ateneu_ca (copy = catalan)`,
    `alter text search configuration ateneu_ca
      alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, catalan_stem`,
    // Unfinished words are compared unstemmed: a stem of half a word is not half of the stem.
    `create text search configuration ateneu_words (copy = simple)`,
    `alter text search configuration ateneu_words
      alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, simple`,
    `create table session (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('draft', 'published', 'in-progress', 'held', 'cancelled')),
      title jsonb not null,
      summary jsonb not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      mode text not null check (mode in ('in-person', 'online', 'hybrid')),
      venue text,
      capacity integer not null check (capacity >= 0),
      confirmed_count integer not null check (confirmed_count >= 0),
      waiting_count integer not null check (waiting_count >= 0),
      last_arrival integer not null check (last_arrival >= 0),
      enrolment_opens_at timestamptz,
      enrolment_closes_at timestamptz,
      waiting_list_enabled boolean not null,
      cancellation_reason jsonb,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz,
      search tsvector not null generated always as (
        setweight(to_tsvector('ateneu_ca', coalesce(title ->> 'ca', '') || ' ' || coalesce(title ->> 'es', '')), 'A')
        || setweight(to_tsvector('ateneu_ca', coalesce(summary ->> 'ca', '') || ' ' || coalesce(summary ->> 'es', '')), 'B')
        || to_tsvector('ateneu_words', coalesce(title ->> 'ca', '') || ' ' || coalesce(title ->> 'es', '') || ' '
          || coalesce(summary ->> 'ca', '') || ' ' || coalesce(summary ->> 'es', ''))
      ) stored,
      check (ends_at > starts_at)
    )`,
    `create index session_public_order on session (starts_at, id) where status in ('published', 'in-progress', 'held')`,
    `create index session_search on session using gin (search) where status in ('published', 'in-progress', 'held')`,
    `create index session_staff_order on session (starts_at, id)`,
  ],
  down: [
    `drop table session`,
    `drop text search configuration ateneu_words`,
    `drop text search configuration ateneu_ca`,
  ],
});
