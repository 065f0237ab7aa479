import type { Clock } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor } from '@ateneu/persistence';

import { feedCursorExpired } from './feed.errors.ts';

/** How long the feed keeps an event, in days. */
export const feedDays = 30;

const dayMs = 24 * 60 * 60 * 1_000;

/** Where a reader stands: after the row of this transaction and id, and when it was told so (epoch milliseconds). */
interface Place {
  xid: string;
  id: string;
  toldAt: number;
}

/** A page of a partner's events. */
export interface FeedPage {
  /** CloudEvents as JSON texts, oldest first. */
  payloads: string[];
  /** Where to go on from; it moves even where there is nothing new, so that whoever asks keeps its place. */
  next: string;
  /** Whether more waits already. */
  more: boolean;
}

// Below the oldest transaction that still runs nothing can appear any more, so a reader never passes a late commit.
const selectPage = `
  select partner_feed.id::text as id, partner_feed.xid::text as xid, payload from partner_feed
  where partner_id = $1 and (partner_feed.xid, partner_feed.id) > ($2::text::xid8, $3::bigint)
    and partner_feed.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by partner_feed.xid, partner_feed.id limit $4`;

/**
 * Where a cursor stands; the oldest event for none.
 *
 * @throws DomainError `kit.cursor.invalid`, or `accompaniment.feed.cursor-expired` where events after it may be gone
 */
export function placeOf(cursor: string | undefined, now: Date): Place {
  if (cursor === undefined) return { xid: '0', id: '0', toldAt: now.getTime() };
  const [xid, id, toldAt] = decodeCursor(cursor, ['integer', 'integer', 'integer']).map((value) =>
    Math.max(0, Number(value)),
  );
  if (xid === undefined || id === undefined || toldAt === undefined) throw new TypeError('A place has three parts.');
  if (now.getTime() - toldAt > feedDays * dayMs) throw feedCursorExpired({ days: feedDays });
  return { xid: String(xid), id: String(id), toldAt };
}

/** What a partner was told after a place, in the order in which it was committed. */
export async function readFeed(
  { pool }: Pick<Database, 'pool'>,
  clock: Clock,
  partnerId: string,
  after: Place,
  limit: number,
): Promise<FeedPage> {
  // Taken before the read: what is committed from here on is surely after the place that is told.
  const toldAt = clock.now().getTime();
  const { rows } = await pool.query<{ id: string; xid: string; payload: string }>({
    name: 'partner-feed',
    text: selectPage,
    values: [partnerId, after.xid, after.id, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1) ?? after;
  return {
    payloads: page.map(({ payload }) => payload),
    next: encodeCursor([Number(last.xid), Number(last.id), toldAt]),
    more: rows.length > limit,
  };
}
