import { describe, expect, it } from 'vitest';

import { nameOf } from './round-trips.ts';

describe('the name of a statement', () => {
  it('is given when it comes again, and stays', () => {
    const text = 'select value from counter where name = $1';
    expect(nameOf(text)).toBeUndefined();
    const name = nameOf(text);
    expect(name).toMatch(/^q\d+$/);
    expect(nameOf(text)).toBe(name);
    expect(nameOf(`${text} for update`)).toBeUndefined();
  });

  it('is never given to one that selects whatever there is: a new column would break it', () => {
    for (let time = 0; time < 3; time += 1) expect(nameOf('select * from counter where name = $1')).toBeUndefined();
  });

  it('is given to a bounded number, however many there are', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => {
      nameOf(`select ${index} where $1`);
      return nameOf(`select ${index} where $1`);
    });
    expect(new Set(names).size).toBeLessThanOrEqual(301);
    expect(names.at(-1)).toBeUndefined();
  });
});
