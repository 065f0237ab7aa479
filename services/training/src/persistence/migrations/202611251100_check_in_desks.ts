import { defineMigration } from '@ateneu/persistence';

/** Links by which staff check people in on a telephone: of one session, for some hours, and on record as who opened them. */
export const checkInDesks = defineMigration('202611251100_check_in_desks', {
  up: [
    `create table check_in_desk (
      hash text primary key,
      session_id uuid not null references session (id),
      opened_by text not null,
      opened_by_name text not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null
    )`,
  ],
  down: [`drop table check_in_desk`],
});
