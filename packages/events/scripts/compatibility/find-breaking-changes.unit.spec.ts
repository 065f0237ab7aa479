import { describe, expect, it } from 'vitest';

import { type BreakingRule, findBreakingChanges } from './find-breaking-changes.ts';
import type { JsonSchema } from './json-schema.ts';

const text: JsonSchema = { type: 'string' };
const field = (schema: JsonSchema, required = true): JsonSchema => ({
  type: 'object',
  properties: { f: schema },
  required: required ? ['f'] : [],
  additionalProperties: true,
});
const rulesOf = (before: JsonSchema, after: JsonSchema): BreakingRule[] =>
  findBreakingChanges(before, after).map(({ rule }) => rule);

describe('an old reader accepts', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['what has not changed', field(text), field(text)],
    [
      'other words about it',
      field(text),
      field({ type: 'string', description: 'A text.', title: 'T', examples: ['x'] }),
    ],
    ['keywords and required fields in another order', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
    ['a new optional field', field(text), { ...field(text), properties: { f: text, g: text } }],
    [
      'a new field that is always there',
      field(text),
      { ...field(text), properties: { f: text, g: text }, required: ['f', 'g'] },
    ],
    ['a new field where the old form says nothing of others', { properties: {} }, { properties: { g: text } }],
    ['an optional field that is always there from now on', field(text, false), field(text)],
    [
      'an optional field that is no longer written',
      field(text, false),
      { type: 'object', properties: {}, additionalProperties: true },
    ],
    ['an integer for a number', field({ type: 'number' }), field({ type: 'integer' })],
    ['a value for a value or null', field({ type: ['string', 'null'] }), field(text)],
    ['any type becoming one', field({}), field(text)],
    ['fewer values', field({ type: 'string', enum: ['a', 'b'] }), field({ type: 'string', enum: ['a'] })],
    ['one of the values', field({ type: 'string', enum: ['a', 'b'] }), field({ type: 'string', const: 'b' })],
    [
      'an open text that becomes a list of values',
      field({ type: 'string', minLength: 1 }),
      field({ enum: ['a', 'b'] }),
    ],
    ['a new format', field(text), field({ type: 'string', format: 'uuid' })],
    ['a new pattern', field(text), field({ type: 'string', pattern: '^a' })],
    [
      'tighter lengths',
      field({ type: 'string', minLength: 1, maxLength: 9 }),
      field({ type: 'string', minLength: 2, maxLength: 8 }),
    ],
    [
      'tighter numbers',
      field({ type: 'integer', minimum: 0, maximum: 9 }),
      field({ type: 'integer', minimum: 1, maximum: 8 }),
    ],
    [
      'an edge that no longer counts',
      field({ type: 'number', minimum: 0 }),
      field({ type: 'number', exclusiveMinimum: 0 }),
    ],
    ['new bounds', field({ type: 'number' }), field({ type: 'number', minimum: 0, multipleOf: 2 })],
    ['a multiple of the step', field({ type: 'number', multipleOf: 5 }), field({ type: 'number', multipleOf: 10 })],
    [
      'longer lists at least, shorter at most',
      field({ type: 'array', minItems: 1, maxItems: 9 }),
      field({ type: 'array', minItems: 2, maxItems: 3 }),
    ],
    ['items that no longer repeat', field({ type: 'array' }), field({ type: 'array', uniqueItems: true })],
    ['an object that is closed', field(text), { ...field(text), additionalProperties: false }],
    [
      'a field that fits what others must be',
      { additionalProperties: text },
      { properties: { g: text }, additionalProperties: text },
    ],
    ['one form out of several', { anyOf: [text, { type: 'null' }] }, text],
    ['a form put beside its like', text, { anyOf: [text, { type: 'string', minLength: 1 }] }],
  ])('%s', (_what, before, after) => {
    expect(findBreakingChanges(before, after)).toEqual([]);
  });
});

describe('an old reader may refuse', () => {
  it.each<[string, JsonSchema, JsonSchema, BreakingRule]>([
    [
      'a required field that is gone',
      field(text),
      { type: 'object', properties: {}, additionalProperties: true },
      'required-removed',
    ],
    ['a required field that may be missing', field(text), field(text, false), 'made-optional'],
    ['another type', field(text), field({ type: 'integer' }), 'type-changed'],
    ['a number for an integer', field({ type: 'integer' }), field({ type: 'number' }), 'type-changed'],
    ['null', field(text), field({ type: ['string', 'null'] }), 'type-changed'],
    ['any type', field(text), field({}), 'type-changed'],
    ['a new value of a closed list', field({ enum: ['a'] }), field({ enum: ['a', 'b'] }), 'values-widened'],
    ['a closed list that opens', field({ type: 'string', enum: ['a'] }), field(text), 'values-widened'],
    ['another constant', field({ const: 'a' }), field({ const: 'b' }), 'values-widened'],
    ['a value below the bound', field({ type: 'string', minLength: 2 }), field({ enum: ['a'] }), 'values-widened'],
    ['a value above the bound', field({ type: 'number', maximum: 2 }), field({ enum: [1, 3] }), 'values-widened'],
    ['a value outside the pattern', field({ type: 'string', pattern: '^a' }), field({ const: 'b' }), 'values-widened'],
    ['a value of another type', field(text), field({ const: 1 }), 'values-widened'],
    [
      'a value whose format nobody checked',
      field({ type: 'string', format: 'uuid' }),
      field({ const: 'x' }),
      'values-widened',
    ],
    [
      'another format',
      field({ type: 'string', format: 'date' }),
      field({ type: 'string', format: 'date-time' }),
      'format-changed',
    ],
    ['no format', field({ type: 'string', format: 'date' }), field(text), 'format-changed'],
    [
      'another pattern',
      field({ type: 'string', pattern: 'a' }),
      field({ type: 'string', pattern: 'b' }),
      'pattern-changed',
    ],
    ['no pattern', field({ type: 'string', pattern: 'a' }), field(text), 'pattern-changed'],
    [
      'shorter text',
      field({ type: 'string', minLength: 2 }),
      field({ type: 'string', minLength: 1 }),
      'bound-loosened',
    ],
    ['longer text', field({ type: 'string', maxLength: 2 }), field({ type: 'string', maxLength: 3 }), 'bound-loosened'],
    ['text of any length', field({ type: 'string', maxLength: 2 }), field(text), 'bound-loosened'],
    ['smaller numbers', field({ type: 'number', minimum: 1 }), field({ type: 'number', minimum: 0 }), 'bound-loosened'],
    ['larger numbers', field({ type: 'number', maximum: 1 }), field({ type: 'number', maximum: 2 }), 'bound-loosened'],
    [
      'an edge that did not count',
      field({ type: 'number', exclusiveMinimum: 0 }),
      field({ type: 'number', minimum: 0 }),
      'bound-loosened',
    ],
    [
      'numbers without a bound',
      field({ type: 'number', exclusiveMaximum: 1 }),
      field({ type: 'number' }),
      'bound-loosened',
    ],
    [
      'numbers between the steps',
      field({ type: 'number', multipleOf: 10 }),
      field({ type: 'number', multipleOf: 5 }),
      'bound-loosened',
    ],
    ['an emptier list', field({ type: 'array', minItems: 1 }), field({ type: 'array' }), 'bound-loosened'],
    ['a longer list', field({ type: 'array', maxItems: 1 }), field({ type: 'array', maxItems: 2 }), 'bound-loosened'],
    ['items that repeat', field({ type: 'array', uniqueItems: true }), field({ type: 'array' }), 'bound-loosened'],
    ['items of any type', field({ type: 'array', items: text }), field({ type: 'array' }), 'type-changed'],
    [
      'a new field where others are refused',
      { properties: {}, additionalProperties: false },
      { properties: { g: text }, additionalProperties: false },
      'field-refused',
    ],
    [
      'a new field unlike what others must be',
      { additionalProperties: { type: 'number' } },
      { properties: { g: text }, additionalProperties: { type: 'number' } },
      'type-changed',
    ],
    ['an object that opens', { additionalProperties: false }, { additionalProperties: true }, 'object-opened'],
    ['other fields of any type', { additionalProperties: text }, {}, 'type-changed'],
    ['a new form', { anyOf: [text] }, { anyOf: [text, { type: 'number' }] }, 'branch-added'],
    [
      'a keyword that the rules do not know',
      field(text),
      field({ type: 'string', contentEncoding: 'base64' }),
      'keyword-unknown',
    ],
  ])('%s', (_what, before, after, rule) => {
    expect(rulesOf(before, after)).toEqual([rule]);
  });
});

describe('a breaking change', () => {
  it('says where it is, through objects and lists', () => {
    const nested = (leaf: JsonSchema): JsonSchema => field({ type: 'array', items: field(leaf) });
    expect(findBreakingChanges(nested(text), nested({ type: 'number' }))).toEqual([
      { path: 'f[].f', rule: 'type-changed', message: 'It was string and is number.' },
    ]);
    expect(findBreakingChanges(text, { type: 'number' })).toMatchObject([{ path: '(root)' }]);
  });

  it('does not hide another', () => {
    const before: JsonSchema = { properties: { a: text, b: { type: 'string', maxLength: 3 } }, required: ['a', 'b'] };
    const after: JsonSchema = { properties: { b: text }, required: ['b'] };
    expect(rulesOf(before, after)).toEqual(['required-removed', 'bound-loosened']);
  });

  it('is not seen in a field that is called like something every object has', () => {
    expect(rulesOf({ properties: {}, required: [] }, { properties: { constructor: text, toString: text } })).toEqual(
      [],
    );
    expect(rulesOf({ properties: { a: text }, required: ['constructor'] }, { properties: { a: text } })).toEqual([
      'required-removed',
    ]);
  });
});
