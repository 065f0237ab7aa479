import { defineMigration } from '@ateneu/persistence';

/** Intake requests, and what happened to each. */
export const intake = defineMigration('202611240150_intake', {
  up: [
    `create table intake (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('received', 'acknowledged', 'first-meeting', 'accepted', 'declined',
        'referred')),
      modality text not null check (modality in ('creation', 'consolidation', 'transformation', 'unknown')),
      project jsonb not null,
      person jsonb not null,
      email_key text not null,
      text_version text not null,
      confirm_hash text not null unique,
      confirm_until timestamptz not null,
      confirmed_at timestamptz,
      meeting jsonb,
      project_id uuid references project (id),
      referral_id uuid references referral (id),
      reason text,
      note text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (status = 'received' or confirmed_at is not null),
      check ((status = 'accepted') = (project_id is not null)),
      check ((status = 'referred') = (referral_id is not null)),
      check (status <> 'declined' or reason is not null),
      check (status <> 'first-meeting' or meeting is not null)
    )`,
    `create index intake_queue on intake (created_at, id) where confirmed_at is not null`,
    `create index intake_unconfirmed on intake (confirm_until) where confirmed_at is null`,
    `create index intake_unconfirmed_of on intake (email_key) where confirmed_at is null`,
    `create table intake_history (
      intake_id uuid not null references intake (id),
      sequence integer not null,
      event text not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_name text,
      primary key (intake_id, sequence)
    )`,
  ],
  down: [`drop table intake_history, intake`],
});
