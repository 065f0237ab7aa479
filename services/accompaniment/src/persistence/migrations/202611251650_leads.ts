import { defineMigration } from '@ateneu/persistence';

/** Requests that came from the survey of a session, with what the person attended. */
export const leads = defineMigration('202611251650_leads', {
  up: [
    `alter table intake add column lead jsonb`,
    `create index intake_open_of on intake (email_key)
      where confirmed_at is not null and status in ('received', 'acknowledged', 'first-meeting')`,
  ],
  down: [`drop index intake_open_of`, `alter table intake drop column lead`],
});
