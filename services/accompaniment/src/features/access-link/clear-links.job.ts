import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

/** How long an expired link is told apart from one that never was, in days. */
const graceDays = 30;

/** Removes links that expired long ago. */
export async function clearLinks({ pool }: Pick<Database, 'pool'>, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - graceDays * 24 * 60 * 60 * 1_000);
  await pool.query(`delete from access_link where expires_at < $1`, [before]);
}
