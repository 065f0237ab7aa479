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
  const database = await bench.newDatabase({ entities, migrations });
  // By parts, so that a million of them need not be in memory at once.
  for (let seed = 1; (seed - 1) * 50_000 < count; seed += 1) {
    await insertInitiatives(database, generateInitiatives(Math.min(50_000, count - (seed - 1) * 50_000), seed));
  }
  // Nobody answers for these: the service would flag every old one at its start, which is news to whoever reads.
  await database.pool.query(
    `insert into freshness (initiative_id, confirmed_at, answered_at) select id, now(), now() from initiative`,
  );
  await database.pool.query('vacuum analyze initiative');
  await database.close();
  return database.url;
}
