import { type DatabaseOptions, openDatabase } from '@ateneu/persistence';
import type { Pool } from 'pg';

import { createTestDatabase } from './database.ts';

/** What migrations did, by their names: in each, a line for everything that the schema has. */
export interface MigrationTrail {
  /** The schema before each one ran. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  /** The schema once each one was undone. */
  readonly undone: Readonly<Record<string, readonly string[]>>;
  /** The schema after all of them, the first time and again after everything was undone. */
  readonly whole: readonly [first: readonly string[], again: readonly string[]];
}

/** Runs every migration on a database of its own, undoes one after the other, and runs all again. */
export async function walkMigrations(
  options: Pick<DatabaseOptions, 'entities' | 'migrations'>,
): Promise<MigrationTrail> {
  const home = await createTestDatabase({ entities: [], migrations: [] });
  const database = await openDatabase({ ...options, url: home.url, applicationName: 'migrations' });
  try {
    const { migrator } = database.orm;
    const before: Record<string, readonly string[]> = {};
    const undone: Record<string, readonly string[]> = {};
    for (const { name } of options.migrations) {
      before[name] = await schemaOf(home.pool);
      await migrator.up({ to: name });
    }
    const first = await schemaOf(home.pool);
    for (const { name } of options.migrations.toReversed()) {
      await migrator.down();
      undone[name] = await schemaOf(home.pool);
    }
    await migrator.up();
    return { before, undone, whole: [first, await schemaOf(home.pool)] };
  } finally {
    await database.close();
    await home.drop();
  }
}

/** Of everything but the order of columns, which a column that went and came back does not keep. */
const statement = `
  select format('column %s.%s %s %s default %s', c.table_name, c.column_name, c.udt_name,
    case c.is_nullable when 'NO' then 'not null' else 'null' end,
    coalesce(c.column_default, c.generation_expression, c.is_identity)) as line
  from information_schema.columns c where c.table_schema = 'public'
  union all
  select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal
  union all
  select 'function ' || pg_get_functiondef(p.oid) from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind <> 'a'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'view ' || viewname || definition from pg_views where schemaname = 'public'
  union all
  select 'options of ' || relname || ' ' || array_to_string(reloptions, ',') from pg_class
  where relnamespace = 'public'::regnamespace and reloptions is not null
  union all
  select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  union all
  select 'statistics ' || stxname from pg_statistic_ext where stxnamespace = 'public'::regnamespace
  order by line`;

async function schemaOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(statement);
  return rows.map(({ line }) => line).filter((line) => !line.includes('schema_migration'));
}
