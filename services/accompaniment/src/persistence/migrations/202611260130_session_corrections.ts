import { defineMigration } from '@ateneu/persistence';

/** What a consultancy session said before it was corrected or taken back, and what it said then. */
export const sessionCorrections = defineMigration('202611260130_session_corrections', {
  up: [
    `create table consultancy_session_history (
      session_id uuid not null,
      sequence integer not null,
      accompaniment_id uuid not null references accompaniment (id),
      at timestamptz not null,
      actor_name text,
      why text,
      removed boolean not null default false,
      contents jsonb not null,
      primary key (session_id, sequence)
    )`,
    `create index consultancy_session_history_of on consultancy_session_history (accompaniment_id, session_id)`,
  ],
  down: [`drop table consultancy_session_history`],
});
