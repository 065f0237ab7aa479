import { describe, expect, it } from 'vitest';

import {
  createManualClock,
  currentActor,
  currentContext,
  defineError,
  DomainError,
  hashSecret,
  isId,
  issueSecret,
  localize,
  newId,
  runInContext,
  secretsEqual,
} from './index.ts';

const full = defineError({
  code: 'training.session.full',
  kind: 'conflict',
  message: { ca: 'Només hi ha {capacity} places.', es: 'Solo hay {capacity} plazas.', en: 'Only {capacity} places.' },
});

describe('a domain error', () => {
  it('says its public sentence in the language asked for, with its values', () => {
    const error = full({ capacity: 30 });
    expect(error).toBeInstanceOf(DomainError);
    expect(error.publicMessage('ca')).toBe('Només hi ha 30 places.');
    expect(error.publicMessage('es')).toBe('Solo hay 30 plazas.');
  });

  it('leaves a placeholder without a value as it is, and never reaches into prototypes', () => {
    const odd = defineError({ code: 'a.b', kind: 'invalid', message: { ca: '{x}', es: '{x}', en: '{x}' } });
    expect(odd().publicMessage('ca')).toBe('{x}');
  });

  it('keeps its cause private', () => {
    const error = full({}, { cause: new Error('secret') });
    expect(error.publicMessage('en')).not.toContain('secret');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it.each(['full', 'Training.Session.Full', 'a.b.c.d', 'a..b'])('cannot be defined under the code %s', (code) => {
    expect(() => defineError({ code, kind: 'invalid', message: { ca: '', es: '', en: '' } })).toThrow(TypeError);
  });
});

describe('localized text', () => {
  it('is served in the language asked for, else in Catalan, and says which', () => {
    expect(localize({ ca: 'Hola', es: 'Buenas' }, 'es')).toEqual({ text: 'Buenas', language: 'es' });
    expect(localize({ ca: 'Hola', es: ' ' }, 'es')).toEqual({ text: 'Hola', language: 'ca' });
    expect(localize({ ca: 'Hola' }, 'en')).toEqual({ text: 'Hola', language: 'ca' });
  });
});

describe('identifiers and secrets', () => {
  it('sort by the time they were made', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('are unguessable, told by their prefix, and stored only as a hash', () => {
    const { secret, hash } = issueSecret('enr');
    expect(secret).toMatch(/^enr_[\w-]{43}$/);
    expect(hash).toBe(hashSecret(secret));
    expect(secretsEqual(secret, `${secret}x`)).toBe(false);
  });
});

describe('the operation context', () => {
  it('follows the operation across awaits and does not leak out of it', async () => {
    const context = { correlationId: 'c1', actor: { kind: 'partner', id: 'p1', name: 'Coop57' } } as const;
    await runInContext(context, async () => {
      await Promise.resolve();
      expect(currentContext()).toBe(context);
      expect(currentActor()).toBe(context.actor);
    });
    expect(currentContext()).toBeUndefined();
    expect(currentActor()).toEqual({ kind: 'system', id: 'system' });
  });
});

describe('a manual clock', () => {
  it('moves only when it is moved', () => {
    const clock = createManualClock('2026-03-29T00:30:00Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-29T00:31:00.000Z');
    clock.set('2026-10-25T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-10-25T00:00:00.000Z');
  });
});
