import type { Database } from './database.ts';

/** How many rows each table lost. */
export interface HousekeepingResult {
  outbox: number;
  inbox: number;
  idempotencyKeys: number;
}

/**
 * Removes what the delivery promise no longer needs: published events after 7 days (the replay window), inbox rows
 * after 45 (streams keep 30), idempotency keys after a day. At most `batch` rows a table at a time, so that it never
 * holds a long transaction.
 */
export async function housekeep(database: Database, batch = 5_000): Promise<HousekeepingResult> {
  const remove = async (table: string, condition: string): Promise<number> => {
    const { rowCount } = await database.pool.query(
      `delete from ${table} where ctid = any (array(select ctid from ${table} where ${condition} limit $1))`,
      [batch],
    );
    return rowCount ?? 0;
  };
  return {
    outbox: await remove('outbox', `published_at < now() - interval '7 days'`),
    inbox: await remove('inbox', `received_at < now() - interval '45 days'`),
    idempotencyKeys: await remove('idempotency_key', `created_at < now() - interval '1 day'`),
  };
}
