import { defineMigration } from '@ateneu/persistence';

const clocks = (table: string): string => `alter table ${table}
  add column erased_at timestamptz,
  add column retention_warned_at timestamptz,
  -- From here the clock of retention runs anew, where the person asked to be kept.
  add column retained_at timestamptz`;

/** What was erased or made anonymous, when, and what the funder's audit still needs. */
export const privacy = defineMigration('202611251710_privacy', {
  up: [
    clocks('intake'),
    clocks('referral'),
    clocks('project'),
    `alter table project_member
      add column erased_at timestamptz,
      -- Kept for the funder's audit alone, and shown to nobody else.
      add column restricted_until date`,
    `alter table job_insertion add column restricted_until date`,
    `create table erasure (
      id uuid primary key,
      at timestamptz not null,
      cause text not null check (cause in ('person-asked', 'retention')),
      kept_until date,
      erased jsonb not null,
      actor_name text
    )`,
    `create index referral_person_email on referral (lower(person ->> 'email'))`,
    `create index project_contact_email on project (lower(contact ->> 'email'))`,
  ],
  down: [
    `drop index project_contact_email, referral_person_email`,
    `drop table erasure`,
    `alter table job_insertion drop column restricted_until`,
    `alter table project_member drop column erased_at, drop column restricted_until`,
    ...['intake', 'referral', 'project'].map(
      (table) => `alter table ${table} drop column erased_at, drop column retention_warned_at, drop column retained_at`,
    ),
  ],
});
