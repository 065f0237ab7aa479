import { describe, expect, it } from 'vitest';

import {
  criteriaLists,
  districts,
  findCriterion,
  findLegalForm,
  findNeighbourhood,
  findSector,
  legalForms,
  linkKinds,
  needs,
  neighbourhoods,
  networks,
  sectors,
  weekdays,
} from './index.ts';

describe('reference data', () => {
  it('has no code twice in a list', () => {
    const criteria = criteriaLists.map((list) => list.criteria);
    const lists = [sectors, legalForms, neighbourhoods, districts, needs, networks, linkKinds, weekdays, ...criteria];
    for (const list of lists) {
      expect(new Set(list.map((item) => item.code)).size).toBe(list.length);
    }
  });

  it('labels every code in the three languages', () => {
    const criteria = criteriaLists.flatMap((list) => list.criteria);
    const coded = [...sectors, ...legalForms, ...districts, ...needs, ...networks, ...linkKinds, ...weekdays];
    const texts = [...coded.map(({ label }) => label), ...criteria.flatMap(({ label, evidence }) => [label, evidence])];
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['ca', 'es', 'en']);
      expect(Object.values(text).every((each) => each.trim() !== '')).toBe(true);
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
    expect(findCriterion('2026-01', 'transparencia')?.label.es).toBe('Transparencia');
    expect(findCriterion('1999-01', 'transparencia')).toBeUndefined();
    expect(findSector('constructor')).toBeUndefined();
  });
});
