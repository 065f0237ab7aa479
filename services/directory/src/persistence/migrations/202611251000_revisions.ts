import { defineMigration } from '@ateneu/persistence';

/** Every version of an initiative: the events that led to it, what they changed, when and by whom. */
export const revisions = defineMigration('202611251000_revisions', {
  up: [
    `create table initiative_revision (
      initiative_id uuid not null references initiative (id) on delete cascade,
      version integer not null,
      status text not null,
      events jsonb not null,
      changes jsonb not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_id text not null,
      actor_name text,
      correction_id uuid,
      primary key (initiative_id, version)
    )`,
  ],
  down: [`drop table initiative_revision`],
});
