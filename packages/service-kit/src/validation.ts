import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';

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
 * whatever field it hides: a schema that forgets to must not turn into a 500.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data: unknown) => {
    // Fastify turns a missing body into null, which no optional schema accepts.
    const result = schema.safeParse(data ?? undefined, { reportInput: true });
    if (!result.success) return { error: new ValidationError(result.error.issues.slice(0, MAX_ISSUES)) };
    const unsafe = findUnsafeText(result.data);
    if (unsafe !== undefined) return { error: new ValidationError([unsafeTextIssue(unsafe)]) };
    return { value: result.data };
  };
};

/** Whether every store and encoding can hold the text: no NUL and no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function unsafeTextIssue(path: PropertyKey[]): z.core.$ZodIssue {
  return { code: 'invalid_format', format: 'safe_text', path, message: 'Unsafe text' };
}

function findUnsafeText(value: unknown, path: PropertyKey[] = []): PropertyKey[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) return path;
    const found = findUnsafeText(child, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
