import { describe, expect, it } from 'vitest';

import { guessColumns, headOf, readWords, saysEnough } from './import-columns.model.ts';

const file = (text: string) => Buffer.from(text);

describe('the head of a file', () => {
  it('is found whatever stands between the cells, quotes and byte order mark included', () => {
    expect(headOf(file('\uFEFFCodi;"Nom; llarg";Barri\r\n1;a;7\r\n'), 'x.csv')).toEqual({
      format: 'csv',
      delimiter: ';',
      columns: ['Codi', 'Nom; llarg', 'Barri'],
    });
    expect(headOf(file('id,name_ca\n'), 'x.csv')?.delimiter).toBe(',');
    expect(headOf(file('id\tname_ca\n'), 'x.txt')?.delimiter).toBe('\t');
  });

  it('of a GeoJSON are the properties that its features have', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ properties: { nom: 'a' } }, { properties: null }],
    });
    expect(headOf(file(text), 'x.geojson')).toEqual({
      format: 'geojson',
      delimiter: ',',
      columns: ['id', 'longitude', 'latitude', 'nom'],
    });
  });

  it('is none where there is nothing to read', () => {
    for (const text of ['', '\n\n', '{"features": []}', '{ broken'])
      expect(headOf(file(text), 'x.json')).toBeUndefined();
    expect(headOf(file('"never closed'), 'x.csv')).toBeUndefined();
  });
});

describe('the columns of a file', () => {
  it('are recognised by their own name first, then by what others call them, each once', () => {
    expect(guessColumns(['Codi', 'NOM', 'Forma jurídica', 'Àmbit', 'name_es', 'Color'])).toEqual({
      external_id: 'Codi',
      name_ca: 'NOM',
      legal_form: 'Forma jurídica',
      sectors: 'Àmbit',
      name_es: 'name_es',
    });
    expect(guessColumns(['id', 'external_id'])).toEqual({ id: 'id', external_id: 'external_id' });
  });

  it('say enough where an export of ours does', () => {
    expect(saysEnough(['id', 'name_ca', 'legal_form', 'sectors'])).toBe(true);
    expect(saysEnough(['name_ca', 'legal_form', 'sectors'])).toBe(false);
  });

  it('have words that stand for codes', () => {
    expect(readWords('Menjar = alimentacio\n\n sense res \nCures=cures')).toEqual({
      Menjar: 'alimentacio',
      Cures: 'cures',
    });
    expect(readWords(undefined)).toBeUndefined();
  });
});
