import { describe, expect, it } from 'vitest';

import { problemsOfExamples } from './check-examples.ts';
import { problemsOfForm, problemsOfHistory } from './check-history.ts';
import type { JsonSchema } from './json-schema.ts';

const form = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: true,
});
const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const first = form({ a: text });
const second = form({ a: text, b: text }, ['a']);
const one = (forms: readonly JsonSchema[]) => new Map([['t.v1', forms]]);
const today = (schema: JsonSchema) => new Map([['t.v1', schema]]);

describe('a new form', () => {
  it('joins when it only adds optional fields', () => {
    expect(problemsOfForm('t.v1', [first], second)).toEqual([]);
    expect(problemsOfForm('t.v1', [], first)).toEqual([]);
  });

  it('is refused when an old reader would refuse its events', () => {
    expect(problemsOfForm('t.v1', [first], form({ a: number }))[0]).toMatch(/a \(type-changed\).*old reader/);
  });

  it('is held against every earlier form, not the last alone', () => {
    // The field went and comes back as something else: only the first form remembers.
    const gone = form({ a: text });
    const again = form({ a: text, b: number }, ['a']);
    expect(problemsOfForm('t.v1', [second, gone], again)).toEqual([
      expect.stringContaining('form 1 of 2'),
      expect.stringContaining('form 1 of 2'),
    ]);
    expect(problemsOfForm('t.v1', [gone], again)).toEqual([]);
  });

  it('is refused when it asks for what events in the streams do not have', () => {
    expect(problemsOfForm('t.v1', [first], form({ a: text, b: text }))).toEqual([
      expect.stringMatching(/b \(new-required\).*make it optional/),
    ]);
    expect(problemsOfForm('t.v1', [second], form({ a: text, b: text }))).toEqual([
      expect.stringMatching(/b \(made-required\).*leave it optional/),
    ]);
    expect(problemsOfForm('t.v1', [first], form({ a: { type: 'string', minLength: 1 } }))).toEqual([
      expect.stringMatching(/a \(narrowed\)/),
    ]);
  });
});

describe('the history', () => {
  it('is fine when it holds what was published, and then the form of today', () => {
    expect(problemsOfHistory(one([first]), one([first, second]), today(second))).toEqual([]);
    expect(problemsOfHistory(new Map(), one([first]), today(first))).toEqual([]);
  });

  it('does not mind words: the form of today may be documented anew', () => {
    const documented = form({ a: { type: 'string', description: 'A text.' } });
    expect(problemsOfHistory(one([first]), one([first]), today(documented))).toEqual([]);
  });

  it.each([
    [
      'a published form was rewritten',
      one([first]),
      one([second]),
      today(second),
      /form 1 was published and has changed/,
    ],
    ['a published form was dropped', one([first, second]), one([second]), today(second), /form 1 was published/],
    ['a published history is gone', one([first]), new Map<string, JsonSchema[]>(), today(first), /history is gone/],
    [
      'a version is gone from the contracts',
      one([first]),
      one([first]),
      new Map<string, JsonSchema>(),
      /was published and is gone/,
    ],
    ['the form of today is not in it', one([first]), one([first]), today(second), /run `npm run generate`/],
    ['the contract broke', one([first]), one([first]), today(form({})), /a \(required-removed\)/],
  ])('is refused when %s', (_why, base, history, contracts, problem) => {
    expect(problemsOfHistory(base, history, contracts).join('\n')).toMatch(problem);
  });
});

describe('the examples', () => {
  it('are accepted by every earlier form, as another validator sees it', () => {
    expect(problemsOfExamples(one([first, second]), new Map([['t.v1', { a: 'x', b: 'y', c: 1 }]]))).toEqual([]);
  });

  it('are refused with the form that refuses them', () => {
    const problems = problemsOfExamples(
      one([first, form({ b: { type: 'string', format: 'uuid' } })]),
      new Map([['t.v1', { a: 'x', b: 'y' }]]),
    );
    expect(problems).toEqual([expect.stringMatching(/^t\.v1: form 2 refuses.*uuid/)]);
  });
});
