import { defineError } from '@ateneu/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';

import { runSql } from './sql.ts';

/** What identifies a request that may be repeated. */
export interface Idempotency {
  /** The use case and the caller, so that two callers cannot meet on one key. */
  scope: string;
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** A hash of the request, to tell a repeat from another request under the same key. */
  fingerprint: string;
}

/** One key was used for two different requests. */
export const idempotencyKeyReused = defineError({
  code: 'kit.idempotency.key-reused',
  kind: 'invalid',
  message: {
    ca: 'Aquesta Idempotency-Key ja es va fer servir per a una altra petició.',
    es: 'Esta Idempotency-Key ya se usó para otra petición.',
    en: 'This Idempotency-Key was already used for another request.',
  },
});

/** The stored outcome of an earlier request, or the right to be the first. */
export type IdempotencyClaim = { first: true } | { first: false; response: unknown };

/**
 * Claims a key inside the caller's transaction. A repeat that arrives while the first is running waits for it at the
 * unique index, and then finds its outcome; if the first rolls back, the repeat becomes the first.
 *
 * @throws DomainError `kit.idempotency.key-reused` where the earlier request had another fingerprint
 */
export async function claimIdempotencyKey(em: EntityManager, claim: Idempotency): Promise<IdempotencyClaim> {
  const inserted = await runSql(
    em,
    `insert into idempotency_key (scope, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key`,
    [claim.scope, claim.key, claim.fingerprint],
  );
  if (inserted.length > 0) return { first: true };
  const [stored] = await runSql<{ fingerprint: string; response: { value: unknown } | null }>(
    em,
    `select fingerprint, response from idempotency_key where scope = $1 and key = $2`,
    [claim.scope, claim.key],
  );
  if (stored === undefined || stored.fingerprint !== claim.fingerprint) throw idempotencyKeyReused();
  return { first: false, response: stored.response?.value };
}

/** Keeps the outcome under the key, in the same transaction. */
export async function storeIdempotentResponse(em: EntityManager, claim: Idempotency, value: unknown): Promise<void> {
  await runSql(em, `update idempotency_key set response = $3 where scope = $1 and key = $2`, [
    claim.scope,
    claim.key,
    JSON.stringify({ value }),
  ]);
}
