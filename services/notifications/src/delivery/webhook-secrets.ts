import { createSealer, isSealed } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

/** How the secrets that sign webhooks stand in the database. */
export interface WebhookSecrets {
  /** As it is to be stored for this endpoint: sealed, where there are keys. */
  seal(secret: string, endpointId: string): string;
  /** @throws Error where it is sealed and none of the keys opens it */
  open(stored: string, endpointId: string): string;
  /** Seals what is not sealed, or is with an older key. Gives how many endpoints that were. */
  sealAll(database: Database): Promise<number>;
}

/** @param keys of 32 bytes as base64url: the first seals, all open. Without any, secrets stand as they are. */
export function createWebhookSecrets(keys: readonly string[]): WebhookSecrets {
  const [first, ...older] = keys;
  if (first === undefined) return { seal: (secret) => secret, open: unsealed, sealAll: () => Promise.resolve(0) };
  const sealer = createSealer(first, ...older);
  const renewed = (stored: string, id: string): string =>
    isSealed(stored) ? (sealer.renew(stored, id) ?? stored) : sealer.seal(stored, id);
  return {
    seal: sealer.seal,
    open: (stored, id) => (isSealed(stored) ? sealer.open(stored, id) : stored),
    sealAll: async (database) => {
      const { rows } = await database.pool.query<{ id: string; secret: string; previous: string | null }>(
        `select id, secret, previous_secret as previous from webhook_endpoint`,
      );
      let changed = 0;
      for (const { id, secret, previous } of rows) {
        const [now, before] = [renewed(secret, id), previous === null ? null : renewed(previous, id)];
        if (now === secret && before === previous) continue;
        // A secret that was replaced meanwhile is sealed already.
        const { rowCount } = await database.pool.query(
          `update webhook_endpoint set secret = $2, previous_secret = $3
           where id = $1 and secret = $4 and previous_secret is not distinct from $5`,
          [id, now, before, secret, previous],
        );
        changed += rowCount ?? 0;
      }
      return changed;
    },
  };
}

function unsealed(stored: string): string {
  if (isSealed(stored)) throw new TypeError('A webhook secret is sealed, and WEBHOOK_SECRET_KEYS is not set.');
  return stored;
}
