import { canonical, type JsonSchema } from './json-schema.ts';

/**
 * Whether a schema accepts one simple value (a text, number, boolean or null). Where the schema says more than can be
 * told here (a format, a shape), the answer is no: the rules refuse what they cannot prove.
 */
export function acceptsValue(schema: JsonSchema, value: unknown): boolean {
  if ('const' in schema && canonical(schema.const) !== canonical(value)) return false;
  if (schema.enum !== undefined && !schema.enum.some((known) => canonical(known) === canonical(value))) return false;
  if (!acceptsType(schema.type, value)) return false;
  if (typeof value === 'string') return acceptsText(schema, value);
  if (typeof value === 'number') return acceptsNumber(schema, value);
  return value === null || typeof value === 'boolean';
}

function acceptsType(type: JsonSchema['type'], value: unknown): boolean {
  if (type === undefined) return true;
  const types = typeof type === 'string' ? [type] : type;
  if (value === null) return types.includes('null');
  if (Number.isInteger(value) && types.includes('integer')) return true;
  return types.includes(typeof value);
}

function acceptsText({ format, pattern, minLength = 0, maxLength = Infinity }: JsonSchema, value: string): boolean {
  // JSON Schema counts code points.
  const { length } = Array.from(value);
  if (format !== undefined || length < minLength || length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

function acceptsNumber(schema: JsonSchema, value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  if (value < minimum || value > maximum || value <= exclusiveMinimum || value >= exclusiveMaximum) return false;
  return schema.multipleOf === undefined || value % schema.multipleOf === 0;
}
