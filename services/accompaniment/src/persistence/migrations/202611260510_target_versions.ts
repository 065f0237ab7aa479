import { defineMigration } from '@ateneu/persistence';

/** How often the targets of a call were set: two who set them at once must not overwrite each other. */
export const targetVersions = defineMigration('202611260510_target_versions', {
  up: [
    `create table funder_target_version (
      call_code text primary key,
      version integer not null
    )`,
  ],
  down: [`drop table funder_target_version`],
});
