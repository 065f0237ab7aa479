import { defineMigration } from '@ateneu/persistence';

/**
 * A reminder is of a date: a session that moves is reminded of anew. An earlier version of the service, running beside this
 * one, writes rows without the date; the trigger gives it.
 */
export const remindersOfADate = defineMigration('202611260100_reminders_of_a_date', {
  up: [
    `alter table reminder add column starts_at timestamptz`,
    `update reminder r set starts_at = s.starts_at
     from enrolment e join session s on s.id = e.session_id where e.id = r.enrolment_id`,
    `create function reminder_date() returns trigger language plpgsql as $$
     begin
       if new.starts_at is null then
         select s.starts_at into strict new.starts_at
         from enrolment e join session s on s.id = e.session_id where e.id = new.enrolment_id;
       end if;
       return new;
     end $$`,
    `create trigger reminder_date before insert on reminder for each row execute function reminder_date()`,
    `alter table reminder alter column starts_at set not null, drop constraint reminder_pkey,
     add primary key (enrolment_id, kind, starts_at)`,
  ],
  down: [
    `delete from reminder r using reminder later
     where later.enrolment_id = r.enrolment_id and later.kind = r.kind and later.starts_at > r.starts_at`,
    `drop trigger reminder_date on reminder`,
    `drop function reminder_date()`,
    `alter table reminder drop constraint reminder_pkey, drop column starts_at, add primary key (enrolment_id, kind)`,
  ],
});
