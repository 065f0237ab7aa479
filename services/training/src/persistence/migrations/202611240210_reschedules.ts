import { defineMigration } from '@ateneu/persistence';

/** When a session was to start before it moved, and what each person said to that. */
export const reschedules = defineMigration('202611240210_reschedules', {
  up: [
    `alter table session add column previous_starts_at timestamptz`,
    `alter table enrolment add column asked_again_at timestamptz, add column kept_at timestamptz`,
  ],
  down: [
    `alter table enrolment drop column asked_again_at, drop column kept_at`,
    `alter table session drop column previous_starts_at`,
  ],
});
