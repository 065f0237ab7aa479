import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import { ResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** A part of a request that did not match its schema. The issues stay private; the answer is made of them. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
  readonly code = 'FST_ERR_VALIDATION';
  /** Fastify writes both. */
  statusCode = 400;
  validationContext: string | undefined;
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('The request does not match its schema.');
    this.issues = issues;
  }
}

/** Most issues that one answer lists. */
const MAX_ISSUES = 50;

/**
 * Validates with zod, and then refuses any text that PostgreSQL or UTF-8 could not hold (NUL, lone surrogates), in
 * whatever field it hides, and what is nested too deep: a schema that forgets to must not turn into a 500.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data: unknown) => {
    // Fastify turns a missing body into null, which no optional schema accepts.
    const result = schema.safeParse(data ?? undefined, { reportInput: true });
    if (!result.success) return { error: new ValidationError(result.error.issues.slice(0, MAX_ISSUES)) };
    const unsafe = findUnsafe(result.data);
    if (unsafe !== undefined) return { error: new ValidationError([unsafe]) };
    return { value: result.data };
  };
};

/**
 * Encodes an answer by its schema: what does not match is a 500, and what the schema does not name stays inside. Answers
 * are not transformed, so that reading them says the same as writing them would, and zod reads half again as fast.
 *
 * @throws ResponseSerializationError
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType | { properties: z.ZodType }> = ({
  schema: given,
  method,
  url,
}) => {
  const schema = given instanceof z.ZodType ? given : given.properties;
  return (data) => {
    const result = schema.safeParse(data);
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error });
    return JSON.stringify(result.data);
  };
};

/** Whether every store and encoding can hold the text: no NUL and no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** No document that a person fills in is deeper, and what walks one would run out of stack. */
const MAX_DEPTH = 64;

/**
 * Finds the first text that could not be kept, or what lies too deep. It keeps a list instead of calling itself, so that
 * no nesting exhausts the stack.
 */
function findUnsafe(root: unknown): z.core.$ZodIssue | undefined {
  const pending: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isStorable(value)) return formatIssue('safe_text', path);
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) return formatIssue('depth', path);
    for (const [key, child] of Object.entries(value)) {
      if (!isStorable(key)) return formatIssue('safe_text', path);
      pending.push({ value: child, path: [...path, key] });
    }
  }
  return undefined;
}

function formatIssue(format: string, path: PropertyKey[]): z.core.$ZodIssue {
  return { code: 'invalid_format', format, path, message: 'Unsafe' };
}
