import { defineMigration } from '@ateneu/persistence';

/** Enrolments, in the order people arrived, and the links that let each person manage their own. */
export const enrolments = defineMigration('202611240110_enrolments', {
  up: [
    `create table enrolment (
      id uuid primary key,
      session_id uuid not null references session (id),
      version integer not null,
      status text not null check (status in ('confirmed', 'waiting', 'cancelled')),
      arrival integer not null,
      name text not null,
      email text not null,
      email_normalised text not null,
      language text not null check (language in ('ca', 'es')),
      phone text,
      birth_year integer,
      municipality text,
      consents jsonb not null,
      enrolled_at timestamptz not null,
      confirmed_at timestamptz,
      cancelled_at timestamptz,
      cancellation_cause text,
      email_bounced_at timestamptz,
      unique (session_id, arrival),
      check ((status = 'cancelled') = (cancelled_at is not null))
    )`,
    // The lock on the session already keeps this; the index holds it even against a mistake in the code.
    `create unique index enrolment_one_per_person on enrolment (session_id, email_normalised) where status <> 'cancelled'`,
    `create index enrolment_waiting on enrolment (session_id, arrival) where status = 'waiting'`,
    `create index enrolment_email on enrolment (email_normalised)`,
    // Every message carries a link of its own, because only the hashes of earlier ones are known.
    `create table enrolment_link (
      hash text primary key,
      enrolment_id uuid not null references enrolment (id) on delete cascade,
      issued_at timestamptz not null
    )`,
    `create index enrolment_link_enrolment on enrolment_link (enrolment_id)`,
  ],
  down: [`drop table enrolment_link`, `drop table enrolment`],
});
