import { defineMigration } from '@ateneu/persistence';

/** How often what people see of a session has changed, for calendars; and each person's link to their own calendar. */
export const calendars = defineMigration('202611240200_calendars', {
  up: [
    `alter table session add column calendar_sequence integer not null default 0,
      add column calendar_changed_at timestamptz`,
    // Nobody counted until now: calendars start over from what each session is today.
    `update session set calendar_changed_at = updated_at, calendar_sequence = case status when 'cancelled' then 1 else 0 end
     where published_at is not null`,
    `create table calendar_link (
      email_normalised text primary key,
      hash text not null unique,
      language text not null check (language in ('ca', 'es')),
      issued_at timestamptz not null
    )`,
  ],
  down: [
    `drop table calendar_link`,
    `alter table session drop column calendar_sequence, drop column calendar_changed_at`,
  ],
});
