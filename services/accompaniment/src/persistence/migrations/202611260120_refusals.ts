import { defineMigration } from '@ateneu/persistence';

/** What was refused lately is counted for those who watch. */
export const refusals = defineMigration('202611260120_refusals', {
  up: [`create index audit_record_refused on audit_record (at) where action = 'refuse'`],
  down: [`drop index audit_record_refused`],
});
