import { createTestDatabase, type TestDatabase } from '@ateneu/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type InitiativeSearch, searchInitiatives } from '../src/features/search/search-initiatives.query.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { generateInitiatives, insertInitiatives } from './generated-initiatives.ts';

const standing = generateInitiatives(60, 11).map((row, index) => ({
  ...row,
  // Many alike, so that the id has to decide.
  name: { ca: `Cooperativa ${index % 4}` },
  published_at: new Date(Date.UTC(2024, 0, 1 + (index % 3))).toISOString(),
  longitude: 2.1 + (index % 5) / 1_000,
  latitude: 41.36,
}));
const passing = generateInitiatives(60, 12).map((row, index) => ({
  ...row,
  name: { ca: `Cooperativa ${index % 6}` },
  published_at: new Date(Date.UTC(2024, 0, index % 7)).toISOString(),
  longitude: 2.1 + (index % 7) / 1_000,
  latitude: 41.36,
}));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ entities, migrations });
  await insertInitiatives(database, [...standing, ...passing]);
});
afterAll(() => database.drop());

const around = { longitude: 2.1, latitude: 41.36, within: 2_000 };
const searches: [string, Omit<InitiativeSearch, 'limit'>][] = [
  ['name', { order: 'name' }],
  ['newest', { order: 'newest' }],
  ['relevance', { order: 'relevance', text: 'cooperativa' }],
  ['likeness', { order: 'relevance', text: 'cooperatiba' }],
  ['distance', { order: 'distance', around }],
];

/** What others do between two pages: to one of those that come and go. */
interface Change {
  index: number;
  kind: 'publish' | 'unpublish' | 'rename';
}
const change: fc.Arbitrary<Change> = fc.record({
  index: fc.nat(passing.length - 1),
  kind: fc.constantFrom('publish', 'unpublish', 'rename'),
});

async function make({ index, kind }: Change): Promise<void> {
  const id = passing[index]?.id;
  if (kind === 'rename') {
    await database.pool.query(`update initiative set name = jsonb_build_object('ca', 'Cooperativa 2') where id = $1`, [
      id,
    ]);
    return;
  }
  const status = kind === 'publish' ? 'published' : 'unpublished';
  await database.pool.query('update initiative set status = $2 where id = $1', [id, status]);
}

describe('pages', () => {
  it.each(searches)(
    'by %s neither skip nor repeat what stays, whatever is published between them',
    async (_by, search) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 25 }),
          fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
          async (limit, rounds) => {
            const seen: string[] = [];
            let cursor: string | undefined;
            let round = 0;
            do {
              const page = await searchInitiatives(database, { ...search, limit, cursor });
              expect(page.items.length).toBeLessThanOrEqual(limit);
              seen.push(...page.items.map((item) => item.id));
              for (const next of rounds[round] ?? []) await make(next);
              round += 1;
              cursor = page.next ?? undefined;
            } while (cursor !== undefined);
            const stayed = new Set(standing.map((row) => row.id));
            expect(seen.filter((id) => stayed.has(id)).toSorted()).toEqual([...stayed].toSorted());
          },
        ),
        { numRuns: 12 },
      );
    },
  );
});

describe('the state of what is public', () => {
  const changes = async (): Promise<number> =>
    Number((await database.pool.query('select changes from public_changes')).rows[0].changes);

  it('changes once with each commit that changes what is public, and with no other', async () => {
    const [first, second] = standing.map((row) => row.id);
    const before = await changes();
    await database.pool.query(`update initiative set status = 'published' where id = any($1)`, [[first, second]]);
    expect(await changes()).toBe(before + 1);
    await database.pool.query(`update initiative set status = 'unpublished' where id = $1`, [first]);
    expect(await changes()).toBe(before + 2);
    await database.pool.query(`update initiative set version = version + 1 where id = $1`, [first]);
    expect(await changes()).toBe(before + 2);
    await database.pool.query(`update initiative set status = 'published' where id = $1`, [first]);
    expect(await changes()).toBe(before + 3);
  });

  it('changes with each of many commits at once', async () => {
    const before = await changes();
    await Promise.all(
      standing
        .slice(0, 20)
        .map((row) => database.pool.query('update initiative set version = version + 1 where id = $1', [row.id])),
    );
    expect(await changes()).toBe(before + 20);
  });
});
