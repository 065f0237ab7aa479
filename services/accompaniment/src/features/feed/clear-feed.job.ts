import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

import { feedDays } from './read-feed.query.ts';

const deleteOld = `
  delete from partner_feed where id = any (array(
    select id from partner_feed where occurred_at < $1 order by occurred_at limit 5000))`;

/** Removes what the feed has kept for long enough, a little at a time. A day more than cursors live, to be on the safe side. */
export async function clearFeed({ pool }: Pick<Database, 'pool'>, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - (feedDays + 1) * 24 * 60 * 60 * 1_000);
  for (;;) {
    const { rowCount } = await pool.query(deleteOld, [before]);
    if ((rowCount ?? 0) === 0) return;
  }
}
