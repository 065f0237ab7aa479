import { defineMigration } from '@ateneu/persistence';

/**
 * Signing in by e-mail. A session is a key of a short life: whoever knows partners' keys knows it too. Announcements of a
 * partner are numbered apart from its versions, because a session changes nothing that staff edit.
 */
export const partnerSignIn = defineMigration('202611260110_partner_sign_in', {
  up: [
    `create table partner_sign_in (
      id uuid primary key,
      partner_id uuid not null references partner (id),
      email_key text not null,
      asked_at timestamptz not null
    )`,
    `create index partner_sign_in_of on partner_sign_in (partner_id, email_key, asked_at)`,
    `alter table partner_api_key add column sign_in_id uuid references partner_sign_in (id)`,
    `create index partner_api_key_sign_in on partner_api_key (sign_in_id) where sign_in_id is not null`,
    `alter table partner
      add column announcement integer not null default 0,
      -- The version that was last announced by code that numbers announcements.
      add column announced_version integer`,
    `update partner set announcement = coalesce(told_version, 0), announced_version = told_version`,
  ],
  down: [
    `alter table partner drop column announcement, drop column announced_version`,
    `delete from partner_api_key where sign_in_id is not null`,
    `alter table partner_api_key drop column sign_in_id`,
    `drop table partner_sign_in`,
  ],
});
