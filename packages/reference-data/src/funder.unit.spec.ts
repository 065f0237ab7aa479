import { describe, expect, it } from 'vitest';

import {
  findActuacio,
  findFunderCall,
  funderCallOn,
  funderCalls,
  funderVocabularies,
  genders,
  justificationWorkbook,
  lastAuditDay,
  workbookSheet,
  workbookTerm,
} from './index.ts';

describe('the calls of the funder', () => {
  it('number no actuació twice within a call', () => {
    for (const call of funderCalls) {
      const codes = call.serveis.flatMap((servei) => servei.actuacions.map((actuacio) => actuacio.code));
      expect(codes.length).toBeGreaterThan(0);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('say which servei an actuació belongs to', () => {
    expect(findActuacio('2024-2025', '2.3')).toMatchObject({
      name: "Accions de formació per a prescriptores de l'ESS",
      eix: 'Extensió del cooperativisme i l’ESS',
      servei: { code: '2' },
      call: { code: '2024-2025' },
    });
    expect(findActuacio('2024-2025', '9.9')).toBeUndefined();
    expect(findFunderCall('2019')).toBeUndefined();
  });

  it('hold their first and last day, and no day besides', () => {
    expect(funderCallOn('2024-11-01')?.code).toBe('2024-2025');
    expect(funderCallOn('2025-10-31')?.code).toBe('2024-2025');
    expect(funderCallOn('2024-10-31')).toBeUndefined();
    expect(funderCallOn('2025-11-01')).toBeUndefined();
  });

  it('may be audited until the same day, so many years later', () => {
    expect(lastAuditDay('2025-10-31', 5)).toBe('2030-10-31');
    expect(lastAuditDay('2025-10-31', 0)).toBe('2025-10-31');
  });
});

describe('the justification workbook', () => {
  it('has its six sheets, and no heading twice in one', () => {
    expect(justificationWorkbook.map(({ name }) => name)).toEqual([
      'Actuacions',
      'Participants',
      'Menors',
      'InsercionsLaborals',
      'EntitatCreada',
      'Acompanyaments',
    ]);
    for (const { columns } of justificationWorkbook) {
      expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
    }
  });

  it('has dates and numbers as such', () => {
    const typed = justificationWorkbook.flatMap(({ columns }) => columns.filter(({ type }) => type !== 'text'));
    expect(
      typed.every(({ heading, type }) => heading.startsWith(type === 'date' ? 'Data' : '') || heading === '[Data fi]'),
    ).toBe(true);
    expect(workbookSheet('Menors').columns.at(-1)).toEqual({ heading: 'Nombre participants', type: 'number' });
  });

  it('has a word of its own for each code, labelled in the three languages', () => {
    for (const terms of Object.values(funderVocabularies)) {
      expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
      expect(new Set(terms.map(({ workbook }) => workbook)).size).toBe(terms.length);
      expect(terms.flatMap(({ label }) => Object.values(label)).every((label) => label.trim() !== '')).toBe(true);
    }
    expect(workbookTerm(genders, 'undisclosed')).toBe('Prefereix no dir-ho');
    expect(workbookTerm(genders, 'constructor')).toBeUndefined();
    expect(workbookTerm(genders, null)).toBeUndefined();
  });
});
