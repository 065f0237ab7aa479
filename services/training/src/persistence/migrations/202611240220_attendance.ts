import { defineMigration } from '@ateneu/persistence';

/** Who was there and for how long, and every record of it that was ever made. */
export const attendance = defineMigration('202611240220_attendance', {
  up: [
    `alter table enrolment
      add column minutes_attended integer check (minutes_attended > 0),
      add column attendance_recorded_at timestamptz,
      add column walk_in boolean not null default false,
      drop constraint enrolment_status_check,
      add constraint enrolment_status_check
        check (status in ('confirmed', 'waiting', 'attended', 'absent', 'cancelled')),
      add check ((status = 'attended') = (minutes_attended is not null)),
      add check ((status in ('attended', 'absent')) = (attendance_recorded_at is not null))`,
    `create table attendance_record (
      id uuid primary key,
      enrolment_id uuid not null references enrolment (id) on delete cascade,
      session_id uuid not null references session (id),
      present boolean not null,
      minutes integer not null check (minutes >= 0),
      was_present boolean,
      was_minutes integer,
      recorded_at timestamptz not null,
      recorded_by text not null,
      recorded_by_name text
    )`,
    `create index attendance_record_enrolment on attendance_record (enrolment_id, id)`,
  ],
  down: [
    `drop table attendance_record`,
    `update enrolment set status = 'confirmed', minutes_attended = null, attendance_recorded_at = null
     where status in ('attended', 'absent')`,
    `alter table enrolment
      drop column minutes_attended, drop column attendance_recorded_at, drop column walk_in,
      drop constraint enrolment_status_check,
      add constraint enrolment_status_check check (status in ('confirmed', 'waiting', 'cancelled'))`,
  ],
});
