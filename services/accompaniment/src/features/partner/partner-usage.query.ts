import type { Clock } from '@ateneu/kernel';
import type { Broker } from '@ateneu/messaging';
import { type Database, isoTimestamp } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import { dayOf } from '../../calendar.ts';

/** Counts what partners' keys are used for, without a write per call. */
export interface PartnerUsage {
  count(partnerId: string, what: 'calls' | 'refused'): void;
  /** Writes what was counted. What a crash loses is a few seconds of counting, and nothing else. */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const addCounts = `
  insert into partner_usage (partner_id, day, calls, refused, last_call_at)
  select * from unnest($1::uuid[], $2::date[], $3::int[], $4::int[], $5::timestamptz[])
  on conflict (partner_id, day) do update set calls = partner_usage.calls + excluded.calls,
    refused = partner_usage.refused + excluded.refused,
    last_call_at = greatest(partner_usage.last_call_at, excluded.last_call_at)`;

export function createPartnerUsage(
  { database, clock, logger }: { database: Pick<Database, 'pool'>; clock: Clock; logger: Logger },
  everyMs = 5_000,
): PartnerUsage {
  let counted = new Map<string, { calls: number; refused: number; at: Date }>();
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    if (counted.size === 0) return;
    const batch = [...counted];
    counted = new Map();
    await database.pool.query(addCounts, [
      batch.map(([id]) => id),
      batch.map(([, { at }]) => dayOf(at)),
      batch.map(([, { calls }]) => calls),
      batch.map(([, { refused }]) => refused),
      batch.map(([, { at }]) => at),
    ]);
  };
  let last: Promise<void> = Promise.resolve();
  // One after another: whoever waits for what was counted, a stop too, waits for what is being written as well.
  const flush = (): Promise<void> => {
    const flushed = last.then(write);
    last = flushed.catch(() => {});
    return flushed;
  };
  const flushQuietly = (): Promise<void> =>
    flush().catch((err: unknown) =>
      logger.warn({ err, component: 'partner-usage' }, 'Some use of the partner API was not counted.'),
    );
  return {
    count: (partnerId, what) => {
      const sum = counted.get(partnerId) ?? { calls: 0, refused: 0, at: clock.now() };
      sum[what] += 1;
      sum.at = clock.now();
      counted.set(partnerId, sum);
    },
    flush,
    start: () => {
      timer = setInterval(() => void flushQuietly(), everyMs);
    },
    stop: async () => {
      clearInterval(timer);
      await flushQuietly();
    },
  };
}

/** How a partner uses what it was given. */
export interface UsageView {
  /** The last 30 days with any use, newest first. */
  days: { day: string; calls: number; refused: number }[];
  lastCallAt: string | null;
  referrals: { inbound: number; outbound: number; waitingForPartner: number; waitingForAteneu: number };
  /** Its place in the stream; null where it has no account, or the broker does not answer. */
  broker: { waiting: number; unconfirmed: number } | null;
}

const selectUsage = `
  select to_char(day, 'YYYY-MM-DD') as day, calls, refused, ${isoTimestamp('last_call_at')} as "lastCallAt"
  from partner_usage where partner_id = $1 order by day desc limit 30`;

const countReferrals = `
  select count(*) filter (where direction = 'inbound')::int as inbound,
    count(*) filter (where direction = 'outbound' and sent_at is not null)::int as outbound,
    count(*) filter (where direction = 'outbound' and status in ('sent', 'received'))::int as "waitingForPartner",
    count(*) filter (where direction = 'inbound' and status in ('sent', 'received'))::int as "waitingForAteneu"
  from referral where partner_id = $1`;

/** What a partner does with its key and its account, and how its referrals stand. */
export async function readUsage(
  { database, broker }: { database: Pick<Database, 'pool'>; broker: Broker },
  { id, accountKey }: { id: string; accountKey: string | null },
): Promise<UsageView> {
  const [days, referrals, place] = await Promise.all([
    database.pool.query<UsageView['days'][number] & { lastCallAt: string }>(selectUsage, [id]),
    database.pool.query<UsageView['referrals']>(countReferrals, [id]),
    accountKey === null ? null : placeOf(broker, accountKey),
  ]);
  const [counts] = referrals.rows;
  return {
    days: days.rows.map(({ day, calls, refused }) => ({ day, calls, refused })),
    lastCallAt: days.rows[0]?.lastCallAt ?? null,
    referrals: counts ?? { inbound: 0, outbound: 0, waitingForPartner: 0, waitingForAteneu: 0 },
    broker: place,
  };
}

/** What the broker cannot tell now is no reason to show nothing of the rest. */
async function placeOf(broker: Broker, accountKey: string): Promise<UsageView['broker']> {
  try {
    const info = await broker.manager.consumers.info('REFERRALS', accountKey);
    return { waiting: info.num_pending, unconfirmed: info.num_ack_pending };
  } catch {
    return null;
  }
}
