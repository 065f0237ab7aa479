import { describe, expect, it } from 'vitest';

import { compareSheets, type KeptCell, type KeptSheet, listedRows } from './index.ts';

const columns = [
  { heading: 'Nom', type: 'text' },
  { heading: 'Hores', type: 'number' },
] as const;
const sheet = (rows: Record<string, readonly KeptCell[]>, name = 'Participants'): KeptSheet => ({
  name,
  columns,
  rows: Object.entries(rows).map(([key, cells]) => ({ key, personId: null, cells })),
});

describe('what changed between two workbooks', () => {
  it('is told by what each row stands for: added, removed, changed in these columns', () => {
    const before = [sheet({ a: ['Ada', 1], b: ['Berta', 2], c: ['Clara', 3] })];
    const after = [sheet({ c: ['Clara', 4], d: ['Dora', 1], a: ['Ada', 1] })];
    expect(compareSheets(before, after)).toEqual([
      {
        name: 'Participants',
        added: 1,
        removed: 1,
        changed: 1,
        rows: [
          { key: 'c', change: 'changed', headings: ['Hores'], label: 'Clara' },
          { key: 'd', change: 'added', headings: [], label: 'Dora' },
          { key: 'b', change: 'removed', headings: [], label: 'Berta' },
        ],
      },
    ]);
  });

  it('is nothing where rows only stand in another order', () => {
    const [result] = compareSheets(
      [sheet({ a: ['Ada', 1], b: ['Berta', null] })],
      [sheet({ b: ['Berta', null], a: ['Ada', 1] })],
    );
    expect(result).toMatchObject({ added: 0, removed: 0, changed: 0, rows: [] });
  });

  it('tells a sheet that one of them lacks, and counts more rows than it lists', () => {
    const many = Object.fromEntries(Array.from({ length: listedRows + 5 }, (_, n) => [`k${n}`, [`Persona ${n}`, n]]));
    const [gone, come] = compareSheets([sheet({ a: ['Ada', 1] }, 'Menors')], [sheet(many)]).toSorted((left, right) =>
      left.name.localeCompare(right.name),
    );
    expect(gone).toMatchObject({ name: 'Menors', removed: 1, added: 0 });
    expect(come?.added).toBe(listedRows + 5);
    expect(come?.rows).toHaveLength(listedRows);
  });
});
