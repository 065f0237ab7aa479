import { Validator } from '@seriousme/openapi-schema-validator';

/** What is wrong with an OpenAPI document by the specification's own schema; nothing for a valid one. */
export async function openApiProblems(document: Record<string, unknown>): Promise<unknown[]> {
  const result = await new Validator().validate(document);
  if (result.valid) return [];
  return Array.isArray(result.errors) ? result.errors : [result.errors];
}
