import type { OpenApiDocument } from './openapi-document.ts';

/** Zod's registry is one for the whole process: of what is in it, the document keeps what it refers to. */
export function withoutUnusedSchemas(document: OpenApiDocument): OpenApiDocument {
  const all = document.components?.schemas ?? {};
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === '$ref' && typeof child === 'string') follow(child);
      else visit(child);
    }
  };
  const follow = (reference: string): void => {
    const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1];
    if (name === undefined || needed.has(name)) return;
    needed.add(name);
    visit(all[name]);
  };
  visit({ ...document, components: { ...document.components, schemas: {} } });
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => needed.has(name)));
  return { ...document, components: { ...document.components, schemas } };
}

/**
 * Takes out of the schemas what zod writes and nobody means: the bounds of a double as those of every integer, and, in
 * what the service answers, the promise that no field will ever be added.
 */
export function tidySchemas(document: OpenApiDocument): OpenApiDocument {
  const { schemas = {}, ...components } = document.components ?? {};
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, { responses, ...operation }]) => [
            method,
            { ...(tidy(operation, false) as object), responses: tidy(responses, true) as Record<string, unknown> },
          ]),
        ),
      ]),
    ),
    components: {
      ...components,
      schemas: Object.fromEntries(
        // The type provider calls the form that a component has in requests `<name>Input`.
        Object.entries(schemas).map(([name, schema]) => [name, tidy(schema, !name.endsWith('Input'))]),
      ),
    },
  };
}

function tidy(value: unknown, open: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, open));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !(open && key === 'additionalProperties' && child === false))
      .filter(([key, child]) => !(key === 'minimum' && child === Number.MIN_SAFE_INTEGER))
      .filter(([key, child]) => !(key === 'maximum' && child === Number.MAX_SAFE_INTEGER))
      .map(([key, child]) => [key, tidy(child, open)]),
  );
}
