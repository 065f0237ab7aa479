import { defineMigration } from '@ateneu/persistence';

/** Files of the directory that staff asked for, written in the background and kept for a while, a part at a time. */
export const exports = defineMigration('202611260700_exports', {
  up: [
    `create table export (
      id uuid primary key,
      status text not null check (status in ('waiting', 'writing', 'ready', 'failed', 'expired')),
      format text not null,
      filters jsonb not null,
      attempt integer not null default 0,
      tries integer not null default 0,
      total integer,
      processed integer not null default 0,
      size bigint not null default 0,
      as_of timestamptz,
      failure text,
      taken_away text check (taken_away in ('age', 'erasure')),
      created_by text not null,
      created_by_id text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      expires_at timestamptz,
      constraint export_whole check (status <> 'ready' or (total is not null and processed = total))
    )`,
    `create index export_work on export (created_at) where status in ('waiting', 'writing')`,
    `create index export_latest on export (created_at desc, id desc)`,
    `create index export_person on export (created_by_id) where status in ('waiting', 'writing', 'ready')`,
    `create table export_part (
      export_id uuid not null references export (id) on delete cascade,
      part integer not null,
      attempt integer not null,
      content text not null,
      primary key (export_id, part)
    )`,
  ],
  down: [`drop table export_part`, `drop table export`],
});
