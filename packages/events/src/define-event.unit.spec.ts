import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { defineEvent } from './index.ts';

const definition = {
  service: 'training',
  aggregate: 'session',
  event: 'published',
  version: 2,
  summary: 'A session is open to the public.',
  data: z.object({ sessionId: z.string() }),
  example: { sessionId: 's' },
};

describe('a contract', () => {
  it('is named after its service, aggregate, event and version', () => {
    const contract = defineEvent(definition);
    expect(contract.type).toBe('cat.ateneulh.training.session.published.v2');
    expect(contract.source).toBe('/services/training');
    expect(contract.subject).toBe('ateneu.training.session.published.v2');
    expect(contract.audience).toBe('internal');
    expect(contract.consumers).toEqual([]);
  });

  it('for partners has a subject for each partner, under the key of its account', () => {
    const contract = defineEvent({ ...definition, audience: 'partner', event: 'consent-withdrawn' });
    expect(contract.subject).toBe('referral.*.consent-withdrawn.v2');
    expect(contract.subjectFor('ABC')).toBe('referral.ABC.consent-withdrawn.v2');
  });

  it.each([
    ['a name that is not kebab case', { event: 'Published' }],
    ['a name with a dot, which would shift the subject', { aggregate: 'session.draft' }],
    ['an empty name', { service: '' }],
    ['a version below 1', { version: 0 }],
    ['a version that is no integer', { version: 1.5 }],
  ])('is refused with %s', (_why, wrong) => {
    expect(() => defineEvent({ ...definition, ...wrong })).toThrow(TypeError);
  });

  it('is refused where it would tell a partner personal data', () => {
    const data = z.object({ personal: z.object({ name: z.string() }).optional() });
    expect(() => defineEvent({ ...definition, audience: 'partner', data, example: {} })).toThrow(/personal data/);
  });

  it.each([
    ['a transformation', z.string().transform(Number)],
    ['a default', z.string().default('x')],
    ['a union', z.union([z.string(), z.number()])],
    ['a check of our own', z.string().refine(() => true)],
    ['text that is changed on the way', z.string().trim()],
    ['a date object', z.date()],
    ['any of these deep inside', z.array(z.object({ at: z.date().optional() }))],
  ])('is refused with %s, which no JSON Schema tells a reader', (_what, field) => {
    const data = z.object({ field });
    expect(() => defineEvent({ ...definition, data, example: {} as never })).toThrow(/data\.field/);
  });
});
