import { defineMigration } from '@ateneu/persistence';

/**
 * How far an attempt in progress has come: `waiting` before the first word of the text, `begun` from then on. Null where
 * nobody says, as with processes of an older version. The index finds the earlier messages of a referral.
 */
export const handover = defineMigration('202611251740_handover', {
  up: [
    `alter table delivery add column handover text check (handover in ('waiting', 'begun'))`,
    `create index webhook_message_waiting_by_subject on webhook_message (endpoint_id, subject, position)
       where status = 'pending'`,
  ],
  down: [`drop index webhook_message_waiting_by_subject`, `alter table delivery drop column handover`],
});
