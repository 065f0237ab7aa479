import { defineMigration } from '@ateneu/persistence';

/** Partners and their API keys. */
export const partners = defineMigration('202611240100_partners', {
  up: [
    `create table partner (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('registered', 'active', 'suspended')),
      name text not null,
      contact_email text not null,
      languages text[] not null,
      accepts jsonb not null,
      account_key text unique,
      -- The account's seed, sealed with CREDENTIALS_KEY: needed to sign its claims and users again.
      account_seed text,
      credentials_since timestamptz,
      revoked_before timestamptz,
      -- Whether the broker has yet to be told how the account stands.
      claims_stale boolean not null default false,
      suspension_reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check ((account_key is null) = (account_seed is null))
    )`,
    `create unique index partner_name on partner (lower(name))`,
    `create index partner_claims_stale on partner (id) where claims_stale`,
    `create table partner_api_key (
      hash text primary key,
      partner_id uuid not null references partner (id),
      created_at timestamptz not null,
      revoked_at timestamptz
    )`,
    `create index partner_api_key_partner on partner_api_key (partner_id)`,
  ],
  down: [`drop table partner_api_key, partner`],
});
