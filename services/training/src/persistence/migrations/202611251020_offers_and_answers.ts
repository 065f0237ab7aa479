import { defineMigration } from '@ateneu/persistence';

/** Offers of a place, answers and what the funder asks, the code at the door, head counts, and what became of each one. */
export const offersAndAnswers = defineMigration('202611251020_offers_and_answers', {
  up: [
    `alter table enrolment
      drop constraint enrolment_status_check,
      add constraint enrolment_status_check
        check (status in ('confirmed', 'waiting', 'offered', 'attended', 'absent', 'cancelled')),
      add column place text check (place in ('room', 'online')),
      add column given_name text,
      add column surnames text,
      add column answers jsonb not null default '{}',
      add column accessibility text,
      add column profile jsonb not null default '{}',
      add column offered_at timestamptz,
      add column offer_expires_at timestamptz,
      add column check_in_code text,
      add column party_id uuid,
      add column moved_to_session_id uuid references session (id),
      add check ((status = 'offered') = (offer_expires_at is not null))`,
    // Those of before the codes get one of 48 random bits; hexadecimal digits are all in the codes' alphabet.
    `update enrolment set check_in_code = upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12))`,
    `create unique index enrolment_check_in_code on enrolment (check_in_code)`,
    `create index enrolment_offers on enrolment (offer_expires_at) where status = 'offered'`,
    // What became of each enrolment and through whom: how staff see why somebody was promoted or was not.
    `create table enrolment_history (
      id uuid primary key,
      enrolment_id uuid not null references enrolment (id) on delete cascade,
      type text not null,
      detail jsonb,
      at timestamptz not null,
      actor_kind text not null,
      actor_id text not null,
      actor_name text
    )`,
    `create index enrolment_history_of on enrolment_history (enrolment_id, id)`,
    `create table session_head_count (
      session_id uuid not null references session (id),
      school text not null,
      grade text not null,
      pupils integer not null check (pupils > 0),
      recorded_at timestamptz not null,
      recorded_by text not null,
      primary key (session_id, school, grade)
    )`,
  ],
  down: [
    `drop table session_head_count`,
    `drop table enrolment_history`,
    `update enrolment set status = 'waiting', offer_expires_at = null where status = 'offered'`,
    `alter table enrolment
      drop column place, drop column given_name, drop column surnames, drop column answers, drop column accessibility,
      drop column profile, drop column offered_at, drop column offer_expires_at, drop column check_in_code,
      drop column party_id, drop column moved_to_session_id,
      drop constraint enrolment_status_check,
      add constraint enrolment_status_check
        check (status in ('confirmed', 'waiting', 'attended', 'absent', 'cancelled'))`,
  ],
});
