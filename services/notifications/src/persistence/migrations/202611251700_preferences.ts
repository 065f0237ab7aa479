import { defineMigration } from '@ateneu/persistence';

/**
 * What people want and what reaches them. An address is kept by the form under which two spellings are one person. The
 * link in each message is found by its hash; nobody makes it from the database.
 */
export const preferences = defineMigration('202611251700_preferences', {
  up: [
    `alter table delivery add column topic text, add column unsubscribe_url text, add column own_link_hash text`,
    `create unique index delivery_own_link on delivery (own_link_hash) where own_link_hash is not null`,
    `create table opt_out (
      address text not null,
      topic text not null,
      via text not null check (via in ('page', 'one-click', 'complaint', 'staff')),
      created_at timestamptz not null default now(),
      primary key (address, topic)
    )`,
    `create table suppression (
      address text primary key,
      reason text not null check (reason in ('bounce', 'staff')),
      detail text not null,
      delivery_id uuid,
      created_at timestamptz not null default now()
    )`,
  ],
  down: [
    `drop table suppression, opt_out`,
    `alter table delivery drop column topic, drop column unsubscribe_url, drop column own_link_hash`,
  ],
});
