import { initiativeSnapshot } from '@ateneu/events';
import { newId, runInContext } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact } from '@ateneu/persistence';

import { InitiativeEntity, publicFacts, toState } from './features/initiative/index.ts';

const batchSize = 500;

/**
 * Puts the present state of every published initiative into the outbox, for a consumer that has not heard of them: the
 * service's relay publishes it from there. Nothing else changes, so that it can be done at any time, and again.
 *
 * @returns how many there are
 */
export async function republish(database: Database, now: Date): Promise<number> {
  const actor = { kind: 'system', id: 'republish' } as const;
  return runInContext({ correlationId: newId(), actor }, async () => {
    let count = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const last = await transact(database, async (tx) => {
        const rows = await tx.em.find(
          InitiativeEntity,
          { status: 'published', id: { $gt: after } },
          { orderBy: { id: 'asc' }, limit: batchSize },
        );
        for (const row of rows) {
          const state = toState(row);
          if (state.status !== 'published') continue;
          const data = { ...publicFacts(state), publishedAt: state.publishedAt.toISOString() };
          const meta = { aggregateId: row.id, sequence: row.version, occurredAt: now };
          publishAll(tx, [publication(initiativeSnapshot, { ...meta, data })]);
        }
        count += rows.length;
        return rows.at(-1)?.id;
      });
      if (last === undefined) return count;
      after = last;
    }
  });
}
