import { defineMigration } from '@ateneu/persistence';

/** Courses, what they and their sessions say of themselves, and places online beside those in the room. */
export const courses = defineMigration('202611251000_courses', {
  up: [
    `create table course (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('draft', 'published', 'cancelled')),
      title jsonb not null,
      summary jsonb not null,
      programme jsonb not null,
      cancellation_reason jsonb,
      cloned_from uuid references course (id),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz,
      check ((status = 'cancelled') = (cancellation_reason is not null))
    )`,
    `create index course_newest on course (created_at, id)`,
    `alter table session
      add column course_id uuid references course (id),
      add column programme jsonb not null default '{}',
      add column for_minors boolean not null default false,
      add column offer_hours integer check (offer_hours between 1 and 720),
      add column online_capacity integer check (online_capacity >= 0),
      add column online_confirmed_count integer not null default 0 check (online_confirmed_count >= 0),
      add column online_waiting_count integer not null default 0 check (online_waiting_count >= 0)`,
    `create index session_of_course on session (course_id, starts_at) where course_id is not null`,
  ],
  down: [
    `drop index session_of_course`,
    `alter table session drop column course_id, drop column programme, drop column for_minors, drop column offer_hours,
      drop column online_capacity, drop column online_confirmed_count, drop column online_waiting_count`,
    `drop table course`,
  ],
});
