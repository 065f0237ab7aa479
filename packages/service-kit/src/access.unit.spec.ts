import { describe, expect, test } from 'vitest';

import { hasRole, identify } from './access.ts';

describe('a role of the staff', () => {
  test('passes where it or a lower one is asked for', () => {
    expect(hasRole(['coordinator'], ['technician'])).toBe(true);
    expect(hasRole(['coordinator'], ['coordinator'])).toBe(true);
    expect(hasRole(['technician', 'admin'], ['coordinator'])).toBe(true);
  });

  test('does not pass where a higher one is asked for', () => {
    expect(hasRole(['technician'], ['coordinator'])).toBe(false);
    expect(hasRole(['coordinator'], ['admin'])).toBe(false);
  });

  test('is none when it is none that the platform knows', () => {
    expect(hasRole([], ['technician'])).toBe(false);
    expect(hasRole(['root', 'toString', '__proto__'], ['technician'])).toBe(false);
  });
});

test('identifying a caller changes who the operation is by', () => {
  const anonymous = { kind: 'citizen', id: 'anonymous' } as const;
  const request = { actor: anonymous, operation: { correlationId: 'c', actor: anonymous } };
  identify(request, { kind: 'citizen', id: 'enrolment-7' });
  expect(request.actor.id).toBe('enrolment-7');
  expect(request.operation.actor.id).toBe('enrolment-7');
});
