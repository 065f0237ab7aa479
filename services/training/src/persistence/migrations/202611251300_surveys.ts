import { defineMigration } from '@ateneu/persistence';

/**
 * Surveys: that somebody was asked stands with the enrolment, the link knows its session alone, and an answer knows
 * neither link nor time of day. Nothing in the database leads from an answer to a person.
 */
export const surveys = defineMigration('202611251300_surveys', {
  up: [
    `alter table enrolment add column survey_invited_at timestamptz`,
    `create table survey_invitation (
      hash text primary key,
      session_id uuid not null references session (id),
      language text not null,
      expires_at timestamptz not null,
      used boolean not null default false
    )`,
    `create index survey_invitation_of on survey_invitation (session_id)`,
    `create table survey_answer (
      id uuid primary key,
      session_id uuid not null references session (id),
      answers jsonb not null,
      start_before text check (start_before in ('no', 'maybe', 'yes')),
      start_after text check (start_after in ('no', 'maybe', 'yes')),
      answered_on date not null
    )`,
    `create index survey_answer_of on survey_answer (session_id)`,
  ],
  down: [
    `drop table survey_answer`,
    `drop table survey_invitation`,
    `alter table enrolment drop column survey_invited_at`,
  ],
});
