import { describe, expect, it } from 'vitest';

import { isOutage, isTemporary } from './index.ts';

const coded = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('a failure', () => {
  it.each(['ECONNREFUSED', 'EAI_AGAIN', '08006', '57P01', '57P03', '53300'])('%s is an outage', (code) => {
    expect(isOutage(coded(code))).toBe(true);
    expect(isTemporary(coded(code))).toBe(true);
  });

  it.each(['40P01', '40001', '55P03', '57014'])('%s is worth another try, and no outage', (code) => {
    expect(isOutage(coded(code))).toBe(false);
    expect(isTemporary(coded(code))).toBe(true);
  });

  it.each(['23505', '42P01', 'ERR_INVALID_ARG_TYPE'])('%s is neither', (code) => {
    expect(isTemporary(coded(code))).toBe(false);
  });

  it('is recognised below whatever wraps it', () => {
    expect(isOutage(new Error('Not saved.', { cause: coded('57P01') }))).toBe(true);
    expect(isOutage(Object.assign(new Error('The ORM says so.'), { previous: coded('ECONNRESET') }))).toBe(true);
    expect(isOutage(new AggregateError([coded('ECONNREFUSED')], 'Every address refused.'))).toBe(true);
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isOutage('ECONNREFUSED')).toBe(false);
  });
});
