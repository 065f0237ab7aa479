import { defineMigration } from '@ateneu/persistence';

/** Files that are imported, line by line, and the initiatives that came from them. */
export const imports = defineMigration('202611251030_imports', {
  up: [
    `create table import (
      id uuid primary key,
      status text not null check (status in
        ('awaiting-file', 'receiving', 'checking', 'checked', 'applying', 'refused', 'done')),
      format text not null,
      delimiter text not null,
      source text not null,
      mapping jsonb not null,
      mode text not null check (mode in ('all-or-nothing', 'best-effort')),
      publish boolean not null,
      lines integer not null default 0,
      processed integer not null default 0,
      created_by text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    `create index import_work on import (created_at) where status in ('checking', 'applying')`,
    `create table import_line (
      import_id uuid not null references import (id) on delete cascade,
      line integer not null,
      key text,
      cells jsonb not null,
      outcome text check (outcome in ('create', 'update', 'unchanged', 'refused')),
      initiative_id uuid,
      problems jsonb,
      applied boolean not null default false,
      primary key (import_id, line)
    )`,
    `create index import_line_key on import_line (import_id, key, line)`,
    `create index import_line_outcome on import_line (import_id, outcome, line)`,
    `create unique index initiative_external on initiative ((origin ->> 'source'), (origin ->> 'externalId'))
      where origin ? 'externalId'`,
  ],
  down: [`drop index initiative_external`, `drop table import_line`, `drop table import`],
});
