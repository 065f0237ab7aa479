import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findBreakingChanges } from './find-breaking-changes.ts';
import type { JsonSchema } from './json-schema.ts';

/** A schema, and values that fit it. */
interface Kind {
  schema: JsonSchema;
  values: fc.Arbitrary<unknown>;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const given = (keywords: Record<string, unknown>): JsonSchema =>
  Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));

const strings: fc.Arbitrary<Kind> = fc
  .record({ min: maybe(fc.nat(2)), max: maybe(fc.integer({ min: 2, max: 4 })) })
  .map(({ min, max }) => ({
    schema: given({ type: 'string', minLength: min, maxLength: max }),
    values: fc.string({ minLength: min ?? 0, maxLength: max ?? 5 }),
  }));
const integers: fc.Arbitrary<Kind> = fc
  .record({
    type: fc.constantFrom('integer', 'number'),
    min: maybe(fc.nat(2)),
    max: maybe(fc.integer({ min: 3, max: 5 })),
    open: fc.boolean(),
  })
  .map(({ type, min, max, open }) => ({
    schema: given({ type, [open ? 'exclusiveMinimum' : 'minimum']: min, maximum: max }),
    values: fc.integer({ min: min === undefined ? -3 : min + (open ? 1 : 0), max: max ?? 7 }),
  }));
const choices: fc.Arbitrary<Kind> = fc
  .uniqueArray(fc.constantFrom<unknown>('', 'a', 'bcd', 0, 3, true, null), { minLength: 1, maxLength: 4 })
  .map((values) => ({
    schema: values.length === 1 ? { const: values[0] } : { enum: values },
    values: fc.constantFrom(...values),
  }));
const anything: fc.Arbitrary<Kind> = fc.constant({
  schema: {},
  values: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
});
const nullable = (kind: Kind): Kind => ({
  schema:
    typeof kind.schema.type === 'string'
      ? { ...kind.schema, type: [kind.schema.type, 'null'] }
      : { anyOf: [kind.schema, { type: 'null' }] },
  values: fc.oneof(kind.values, fc.constant(null)),
});

const { kind } = fc.letrec<{ kind: Kind; list: Kind; object: Kind; orNull: Kind }>((tie) => ({
  kind: fc.oneof({ maxDepth: 3 }, strings, integers, choices, anything, tie('list'), tie('object'), tie('orNull')),
  orNull: tie('kind').map(nullable),
  list: fc
    .record({ item: tie('kind'), min: maybe(fc.nat(1)), max: maybe(fc.integer({ min: 1, max: 3 })) })
    .map(({ item, min, max }) => ({
      schema: given({ type: 'array', items: item.schema, minItems: min, maxItems: max }),
      values: fc.array(item.values, { minLength: min ?? 0, maxLength: max ?? 4 }),
    })),
  object: fc
    .record({
      fields: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('kind')),
      required: fc.subarray(['a', 'b', 'c']),
      closed: fc.constantFrom(undefined, true, false),
    })
    .map(({ fields, required, closed }) => {
      const names = required.filter((name) => Object.hasOwn(fields, name));
      const properties = Object.fromEntries(Object.entries(fields).map(([name, member]) => [name, member.schema]));
      const members = Object.fromEntries(Object.entries(fields).map(([name, member]) => [name, member.values]));
      return {
        schema: given({ type: 'object', properties, required: names, additionalProperties: closed }),
        values: fc.record(members, { requiredKeys: names }),
      };
    }),
}));

/** A change that somebody may make: to anything else, or to a neighbour of what it was. */
const change = fc.oneof(
  fc.tuple(kind, kind),
  kind.chain((one) => fc.tuple(fc.constant(one), fc.constant(one))),
  fc.tuple(kind.map(nullable), kind),
);

describe('the rules', () => {
  it('find no breaking change only where an old reader accepts every value that the new form allows', () => {
    let unbroken = 0;
    const ajv = new Ajv2020({ strict: false });
    fc.assert(
      fc.property(
        change.chain(([before, after]) =>
          fc.tuple(fc.constant(before.schema), fc.constant(after.schema), after.values),
        ),
        ([before, after, value]) => {
          expect(ajv.validate(after, value)).toBe(true);
          if (findBreakingChanges(before, after).length > 0) return;
          unbroken += 1;
          expect(ajv.validate(before, value)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
    // Otherwise the promise would be kept by refusing everything.
    expect(unbroken).toBeGreaterThan(200);
  }, 60_000);
});
