import { describe, expect, it } from 'vitest';

import { freeSlug, slugOf } from './slug.ts';

describe('a slug', () => {
  it.each([
    ["L'Economat, SCCL", 'l-economat-sccl'],
    ['Cooperativa Col·lectiu Ronda', 'cooperativa-collectiu-ronda'],
    ['Çà i llà — Àgora', 'ca-i-lla-agora'],
    ['  ', 'iniciativa'],
    ['🌱', 'iniciativa'],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is never longer than 80 characters and never ends in a hyphen', () => {
    const slug = slugOf(`${'a'.repeat(79)} ${'b'.repeat(40)}`);
    expect(slug).toBe('a'.repeat(79));
  });

  it('takes the first free number when the name is taken', () => {
    expect(freeSlug('agora', new Set(['agora', 'agora-2', 'agora-4']))).toBe('agora-3');
  });
});
