import { describe, expect, it } from 'vitest';

import { auditUntil, dueAfter, duePoints } from './retention.ts';

const policy = { months: 24, warningDays: 30, subsidyYears: 5 };

describe('retention', () => {
  it('warns so many days before it makes anonymous', () => {
    const { warn, anonymise } = duePoints(policy, new Date('2026-06-15T00:00:00Z'));
    expect(anonymise.toISOString()).toBe('2024-06-15T00:00:00.000Z');
    expect(warn.toISOString()).toBe('2024-07-15T00:00:00.000Z');
    expect(dueAfter(policy, warn).toISOString()).toBe('2026-07-15T00:00:00.000Z');
  });

  it('keeps what the funder may audit for its years from the end of the call, or of the year', () => {
    expect(auditUntil('2025-03-01', '2025-10-31', 5)).toBe('2030-10-31');
    expect(auditUntil('2031-03-01', undefined, 5)).toBe('2036-12-31');
    expect(auditUntil('2025-03-01', '2025-10-31', 0)).toBe('2025-10-31');
  });
});
