import { defineMigration } from '@ateneu/persistence';

/** Whether what is published is still right; good practices; and who wants to hear what is new. */
export const news = defineMigration('202611251040_news', {
  up: [
    `create table freshness (
      initiative_id uuid primary key references initiative (id) on delete cascade,
      confirmed_at timestamptz,
      answered_at timestamptz,
      asked_at timestamptz,
      attempt integer not null default 0,
      overdue_since timestamptz
    )`,
    `create index freshness_overdue on freshness (overdue_since, initiative_id) where overdue_since is not null`,
    `create index freshness_asked on freshness (asked_at) where attempt > 0 and overdue_since is null`,
    `create table freshness_link (
      secret_hash text primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      person jsonb not null,
      created_at timestamptz not null,
      answered_at timestamptz
    )`,
    `create index freshness_link_age on freshness_link (created_at)`,
    `create table good_practice (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('draft', 'published', 'unpublished')),
      slug text unique,
      title jsonb not null,
      summary jsonb not null,
      body jsonb not null,
      initiative_ids uuid[] not null,
      sectors text[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz
    )`,
    `create index good_practice_newest on good_practice (published_at desc, id desc) where status = 'published'`,
    `create index good_practice_of on good_practice using gin (initiative_ids) where status = 'published'`,
    // Counts like a change of an initiative: feeds and pages show both.
    `create function count_public_news() returns trigger language plpgsql as $$
      begin
        update public_changes set changes = changes + 1, transaction = pg_current_xact_id()
        where transaction is distinct from pg_current_xact_id();
        return null;
      end $$`,
    `create constraint trigger good_practice_public_change after insert or update or delete on good_practice
      deferrable initially deferred for each row execute function count_public_news()`,
    `create constraint trigger freshness_public_change after update on freshness
      deferrable initially deferred for each row
      when (old.confirmed_at is distinct from new.confirmed_at or old.overdue_since is distinct from new.overdue_since)
      execute function count_public_news()`,
    `create constraint trigger freshness_public_insert after insert on freshness
      deferrable initially deferred for each row
      when (new.confirmed_at is not null or new.overdue_since is not null) execute function count_public_news()`,
    `create table subscription (
      id uuid primary key,
      email text,
      email_key text,
      language text not null,
      filters jsonb not null,
      topic jsonb not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      confirmed_at timestamptz,
      ended_at timestamptz,
      digest_until timestamptz
    )`,
    `create index subscription_email on subscription (email_key, created_at) where confirmed_at is null`,
    `create index subscription_due on subscription (digest_until, id) where confirmed_at is not null and ended_at is null`,
    `create table subscription_link (
      secret_hash text primary key,
      subscription_id uuid not null references subscription (id) on delete cascade,
      created_at timestamptz not null
    )`,
    `create index subscription_link_of on subscription_link (subscription_id)`,
  ],
  down: [
    `drop table subscription_link, subscription, good_practice, freshness_link, freshness`,
    `drop function count_public_news()`,
  ],
});
