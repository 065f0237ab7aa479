import { createSealer, isSealed } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

/** What became of the secrets, by endpoints. */
export interface SealingReport {
  /** How many were sealed. */
  sealed: number;
  /** The ids of those that none of the keys opens. */
  unreadable: string[];
}

/** How the secrets that sign webhooks stand in the database. */
export interface WebhookSecrets {
  /** As it is to be stored for this endpoint: sealed, where there are keys. */
  seal(secret: string, endpointId: string): string;
  /** @throws Error where it is sealed and none of the keys opens it */
  open(stored: string, endpointId: string): string;
  /** Seals what is not sealed, or is with an older key. What no key opens stays as it is, and only its endpoint fails. */
  sealAll(database: Database): Promise<SealingReport>;
}

/** @param keys of 32 bytes as base64url: the first seals, all open. Without any, secrets stand as they are. */
export function createWebhookSecrets(keys: readonly string[]): WebhookSecrets {
  const [first, ...older] = keys;
  if (first === undefined)
    return { seal: (secret) => secret, open: unsealed, sealAll: () => Promise.resolve({ sealed: 0, unreadable: [] }) };
  const sealer = createSealer(first, ...older);
  const renewed = (stored: string, id: string): string =>
    isSealed(stored) ? (sealer.renew(stored, id) ?? stored) : sealer.seal(stored, id);
  const renewedOf = ({ id, secret, previous }: Stored): [string, string | null] | undefined => {
    try {
      return [renewed(secret, id), previous === null ? null : renewed(previous, id)];
    } catch {
      return undefined;
    }
  };
  return {
    seal: sealer.seal,
    open: (stored, id) => (isSealed(stored) ? sealer.open(stored, id) : stored),
    sealAll: async (database) => {
      const { rows } = await database.pool.query<Stored>(
        `select id, secret, previous_secret as previous from webhook_endpoint`,
      );
      const report: SealingReport = { sealed: 0, unreadable: [] };
      for (const row of rows) {
        const { id, secret, previous } = row;
        const texts = renewedOf(row);
        if (texts === undefined) {
          report.unreadable.push(id);
          continue;
        }
        const [now, before] = texts;
        if (now === secret && before === previous) continue;
        // A secret that was replaced meanwhile is sealed already.
        const { rowCount } = await database.pool.query(
          `update webhook_endpoint set secret = $2, previous_secret = $3
           where id = $1 and secret = $4 and previous_secret is not distinct from $5`,
          [id, now, before, secret, previous],
        );
        report.sealed += rowCount ?? 0;
      }
      return report;
    },
  };
}

interface Stored {
  id: string;
  secret: string;
  previous: string | null;
}

function unsealed(stored: string): string {
  if (isSealed(stored)) throw new TypeError('A webhook secret is sealed, and WEBHOOK_SECRET_KEYS is not set.');
  return stored;
}
