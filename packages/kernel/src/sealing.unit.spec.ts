import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createSealer, isSealed } from './sealing.ts';

const newKey = (): string => randomBytes(32).toString('base64url');

describe('a sealed secret', () => {
  const sealer = createSealer(newKey());

  it('opens with its key and context, and never looks like itself', () => {
    const sealed = sealer.seal('SAABC', 'partner-1');
    expect(sealed).not.toContain('SAABC');
    expect(sealer.open(sealed, 'partner-1')).toBe('SAABC');
  });

  it('is different each time it is sealed', () => {
    expect(sealer.seal('SAABC', 'partner-1')).not.toBe(sealer.seal('SAABC', 'partner-1'));
  });

  it('does not open for another partner, with another key, or after a change', () => {
    const sealed = sealer.seal('SAABC', 'partner-1');
    expect(() => sealer.open(sealed, 'partner-2')).toThrow();
    expect(() => createSealer(newKey()).open(sealed, 'partner-1')).toThrow();
    expect(() => sealer.open(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'partner-1')).toThrow();
    expect(() => sealer.open('v1.only', 'partner-1')).toThrow('Not a sealed text');
  });

  it('opens with any of the keys, and is renewed with the first', () => {
    const [old, fresh] = [newKey(), newKey()];
    const sealed = createSealer(old).seal('SAABC', 'partner-1');
    const both = createSealer(fresh, old);
    expect(both.open(sealed, 'partner-1')).toBe('SAABC');
    const renewed = both.renew(sealed, 'partner-1') ?? '';
    expect(createSealer(fresh).open(renewed, 'partner-1')).toBe('SAABC');
    expect(both.renew(renewed, 'partner-1')).toBeUndefined();
    expect(() => both.renew(sealed, 'partner-2')).toThrow();
    expect(isSealed(sealed)).toBe(true);
    expect(isSealed('SAABC')).toBe(false);
  });

  it('needs a key of 32 bytes', () => {
    expect(() => createSealer('short')).toThrow('32 bytes');
  });
});
