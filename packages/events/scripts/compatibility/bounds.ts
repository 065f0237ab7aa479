import type { JsonSchema } from './json-schema.ts';

type Bound = 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

/** What was bounded before and is less so after, in sentences. */
export function loosenedBounds(before: JsonSchema, after: JsonSchema): string[] {
  return [
    ...(['minLength', 'minItems'] as const).flatMap((bound) =>
      loosened(bound, before, after, (old, now) => now >= old),
    ),
    ...(['maxLength', 'maxItems'] as const).flatMap((bound) =>
      loosened(bound, before, after, (old, now) => now <= old),
    ),
    ...loosenedRange('minimum', 'exclusiveMinimum', before, after, (old, now) => now > old),
    ...loosenedRange('maximum', 'exclusiveMaximum', before, after, (old, now) => now < old),
    ...loosenedStep(before, after),
    ...(before.uniqueItems === true && after.uniqueItems !== true ? ['Items may now repeat.'] : []),
  ];
}

function loosened(
  bound: Bound,
  before: JsonSchema,
  after: JsonSchema,
  holds: (old: number, now: number) => boolean,
): string[] {
  const old = before[bound];
  const now = after[bound];
  if (old === undefined || (now !== undefined && holds(old, now))) return [];
  return [`${bound} was ${old} and is ${now ?? 'none'}.`];
}

interface Edge {
  value: number;
  exclusive: boolean;
}

/** Whether a number may be the edge itself matters only where the edges are equal. */
function loosenedRange(
  inclusive: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  before: JsonSchema,
  after: JsonSchema,
  tighter: (old: number, now: number) => boolean,
): string[] {
  const edgeOf = (schema: JsonSchema): Edge | undefined => {
    const open = schema[exclusive];
    const closed = schema[inclusive];
    if (open === undefined) return closed === undefined ? undefined : { value: closed, exclusive: false };
    return closed === undefined || !tighter(open, closed)
      ? { value: open, exclusive: true }
      : { value: closed, exclusive: false };
  };
  const old = edgeOf(before);
  if (old === undefined) return [];
  const now = edgeOf(after);
  const holds =
    now !== undefined &&
    (tighter(old.value, now.value) || (now.value === old.value && (now.exclusive || !old.exclusive)));
  return holds ? [] : [`${inclusive} was ${old.value} and is ${now?.value ?? 'none'}.`];
}

function loosenedStep(before: JsonSchema, after: JsonSchema): string[] {
  const old = before.multipleOf;
  if (old === undefined || (after.multipleOf !== undefined && after.multipleOf % old === 0)) return [];
  return [`multipleOf was ${old} and is ${after.multipleOf ?? 'none'}.`];
}
