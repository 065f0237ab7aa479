import type { Language } from '@ateneu/kernel';
import { z } from 'zod';

import { type Refusal, titleOf } from './refusal.ts';

/** The one shape of every error answer: RFC 9457 problem details with a stable `code`. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:ateneu:problem:` and the code.'),
    title: z.string().describe('The sort of problem, in the language of `Content-Language`.'),
    status: z.int().describe('The HTTP status again.'),
    detail: z.string().describe('What happened, for a person, in the language of `Content-Language`.'),
    code: z.string().describe('Stable: programs branch on it.'),
    instance: z.string().describe('`urn:uuid:` and the identifier of the request, as in `X-Request-Id`.'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON Pointer from the part of the request, such as `/body/name/ca`.'),
          code: z.string().describe('Stable reason.'),
          message: z.string().describe('The reason, for a person.'),
        }),
      )
      .optional()
      .describe('The fields that are wrong, where the request did not match its schema.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

/** An error answer. */
export type Problem = z.infer<typeof problemSchema>;

/** The media type of a {@link Problem}. */
export const problemMediaType = 'application/problem+json';

/** Writes a refusal as problem details in one language. */
export function toProblem(refusal: Refusal, language: Language, requestId: string): Problem {
  return {
    type: `urn:ateneu:problem:${refusal.code}`,
    title: titleOf(refusal.status, language),
    status: refusal.status,
    detail: refusal.detail(language),
    code: refusal.code,
    instance: `urn:uuid:${requestId}`,
    ...(refusal.fields ? { errors: refusal.fields(language) } : {}),
  };
}
