import { defineMigration } from '@ateneu/persistence';

/** Which reminders went out: the key is what keeps a second one from going. */
export const reminders = defineMigration('202611251400_reminders', {
  up: [
    `create table reminder (
      enrolment_id uuid not null references enrolment (id) on delete cascade,
      kind text not null check (kind in ('week-before', 'day-before', 'follow-up')),
      id uuid not null unique,
      sent_at timestamptz not null,
      primary key (enrolment_id, kind)
    )`,
  ],
  down: [`drop table reminder`],
});
