import { z } from 'zod';

/** What happens to fields that a schema does not declare. */
export type UndeclaredFields = 'kept' | 'dropped';

/** Checks that run code of ours, and so cannot be written down in a JSON Schema that others validate with. */
const privateChecks: ReadonlySet<string> = new Set(['custom', 'overwrite']);

/**
 * The same schema with one answer, at every depth, to fields it does not declare. Descriptions stay.
 *
 * @throws TypeError where the schema holds something that a contract cannot promise to readers in other languages: a
 * union, a transformation, a default, a check of our own
 */
export function withUndeclaredFields<Schema extends z.ZodType>(schema: Schema, fields: UndeclaredFields): Schema {
  return rebuild(schema, fields, 'data') as Schema;
}

function rebuild(schema: z.ZodType, fields: UndeclaredFields, path: string): z.ZodType {
  for (const check of schema.def.checks ?? []) {
    if (privateChecks.has(check._zod.def.check)) throw new TypeError(`${path} has a check that no schema can tell.`);
  }
  if (schema instanceof z.ZodObject) {
    const shape = Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [
        name,
        rebuild(field as z.ZodType, fields, `${path}.${name}`),
      ]),
    );
    const catchall = fields === 'kept' ? z.unknown() : undefined;
    return schema.clone({ ...schema.def, shape, catchall }, { parent: true });
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const innerType = rebuild(schema.def.innerType as z.ZodType, fields, path);
    return schema.clone({ ...schema.def, innerType } as never, { parent: true });
  }
  if (schema instanceof z.ZodArray) {
    const element = rebuild(schema.def.element as z.ZodType, fields, `${path}[]`);
    return schema.clone({ ...schema.def, element }, { parent: true });
  }
  switch (schema.def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
      return schema;
    default:
      throw new TypeError(`${path} is ${schema.def.type}: no part of a contract.`);
  }
}
