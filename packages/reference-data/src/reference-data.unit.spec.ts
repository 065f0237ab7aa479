import { describe, expect, it } from 'vitest';

import {
  districts,
  findLegalForm,
  findNeighbourhood,
  findSector,
  legalForms,
  neighbourhoods,
  sectors,
} from './index.ts';

describe('reference data', () => {
  it('has no code twice in a list', () => {
    for (const list of [sectors, legalForms, neighbourhoods, districts]) {
      expect(new Set(list.map((item) => item.code)).size).toBe(list.length);
    }
  });

  it('labels every code in the three languages', () => {
    for (const { label } of [...sectors, ...legalForms]) {
      expect(Object.values(label).every((text) => text.trim() !== '')).toBe(true);
    }
  });

  it('places every neighbourhood in a district that exists', () => {
    const known = districts.map((district) => district.code);
    expect(neighbourhoods.filter((item) => !known.includes(item.district))).toEqual([]);
  });

  it('finds by code, and finds nothing for an unknown one', () => {
    expect(findNeighbourhood('7')?.name).toBe('La Florida');
    expect(findSector('alimentacio')?.label.ca).toBe('Alimentació');
    expect(findLegalForm('cooperativa-consumidors')?.cooperative).toBe(true);
    expect(findSector('constructor')).toBeUndefined();
  });
});
