import { defineMigration } from '@ateneu/persistence';

/** Links in e-mails, each good for one purpose and one thing, and only by their hashes. */
export const accessLinks = defineMigration('202611251610_access_links', {
  up: [
    `create table access_link (
      hash text primary key,
      purpose text not null,
      subject_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`,
    `create index access_link_subject on access_link (subject_id, purpose)`,
    `create index access_link_expires_at on access_link (expires_at)`,
  ],
  down: [`drop table access_link`],
});
