/** The part of JSON Schema that contracts are written in. */
export interface JsonSchema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: readonly JsonSchema[];
  title?: string;
  description?: string;
  examples?: readonly unknown[];
  [keyword: string]: unknown;
}

/** Keywords that tell people something and refuse nothing. */
export const annotations: ReadonlySet<string> = new Set(['$schema', 'title', 'description', 'examples', 'deprecated']);

/** Keywords whose changes the compatibility rules understand. */
export const assertions: ReadonlySet<string> = new Set([
  'type',
  'const',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'anyOf',
]);

/** The schema without annotations: two schemas that accept the same events by the same rules have the same structure. */
export function structureOf(schema: JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, anyOf, ...rest } = schema;
  const own = Object.fromEntries(Object.entries(rest).filter(([keyword]) => !annotations.has(keyword)));
  return {
    ...own,
    ...(properties === undefined ? {} : { properties: mapValues(properties, structureOf) }),
    ...(items === undefined ? {} : { items: structureOf(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(structureOf) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: openness(additionalProperties) }),
  };
}

/** Whether two schemas have the same structure, whatever the order of their keywords and fields. */
export function sameStructure(left: JsonSchema, right: JsonSchema): boolean {
  return canonical(structureOf(left)) === canonical(structureOf(right));
}

/** A value as JSON with its fields in alphabetical order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function openness(value: boolean | JsonSchema): boolean | JsonSchema {
  return typeof value === 'boolean' ? value : structureOf(value);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
