import { type Decider, defineError } from '@ateneu/kernel';
import { describe, expect, it } from 'vitest';

import { given } from './given.ts';

const full = defineError({
  code: 'test.jar.full',
  kind: 'conflict',
  message: { ca: 'Ple.', es: 'Lleno.', en: 'Full.' },
});
const broken = defineError({ code: 'test.jar.broken', kind: 'gone', message: { ca: 'T', es: 'R', en: 'B' } });

const jar: Decider<number, { add: number }, { added: number }> = {
  initialState: 0,
  decide: ({ add }, inside) => {
    if (Number.isNaN(add)) throw new TypeError('not a number');
    if (inside + add > 3) throw full();
    return add === 0 ? [] : [{ added: add }];
  },
  evolve: (inside, { added }) => inside + added,
};

describe('given, when, then', () => {
  it('folds what was given and holds the decision against what is expected', () => {
    given(jar).when({ add: 2 }).thenEvents({ added: 2 });
    given(jar, { added: 2 }).when({ add: 0 }).thenEvents();
    given(jar, { added: 1 }, { added: 1 }).when({ add: 2 }).thenRefused('test.jar.full');
    given(jar, { added: 2 }).when({ add: 2 }).thenThrows(full);
    expect(given(jar, { added: 1 }, { added: 2 }).state).toBe(3);
  });

  it('fails when something else happens, or the wrong refusal, or none', () => {
    expect(() => given(jar).when({ add: 2 }).thenEvents({ added: 1 })).toThrow();
    expect(() => given(jar).when({ add: 2 }).thenEvents()).toThrow();
    expect(() => given(jar).when({ add: 9 }).thenThrows(broken)).toThrow();
    expect(() => given(jar).when({ add: 1 }).thenThrows(full)).toThrow();
    expect(() => given(jar).when({ add: 1 }).thenRefused('test.jar.full')).toThrow();
  });

  it('does not take a programming error for a refusal', () => {
    expect(() => given(jar).when({ add: Number.NaN }).thenRefused('test.jar.full')).toThrow(TypeError);
  });
});
