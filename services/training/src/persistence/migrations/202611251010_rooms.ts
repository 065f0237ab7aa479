import { defineMigration } from '@ateneu/persistence';

/** Rooms, and what takes them: the database itself refuses that two things take one at once. */
export const rooms = defineMigration('202611251010_rooms', {
  up: [
    `create extension if not exists btree_gist`,
    `create table room (
      id uuid primary key,
      version integer not null,
      name text not null unique,
      address text,
      capacity integer not null check (capacity >= 0),
      accessible boolean not null,
      equipment text,
      created_at timestamptz not null,
      archived_at timestamptz
    )`,
    `alter table session add column room_id uuid references room (id)`,
    `create table room_booking (
      id uuid primary key,
      room_id uuid not null references room (id),
      session_id uuid unique references session (id) on delete cascade,
      title text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      booked_by text not null,
      created_at timestamptz not null,
      check (ends_at > starts_at),
      constraint room_booking_one_at_a_time
        exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
    )`,
  ],
  down: [`drop table room_booking`, `alter table session drop column room_id`, `drop table room`],
});
