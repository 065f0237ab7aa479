import type { Database } from '@ateneu/persistence';

/**
 * Sends what a service published between two instants once more, in the original order and with the original event
 * ids, by putting the rows back to the relay. For a stream that was lost or a consumer that must be rebuilt; the
 * outbox keeps 7 days. Returns how many events will go out.
 */
export async function republish(database: Database, window: { from: Date; to: Date }): Promise<number> {
  const { rowCount } = await database.pool.query(
    `update outbox set published_at = null where published_at is not null and created_at >= $1 and created_at < $2`,
    [window.from, window.to],
  );
  if ((rowCount ?? 0) > 0) database.announceOutboxCommit();
  return rowCount ?? 0;
}
