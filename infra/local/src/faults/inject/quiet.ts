import { setTimeout as delay } from 'node:timers/promises';

import { serviceNames } from '../../settings.ts';
import type { World } from '../rig/world.ts';

/** What has not come to rest, in words; nothing when everything has. */
export async function unrest(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const service of serviceNames) {
    const [row] = await world.databases.query<{ count: number }>(
      service,
      'select count(*)::int as count from outbox where published_at is null',
    );
    if ((row?.count ?? 0) > 0) found.push(`${row?.count} events in the outbox of ${service}`);
  }
  const [waiting] = await world.databases.query<{ count: number }>(
    'notifications',
    `select count(*)::int as count from delivery where status in ('pending', 'sending')`,
  );
  if ((waiting?.count ?? 0) > 0) found.push(`${waiting?.count} messages to be sent`);
  for (const stream of ['EVENTS', 'REFERRALS']) {
    for await (const consumer of world.admin.manager.consumers.list(stream)) {
      // Readers of our own come and go under names of the client's making.
      if (consumer.config.durable_name === undefined) continue;
      const { num_pending: pending, num_ack_pending: unacknowledged } = consumer;
      if (pending + unacknowledged === 0) continue;
      found.push(`${pending} events before ${consumer.name}, ${unacknowledged} in its hands`);
    }
  }
  return found;
}

/**
 * Waits until outboxes are empty, consumers idle and messages sent, twice in a row.
 *
 * @returns what was still moving when the time was over; nothing when all is at rest
 */
export async function untilQuiet(world: World, patienceMs: number): Promise<string[]> {
  const until = Date.now() + patienceMs;
  let last: string[] = ['nothing was heard'];
  for (let calm = 0; calm < 2; await delay(300)) {
    try {
      last = (await world.allReady()) ? await unrest(world) : ['a service is not ready'];
    } catch (error) {
      last = [String(error)];
    }
    calm = last.length === 0 ? calm + 1 : 0;
    if (Date.now() > until && calm === 0) return last;
  }
  return [];
}
