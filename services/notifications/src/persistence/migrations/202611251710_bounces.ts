import { defineMigration } from '@ateneu/persistence';

/** What became of messages after they were taken: they came back, or their reader complained. */
export const bounces = defineMigration('202611251710_bounces', {
  up: [
    `alter table delivery add column bounced_at timestamptz, add column bounce_reason text, add column complained_at timestamptz`,
    `create index delivery_bounced on delivery (id) where bounced_at is not null or complained_at is not null`,
  ],
  down: [`alter table delivery drop column bounced_at, drop column bounce_reason, drop column complained_at`],
});
