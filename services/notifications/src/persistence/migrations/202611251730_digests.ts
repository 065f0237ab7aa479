import { defineMigration } from '@ateneu/persistence';

/** What waits for staff, as events tell it, and for which days each of them was written to about it. */
export const digests = defineMigration('202611251730_digests', {
  up: [
    `create table open_work (
      kind text not null,
      subject_id text not null,
      sequence bigint not null,
      is_open boolean not null,
      title jsonb,
      since timestamptz not null,
      primary key (kind, subject_id)
    )`,
    `create index open_work_open on open_work (since) where is_open`,
    `create table staff_digest (
      day date not null,
      recipient text not null,
      items integer not null,
      created_at timestamptz not null default now(),
      primary key (day, recipient)
    )`,
  ],
  down: [`drop table staff_digest, open_work`],
});
