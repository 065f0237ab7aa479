import { defineMigration } from '@ateneu/persistence';

/**
 * Tells the planner of this database that reading here and there costs hardly more than reading on: it fits in memory,
 * and its disks do not turn. With the default, made for those that do, it reads the whole table for a common word.
 * Sessions that begin afterwards have it.
 */
export const storageCosts = defineMigration('202611240430_storage_costs', {
  up: [`do $$ begin execute format('alter database %I set random_page_cost = 1.1', current_database()); end $$`],
  down: [`do $$ begin execute format('alter database %I reset random_page_cost', current_database()); end $$`],
});
