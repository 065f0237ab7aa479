import { defineMigration } from '@ateneu/persistence';

/** How often partners call, by day. */
export const partnerUsage = defineMigration('202611251620_partner_usage', {
  up: [
    `create table partner_usage (
      partner_id uuid not null references partner (id),
      day date not null,
      calls integer not null,
      refused integer not null,
      last_call_at timestamptz not null,
      primary key (partner_id, day)
    )`,
  ],
  down: [`drop table partner_usage`],
});
