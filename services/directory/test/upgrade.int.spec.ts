import { migrateUp, openDatabase } from '@ateneu/persistence';
import { createTestDatabase } from '@ateneu/testing';
import { afterAll, expect, it } from 'vitest';

import { searchInitiatives } from '../src/features/search/search-initiatives.query.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { initiativeRow, insertInitiatives } from './generated-initiatives.ts';

const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === '202611260130_finder'),
);
const old = await createTestDatabase({ entities, migrations: before });
const database = await openDatabase({ url: old.url, entities, migrations, applicationName: 'upgrade' });
afterAll(async () => {
  await database.close();
  await old.drop();
});

it('a directory that has initiatives already is searched by what they offer, and by mistyped names, once migrated', async () => {
  await insertInitiatives(old, [initiativeRow('Economat de la Florida'), initiativeRow('Forn del Gornal')]);
  await old.pool.query(`update initiative set offers = $1 where slug = 'forn-del-gornal'`, [
    JSON.stringify([{ kind: 'product', name: { ca: 'Coques de recapte' } }]),
  ]);
  expect(await migrateUp(database)).toContain('202611260130_finder');
  const found = async (text: string) =>
    (await searchInitiatives(database, { text, limit: 5 })).items.map(({ name }) => name.ca);
  expect(await found('recapte')).toEqual(['Forn del Gornal']);
  expect(await found('economta')).toEqual(['Economat de la Florida']);
  // The version that runs beside writes as it did.
  await insertInitiatives(old, [initiativeRow('Cooperativa nova')]);
  await old.pool.query(`update initiative set offers = null where slug = 'forn-del-gornal'`);
  expect(await found('recapte')).toEqual([]);
  expect(await found('coperativa')).toEqual(['Cooperativa nova']);
});
