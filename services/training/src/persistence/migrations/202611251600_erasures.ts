import { defineMigration } from '@ateneu/persistence';

/** Enrolments of people who were erased; what the funder may audit of those who were there stands apart, until a day. */
export const erasures = defineMigration('202611251600_erasures', {
  up: [
    `alter table enrolment
      add column erased_at timestamptz,
      add column audit_person jsonb,
      add column restricted_until date,
      add check ((audit_person is null) = (restricted_until is null))`,
    `create index enrolment_restricted on enrolment (restricted_until) where restricted_until is not null`,
  ],
  down: [`alter table enrolment drop column erased_at, drop column audit_person, drop column restricted_until`],
});
