import { defineMigration } from '@ateneu/persistence';

/**
 * Partners as they were last told of, their endpoints, and what was sent there. An event is kept once, with its message
 * for each endpoint and every attempt beside it; `position` is the order of the stream.
 */
export const webhooks = defineMigration('202611251600_webhooks', {
  up: [
    `create table partner (
      id uuid primary key,
      sequence bigint not null,
      name text not null,
      standing text not null,
      account_key text unique,
      email text not null,
      language text not null,
      updated_at timestamptz not null default now()
    )`,
    `create table partner_api_key (
      sha256 text primary key,
      partner_id uuid not null references partner on delete cascade,
      valid_until timestamptz
    )`,
    `create index partner_api_key_partner on partner_api_key (partner_id)`,
    `create table webhook_endpoint (
      id uuid primary key,
      version integer not null default 1,
      partner_id uuid not null references partner on delete cascade,
      url text not null,
      description text not null,
      event_types text[],
      concurrency integer not null,
      secret text not null,
      previous_secret text,
      previous_secret_until timestamptz,
      status text not null default 'active' check (status in ('active', 'paused', 'disabled')),
      status_by text,
      status_reason text,
      failures_in_a_row integer not null default 0,
      failing_since timestamptz,
      resting_until timestamptz,
      lease uuid,
      leased_until timestamptz,
      wake_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
    `create index webhook_endpoint_partner on webhook_endpoint (partner_id, id)`,
    `create table webhook_event (
      position bigserial primary key,
      event_id uuid not null unique,
      account_key text not null,
      type text not null,
      subject text not null,
      payload text not null,
      occurred_at timestamptz not null,
      received_at timestamptz not null default now()
    )`,
    `create index webhook_event_account on webhook_event (account_key, occurred_at)`,
    `create index webhook_event_received on webhook_event (received_at)`,
    `create table webhook_message (
      id uuid primary key,
      endpoint_id uuid not null references webhook_endpoint on delete cascade,
      position bigint not null references webhook_event on delete cascade,
      subject text not null,
      status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
      attempts integer not null default 0,
      due_at timestamptz not null default now(),
      delivered_at timestamptz,
      created_at timestamptz not null default now(),
      unique (endpoint_id, position)
    )`,
    `create index webhook_message_waiting on webhook_message (endpoint_id, position) where status = 'pending'`,
    `create index webhook_message_position on webhook_message (position)`,
    `create table webhook_attempt (
      id bigserial primary key,
      message_id uuid not null references webhook_message on delete cascade,
      at timestamptz not null,
      duration_ms integer not null,
      request jsonb not null,
      response_status integer,
      response jsonb,
      error text
    )`,
    `create index webhook_attempt_message on webhook_attempt (message_id, id)`,
  ],
  down: [`drop table webhook_attempt, webhook_message, webhook_event, webhook_endpoint, partner_api_key, partner`],
});
