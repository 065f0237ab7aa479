import { defineMigration } from '@ateneu/persistence';

/** What the platform was told of each partner, and API keys that end at an instant to come. */
export const partnerAnnouncements = defineMigration('202611251600_partner_announcements', {
  up: [
    // Null until it was told once: partners from before this migration are told of at the next start.
    `alter table partner
      add column told_version integer,
      add column revoke_next_before timestamptz,
      add column revoke_next_at timestamptz,
      add column contacts jsonb not null default '[]'`,
    `create index partner_untold on partner (id) where told_version is distinct from version`,
  ],
  down: [
    `drop index partner_untold`,
    `alter table partner drop column told_version, drop column revoke_next_before, drop column revoke_next_at,
      drop column contacts`,
  ],
});
