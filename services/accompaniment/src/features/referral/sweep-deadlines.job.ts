import { type Clock, newId, runInContext } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import { type DeadlinePolicy, duePoints, dueStep } from './referral-deadlines.ts';
import { decide } from './referral.decide.ts';
import type { ReferralStore } from './referral.store.ts';

const selectDue = `
  select id, sent_at::text as "sentAt" from referral
  where status in ('sent', 'received') and (sent_at <= $1 or (sent_at <= $2 and reminded_at is null))
    and ($3::timestamptz is null or (sent_at, id) > ($3, $4::uuid))
  order by sent_at, id limit 200`;

/** What the sweep works with. */
export interface SweepContext {
  database: Database;
  store: ReferralStore;
  clock: Clock;
  policy: DeadlinePolicy;
  logger: Logger;
}

/**
 * Reminds and expires what is due now. Each referral is decided anew under its lock, so that sweeps at the same moment,
 * in one process or in several, do each step once; one that fails is left for the next sweep and stops no other.
 */
export async function sweepDeadlines({ database, store, clock, policy, logger }: SweepContext): Promise<void> {
  const at = clock.now();
  const { reminder, expiry } = duePoints(policy, at);
  let place: [string | null, string | null] = [null, null];
  for (;;) {
    const { rows } = await database.pool.query<{ id: string; sentAt: string }>({
      name: 'referrals-due',
      text: selectDue,
      values: [expiry, reminder, ...place],
    });
    for (const { id } of rows) {
      await runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'referral-deadlines' } }, () =>
        store.update(id, (state) => {
          const type = dueStep(state, policy, at);
          return type === undefined ? [] : decide({ type, by: 'time', at }, state);
        }),
      ).catch((err: unknown) =>
        logger.error({ err, referral: id }, 'A referral’s deadline met an error; the next sweep tries again.'),
      );
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    place = [last.sentAt, last.id];
  }
}
