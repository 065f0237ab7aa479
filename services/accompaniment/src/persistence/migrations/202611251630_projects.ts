import { defineMigration } from '@ateneu/persistence';

/** All that is kept of a project: its profile, its members, its documents; and projects that went into others. */
export const projects = defineMigration('202611251630_projects', {
  up: [
    `alter table project
      add column status text not null default 'active'
        check (status in ('active', 'dormant', 'constituted', 'closed', 'merged')),
      add column profile jsonb not null default '{}',
      add column tags text[] not null default '{}',
      add column merged_into uuid references project (id),
      add check ((status = 'merged') = (merged_into is not null))`,
    `create index project_tags on project using gin (tags)`,
    `create index project_status on project (status, created_at, id)`,
    `create table project_member (
      id uuid primary key,
      project_id uuid not null references project (id),
      version integer not null,
      status text not null check (status in ('invited', 'active', 'declined', 'left')),
      person jsonb not null,
      email_key text,
      invited_by text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    `create index project_member_of on project_member (project_id, created_at, id)`,
    `create unique index project_member_once on project_member (project_id, email_key)
      where email_key is not null and status in ('invited', 'active')`,
    `create index project_member_email on project_member (email_key)`,
    `create table project_document (
      id uuid primary key,
      project_id uuid not null references project (id),
      kind text not null,
      file_name text not null,
      media_type text not null,
      bytes integer not null,
      sha256 text not null,
      storage_key text not null unique,
      uploaded_by jsonb not null,
      uploaded_at timestamptz not null,
      removed_at timestamptz
    )`,
    `create index project_document_of on project_document (project_id, uploaded_at, id)`,
    `create index project_document_removed on project_document (removed_at) where removed_at is not null`,
    `create table document_share (
      document_id uuid not null references project_document (id),
      referral_id uuid not null references referral (id),
      shared_at timestamptz not null,
      unshared_at timestamptz,
      primary key (document_id, referral_id)
    )`,
    `create index document_share_referral on document_share (referral_id)`,
    // The project that a referral to a partner is about, where staff say it.
    `alter table referral
      add column project_id uuid references project (id),
      add column document_ids text[] not null default '{}'`,
    // Members of the group that took part; the head count stays beside it.
    `alter table consultancy_session add column member_ids uuid[] not null default '{}'`,
  ],
  down: [
    `alter table consultancy_session drop column member_ids`,
    `alter table referral drop column project_id, drop column document_ids`,
    `drop table document_share, project_document, project_member`,
    `alter table project drop column status, drop column profile, drop column tags, drop column merged_into`,
  ],
});
