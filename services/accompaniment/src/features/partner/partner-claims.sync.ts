import { setTimeout as delay } from 'node:timers/promises';

import { type Clock, type Sealer, systemClock } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import { accountNameOf, type PartnerAccounts } from './partner-account.broker.ts';
import { brokerUnavailable } from './partner.errors.ts';

/** Makes the broker follow what the database says of partners' accounts. */
export interface ClaimsSync {
  /**
   * Tells the broker how one partner's account stands, where it does not know yet.
   *
   * @throws DomainError `accompaniment.partner.broker-unavailable`; what is stored stays, and is told later
   */
  sync(partnerId: string): Promise<void>;
  /** Keeps telling what an earlier attempt could not, until stopped. */
  start(): void;
  stop(): Promise<void>;
}

interface StaleRow {
  version: number;
  status: string;
  account_key: string;
  account_seed: string;
  revoked_before: string | null;
}

const selectStale = `
  select version, status, account_key, account_seed, ${isoTimestamp('revoked_before')} as revoked_before from partner
  where id = $1 and claims_stale and account_key is not null`;

// The overlap of a rotation ends by itself, when its hour has come.
const endOverlap = `
  update partner set revoked_before = revoke_next_before, revoke_next_before = null, revoke_next_at = null,
    claims_stale = true
  where id = $1 and revoke_next_at <= $2`;

// A change that came in between keeps the row stale, and brings its own attempt.
const markTold = `update partner set claims_stale = false where id = $1 and version = $2`;

class SeedUnreadable extends Error {}

/**
 * The database is the truth and the broker its copy. Every attempt for one partner holds a session lock, so that an
 * older claim can never be pushed over a newer one, and no transaction stays open while the broker is asked.
 */
export function createClaimsSync(
  {
    database,
    accounts,
    sealer,
    logger,
    clock = systemClock,
  }: {
    database: Database;
    accounts: PartnerAccounts;
    sealer: Sealer;
    logger: Logger;
    clock?: Clock | undefined;
  },
  everyMs = 10_000,
): ClaimsSync {
  const stopping = new AbortController();
  let finished: Promise<void> = Promise.resolve();

  const opened = (seed: string, partnerId: string): string => {
    try {
      return sealer.open(seed, partnerId);
    } catch (cause) {
      throw new SeedUnreadable('No key of CREDENTIALS_KEY opens the seed of the account.', { cause });
    }
  };

  const attempt = async (partnerId: string): Promise<void> => {
    const client = await database.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query(`select pg_advisory_lock(hashtextextended('partner-claims:' || $1, 0))`, [partnerId]);
      await client.query(endOverlap, [partnerId, clock.now()]);
      const { rows } = await client.query<StaleRow>(selectStale, [partnerId]);
      const [row] = rows;
      if (row !== undefined) {
        await accounts.apply({
          name: accountNameOf(partnerId),
          accountKey: row.account_key,
          accountSeed: opened(row.account_seed, partnerId),
          suspended: row.status === 'suspended',
          revokedBefore: row.revoked_before === null ? undefined : new Date(row.revoked_before),
        });
        await client.query(markTold, [partnerId, row.version]);
      }
      await client.query(`select pg_advisory_unlock(hashtextextended('partner-claims:' || $1, 0))`, [partnerId]);
    } catch (cause) {
      failure = cause instanceof Error ? cause : new Error(String(cause));
      throw failure;
    } finally {
      // A connection that still holds the lock must not go back to the pool.
      client.release(failure);
    }
  };

  const tellAll = async (): Promise<void> => {
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from partner where (claims_stale or revoke_next_at <= $1) and account_key is not null`,
      [clock.now()],
    );
    for (const { id } of rows) {
      await attempt(id).catch((err: unknown) => {
        // Where the broker is away nobody’s account can be told; this is one partner’s own trouble.
        if (!(err instanceof SeedUnreadable)) throw err;
        logger.error({ component: 'partner-claims', partner: id, err }, 'An account cannot be told of.');
      });
    }
  };

  return {
    sync: async (partnerId) => {
      try {
        await attempt(partnerId);
      } catch (cause) {
        throw brokerUnavailable({}, { cause });
      }
    },
    start: () => {
      finished = (async () => {
        while (!stopping.signal.aborted) {
          await tellAll().catch((err: unknown) => {
            logger.warn(
              { component: 'partner-claims', err },
              'The broker could not be told of an account; again soon.',
            );
          });
          await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
        }
      })();
    },
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}
