import { defineMigration } from '@ateneu/persistence';

/** What each partner was told, for 30 days, to be fetched over HTTP. */
export const partnerFeed = defineMigration('202611240140_partner_feed', {
  up: [
    `create table partner_feed (
      id bigserial primary key,
      partner_id uuid not null references partner (id),
      event_id uuid not null unique,
      payload text not null,
      -- As in the outbox: ids are taken before the commit, and the writing transaction says who may be late.
      xid xid8 not null default pg_current_xact_id(),
      occurred_at timestamptz not null
    )`,
    `create index partner_feed_place on partner_feed (partner_id, xid, id)`,
    `create index partner_feed_occurred_at on partner_feed (occurred_at)`,
  ],
  down: [`drop table partner_feed`],
});
