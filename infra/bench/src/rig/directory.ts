import { entities, migrations } from '../../../../services/directory/src/persistence/index.ts';
import { generateInitiatives, insertInitiatives } from '../../../../services/directory/test/generated-initiatives.ts';
import type { Bench } from './bench.ts';

const made = new WeakMap<Bench, Map<number, Promise<string>>>();

/** The address of a directory's database with so many published initiatives; made once, because that takes its time. */
export function directoryWith(bench: Bench, count: number): Promise<string> {
  const known = made.get(bench) ?? new Map<number, Promise<string>>();
  made.set(bench, known);
  const url = known.get(count) ?? fill(bench, count);
  known.set(count, url);
  return url;
}

async function fill(bench: Bench, count: number): Promise<string> {
  const database = await bench.newDatabase({
    entities,
    migrations,
    // A statement over a million rows takes longer than one of a service may.
    statementTimeoutMs: 600_000,
    transactionTimeoutMs: 600_000,
  });
  // What triggers would do for each row is done once for all of them below.
  await database.pool.query('alter table initiative disable trigger user');
  // By parts, so that a million of them need not be in memory at once.
  for (let seed = 1; (seed - 1) * 50_000 < count; seed += 1) {
    await insertInitiatives(database, generateInitiatives(Math.min(50_000, count - (seed - 1) * 50_000), seed));
  }
  // Nobody answers for these: the service would flag every old one at its start, which is news to whoever reads.
  await database.pool.query(
    `insert into freshness (initiative_id, confirmed_at, answered_at) select id, now(), now() from initiative`,
  );
  await database.pool.query('alter table initiative enable trigger user');
  await database.pool.query('truncate facet_count');
  await database.pool.query(
    `insert into facet_count (legal_form, neighbourhood, sector, count)
     select legal_form, neighbourhood, null, count(*) from initiative where status = 'published' group by 1, 2
     union all
     select legal_form, neighbourhood, sector, count(*) from initiative, unnest(sectors) as sector
     where status = 'published' group by 1, 2, 3`,
  );
  await database.pool.query('vacuum analyze initiative');
  await database.close();
  return database.url;
}
