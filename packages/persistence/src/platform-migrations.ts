import { defineMigration, type MigrationStep } from './migrations.ts';

/**
 * The tables every service has beside its own: outbox, inbox, idempotency keys, audit. A service puts these first in
 * its list.
 *
 * The relay reads the rows that are not marked, by id, and marks each for itself: ids are taken before the commit, so a
 * reader that only remembered the last id would skip a transaction that commits late. The writing transaction's id stays
 * beside it for readers that cannot mark.
 */
export const platformMigrations: readonly MigrationStep[] = [
  defineMigration('202611240000_platform', {
    up: [
      `create table outbox (
        id bigserial primary key,
        event_id uuid not null unique,
        type text not null,
        aggregate_id text not null,
        aggregate_version bigint not null,
        subject text not null,
        payload text not null,
        xid xid8 not null default pg_current_xact_id(),
        created_at timestamptz not null default now(),
        published_at timestamptz
      )`,
      `create index outbox_unpublished on outbox (xid, id) where published_at is null`,
      `create index outbox_published_at on outbox (published_at) where published_at is not null`,
      `create table inbox (
        consumer text not null,
        event_id uuid not null,
        received_at timestamptz not null default now(),
        primary key (consumer, event_id)
      )`,
      `create index inbox_received_at on inbox (received_at)`,
      `create table idempotency_key (
        scope text not null,
        key text not null,
        fingerprint text not null,
        response jsonb,
        created_at timestamptz not null default now(),
        primary key (scope, key)
      )`,
      `create index idempotency_key_created_at on idempotency_key (created_at)`,
      `create table audit_record (
        id uuid primary key,
        at timestamptz not null default now(),
        actor_kind text not null,
        actor_id text not null,
        actor_name text,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        details jsonb,
        correlation_id text
      )`,
      `create index audit_record_subject on audit_record (subject_type, subject_id, at)`,
      `create index audit_record_actor on audit_record (actor_id, at)`,
    ],
    down: [`drop table audit_record, idempotency_key, inbox, outbox`],
  }),
  defineMigration('202611240001_outbox_by_id', {
    up: [
      `create index outbox_unpublished_by_id on outbox (id) where published_at is null`,
      `drop index outbox_unpublished`,
    ],
    down: [
      `create index outbox_unpublished on outbox (xid, id) where published_at is null`,
      `drop index outbox_unpublished_by_id`,
    ],
  }),
];
