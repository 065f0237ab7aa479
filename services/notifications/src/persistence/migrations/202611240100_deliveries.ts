import { defineMigration } from '@ateneu/persistence';

/**
 * Messages, each with the text that was sent: what a person was told can be shown years later, whatever became of the
 * template. Identifiers are time-ordered, so the log is read by its primary key.
 */
export const deliveries = defineMigration('202611240100_deliveries', {
  up: [
    `create table delivery (
      id uuid primary key,
      version integer not null default 1,
      kind text not null,
      channel text not null check (channel in ('email')),
      event_id uuid not null,
      event_type text not null,
      correlation_id text not null,
      recipient text not null,
      recipient_name text not null,
      language text not null check (language in ('ca', 'es', 'en')),
      subject text not null,
      text text not null,
      html text not null,
      status text not null default 'pending'
        check (status in ('pending', 'sending', 'sent', 'possibly-sent', 'failed', 'suppressed')),
      attempts integer not null default 0,
      last_error text,
      provider_response text,
      message_id text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      sent_at timestamptz,
      unique (event_id, kind, recipient, channel)
    )`,
    `create index delivery_recipient on delivery (lower(recipient), id)`,
    `create index delivery_status on delivery (status, id)`,
    `create index delivery_kind on delivery (kind, id)`,
  ],
  down: [`drop table delivery`],
});
