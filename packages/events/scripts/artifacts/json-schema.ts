import { z } from 'zod';

import type { EventContract } from '../../src/index.ts';
import type { JsonSchema } from '../compatibility/json-schema.ts';

/** Formats that every validator knows by name; zod's own pattern for them is noise, and changes with zod. */
const namedFormats: ReadonlySet<string> = new Set(['uuid', 'date', 'date-time']);

/** The JSON Schema of a contract's whole event, without annotations of its own at the root. */
export function jsonSchemaOf(contract: EventContract): JsonSchema {
  const registry = z.registry<{ id: string }>();
  registry.add(contract.envelopeSchema, { id: contract.type });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  const { $schema: _dialect, $id: _id, id: _name, ...schema } = schemas[contract.type] as JsonSchema;
  return schema;
}

function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format !== undefined && namedFormats.has(schema.format)) {
    delete schema.pattern;
    // The format allows any offset, the contracts only UTC.
    if (schema.format === 'date-time') schema.pattern = 'Z$';
  }
  const { additionalProperties: rest } = schema;
  if (typeof rest === 'object' && Object.keys(rest).length === 0) schema.additionalProperties = true;
}
