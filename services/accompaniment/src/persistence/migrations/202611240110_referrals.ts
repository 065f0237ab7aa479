import { defineMigration } from '@ateneu/persistence';

/** Referrals in both directions, and what happened to each, without personal data. */
export const referrals = defineMigration('202611240110_referrals', {
  up: [
    `create table referral (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('draft', 'sent', 'received', 'accepted', 'declined', 'rerouted',
        'in-progress', 'closed', 'withdrawn', 'expired')),
      direction text not null check (direction in ('inbound', 'outbound')),
      partner_id uuid not null references partner (id),
      partner_reference text,
      modality text not null check (modality in ('creation', 'consolidation', 'transformation')),
      project jsonb not null,
      person jsonb not null,
      consent jsonb,
      reason text,
      note text,
      outcome text,
      rerouted_to uuid references referral (id),
      sent_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (status <> 'declined' or reason is not null),
      check (status <> 'closed' or outcome is not null),
      check (status <> 'rerouted' or rerouted_to is not null),
      -- The consent gate once more, where no code can walk around it.
      check (sent_at is null or consent is not null)
    )`,
    `create index referral_queue on referral (status, created_at, id)`,
    `create index referral_of_partner on referral (partner_id, created_at, id)`,
    `create table referral_history (
      referral_id uuid not null references referral (id),
      sequence integer not null,
      event text not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_name text,
      details jsonb,
      primary key (referral_id, sequence)
    )`,
  ],
  down: [`drop table referral_history, referral`],
});
