import { defineMigration } from '@ateneu/persistence';

/** Certificates of a course, or of a session that stands alone: one that holds per person, whatever is run how often. */
export const certificates = defineMigration('202611251200_certificates', {
  up: [
    `create table certificate (
      id uuid primary key,
      version integer not null,
      code text not null unique,
      link_hash text not null unique,
      course_id uuid references course (id),
      session_id uuid references session (id),
      email_normalised text not null,
      email text not null,
      name text not null,
      language text not null,
      title jsonb not null,
      minutes integer not null check (minutes > 0),
      started_at timestamptz not null,
      ended_at timestamptz not null,
      issued_at timestamptz not null,
      revoked_at timestamptz,
      revocation_reason jsonb,
      check (num_nonnulls(course_id, session_id) = 1),
      check ((revoked_at is null) = (revocation_reason is null))
    )`,
    `create unique index certificate_of_course on certificate (course_id, email_normalised)
      where course_id is not null and revoked_at is null`,
    `create unique index certificate_of_session on certificate (session_id, email_normalised)
      where session_id is not null and revoked_at is null`,
  ],
  down: [`drop table certificate`],
});
