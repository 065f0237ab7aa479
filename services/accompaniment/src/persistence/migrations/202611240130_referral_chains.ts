import { defineMigration } from '@ateneu/persistence';

/** Reroutings link referrals into chains, and what waits for an answer has its deadlines. */
export const referralChains = defineMigration('202611240130_referral_chains', {
  up: [
    `alter table referral
      add column rerouted_from uuid unique references referral (id),
      add column chain_id uuid,
      add column reminded_at timestamptz`,
    `update referral set chain_id = id`,
    `alter table referral alter column chain_id set not null`,
    `create index referral_chain on referral (chain_id, created_at, id)`,
    `create index referral_unanswered on referral (sent_at, id) where status in ('sent', 'received')`,
  ],
  down: [
    `drop index referral_unanswered, referral_chain`,
    `alter table referral drop column rerouted_from, drop column chain_id, drop column reminded_at`,
  ],
});
