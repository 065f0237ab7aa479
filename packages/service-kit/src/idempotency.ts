import { createHash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { kitErrors } from './errors.ts';

/** What identifies a request that may be repeated; `transact` of the persistence package takes it as it is. */
export interface IdempotencyClaim {
  /** The route and the caller, so that two callers cannot meet on one key. */
  scope: string;
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** SHA-256 of method, address, caller and body, hexadecimal. */
  fingerprint: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Reads `Idempotency-Key`; `undefined` where the caller sent none. The route must declare `config.idempotent`, so that
 * the documentation says so.
 *
 * @param useCase names the use case in the scope; the route's method and template when absent
 * @throws RequestError `kit.idempotency.key-malformed` (400)
 */
export function idempotency(request: FastifyRequest, useCase?: string): IdempotencyClaim | undefined {
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  if (request.routeOptions.config.idempotent !== true) {
    throw new TypeError(`Declare \`idempotent: true\` in the config of ${route}.`);
  }
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw kitErrors.idempotencyKeyMalformed();
  const caller = `${request.actor.kind}:${request.actor.id}`;
  // Citizens are all one anonymous caller, so the route is always part of the scope.
  const fingerprint = createHash('sha256')
    .update([request.method, request.url, caller, canonicalJson(request.body)].join('\n'))
    .digest('hex');
  return { scope: `${useCase ?? route} ${caller}`, key, fingerprint };
}

/** JSON with the keys of every object in order, so that two spellings of one body are one text. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
