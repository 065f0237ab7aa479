import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type FacetGroup, facetsOf } from './count-facets.query.ts';
import { boxAround, legalFormsOf, neighbourhoodsOf } from './search-filters.query.ts';

const group = (legalForm: string, neighbourhood: string | null, count: number, sector: string | null = null) =>
  ({ legalForm, neighbourhood, sector, count }) satisfies FacetGroup;
const found = (counts: { code: string; count: number }[]) => counts.filter(({ count }) => count > 0);

describe('facets', () => {
  const groups = [
    group('associacio', '7', 2),
    group('associacio', null, 1),
    group('cooperativa-integral', '12', 3),
    group('associacio', '7', 2, 'oci'),
    group('cooperativa-integral', '12', 3, 'oci'),
    group('cooperativa-integral', '12', 1, 'cures'),
  ];

  it('count each initiative once in the total, and once per sector among the sectors', () => {
    const facets = facetsOf(groups, {});
    expect(facets.total).toBe(6);
    expect(found(facets.sectors)).toEqual([
      { code: 'cures', count: 1 },
      { code: 'oci', count: 5 },
    ]);
  });

  it('of a filter chosen still count its other values', () => {
    const facets = facetsOf(groups, { cooperative: true, districts: ['IV'] });
    expect(facets.total).toBe(0);
    expect(found(facets.cooperative)).toEqual([{ code: 'no', count: 2 }]);
    expect(found(facets.districts)).toEqual([{ code: 'VI', count: 3 }]);
    expect(found(facets.legalForms)).toEqual([]);
  });
});

describe('filters that say the same thing twice', () => {
  it('leave what both let through', () => {
    expect(neighbourhoodsOf({ districts: ['IV'], neighbourhoods: ['7', '12'] })).toEqual(['7']);
    expect(legalFormsOf({ cooperative: false, legalForms: ['cooperativa-integral'] })).toEqual([]);
    expect([neighbourhoodsOf({}), legalFormsOf({})]).toEqual([undefined, undefined]);
  });
});

describe('the box around a circle', () => {
  it('holds every place of the circle', () => {
    const place = fc.record({
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    });
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: 1, max: 50_000 }),
        fc.double({ min: 0, max: 6.2, noNaN: true }),
        (from, within, bearing) => {
          const to = destination(from, within * 0.999_9, bearing);
          fc.pre(Math.abs(to.longitude) < 180);
          const box = boxAround({ ...from, within });
          expect(to.longitude).toBeGreaterThanOrEqual(box.west);
          expect(to.longitude).toBeLessThanOrEqual(box.east);
          expect(to.latitude).toBeGreaterThanOrEqual(box.south);
          expect(to.latitude).toBeLessThanOrEqual(box.north);
        },
      ),
    );
  });
});

/** Where one arrives who goes so far along a great circle. */
function destination(from: { longitude: number; latitude: number }, metres: number, bearing: number) {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const angle = metres / 6_371_008.8;
  const latitude = Math.asin(
    Math.sin(radians(from.latitude)) * Math.cos(angle) +
      Math.cos(radians(from.latitude)) * Math.sin(angle) * Math.cos(bearing),
  );
  const turn = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(radians(from.latitude)),
    Math.cos(angle) - Math.sin(radians(from.latitude)) * Math.sin(latitude),
  );
  return { longitude: from.longitude + (turn * 180) / Math.PI, latitude: (latitude * 180) / Math.PI };
}
