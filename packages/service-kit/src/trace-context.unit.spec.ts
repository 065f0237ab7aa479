import { describe, expect, test } from 'vitest';

import { formatTraceparent, parseTraceparent, spanContextFor } from './trace-context.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

describe('a traceparent', () => {
  test('is read as W3C writes it, and written the same', () => {
    const context = parseTraceparent(`00-${traceId}-${spanId}-01`);
    expect(context).toEqual({ traceId, spanId, traceFlags: 1, isRemote: true });
    expect(context && formatTraceparent(context)).toBe(`00-${traceId}-${spanId}-01`);
  });

  test('of a later version is read for the fields that it must still have', () => {
    expect(parseTraceparent(`01-${traceId}-${spanId}-01-more`)?.traceId).toBe(traceId);
  });

  test.each([
    undefined,
    '',
    'nonsense',
    `ff-${traceId}-${spanId}-01`,
    `00-${traceId}-${spanId}-01-more`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
  ])('that does not follow the recommendation is not read: %s', (header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });
});

describe('the span of a request', () => {
  test('continues the trace of its caller under an identifier of its own', () => {
    const span = spanContextFor(`00-${traceId}-${spanId}-01`);
    expect(span).toMatchObject({ traceId, traceFlags: 1 });
    expect(span.spanId).not.toBe(spanId);
  });

  test('begins a trace where there is none to continue', () => {
    const [first, second] = [spanContextFor(undefined), spanContextFor('nonsense')];
    expect(parseTraceparent(formatTraceparent(first))).toBeDefined();
    expect(first.traceId).not.toBe(second.traceId);
  });
});
