import { type Database, isoTimestamp, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import type { Delivery } from './delivery.ts';
import type { Topic } from './topics.ts';

/** How somebody came to want no more of a topic. */
export type OptOutVia = 'page' | 'one-click' | 'complaint' | 'staff';

/**
 * Why messages must not be sent, by their ids; those that may are not in it. What is essential is stopped by a dead
 * address alone.
 */
export async function reasonsNotToSend(
  tx: Transaction,
  deliveries: readonly Pick<Delivery, 'id' | 'recipient' | 'topic'>[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; reason: string | null; optedOut: boolean }>(
    `select * from (
       select id, (select reason from suppression where suppression.address = asked.address) as reason,
         exists (select from opt_out where opt_out.address = asked.address and opt_out.topic = asked.topic) as "optedOut"
       from unnest($1::uuid[], $2::text[], $3::text[]) as asked (id, address, topic)) as found
     where reason is not null or "optedOut"`,
    [
      deliveries.map(({ id }) => id),
      deliveries.map(({ recipient }) => emailKey(recipient)),
      deliveries.map(({ topic }) => topic),
    ],
  );
  return new Map(
    rows.flatMap(({ id, reason, optedOut }) => {
      if (reason === 'bounce') return [[id, 'The address is suppressed: an earlier message to it came back for good.']];
      if (reason === 'staff') return [[id, 'The address is suppressed by staff.']];
      return optedOut ? [[id, 'The person wants no messages of this topic.']] : [];
    }),
  );
}

/** Somebody wants no more of some topics. Asking twice changes nothing. */
export async function optOut(
  tx: Transaction,
  address: string,
  topics: readonly Topic[],
  via: OptOutVia,
): Promise<void> {
  await tx.query(
    `insert into opt_out (address, topic, via) select $1, topic, $3 from unnest($2::text[]) as topic
     on conflict do nothing`,
    [emailKey(address), topics, via],
  );
}

/** Somebody wants a topic again. */
export async function optIn(tx: Transaction, address: string, topic: Topic): Promise<void> {
  await tx.query(`delete from opt_out where address = $1 and topic = $2`, [emailKey(address), topic]);
}

/** An address that nothing is sent to. Instants are ISO 8601 in UTC. */
export interface Suppression {
  address: string;
  reason: 'bounce' | 'staff';
  detail: string;
  createdAt: string;
}

/** Sends nothing more to an address. Says no where that held already. */
export async function suppress(
  tx: Transaction,
  suppression: Pick<Suppression, 'address' | 'reason' | 'detail'> & { deliveryId?: string },
): Promise<boolean> {
  const { address, reason, detail, deliveryId = null } = suppression;
  const added = await tx.query(
    `insert into suppression (address, reason, detail, delivery_id) values ($1, $2, $3, $4)
     on conflict do nothing returning address`,
    [emailKey(address), reason, detail, deliveryId],
  );
  return added.length > 0;
}

/** Sends to the address again. Says no where nothing held it back. */
export async function liftSuppression(tx: Transaction, address: string): Promise<boolean> {
  const lifted = await tx.query(`delete from suppression where address = $1 returning address`, [emailKey(address)]);
  return lifted.length > 0;
}

/** Addresses that nothing is sent to, latest first; or one, where it is asked for. */
export async function listSuppressions(
  database: Database,
  filter: { address?: string | undefined; limit: number },
): Promise<Suppression[]> {
  const { rows } = await database.pool.query<Suppression>({
    name: 'list-suppressions',
    text: `select address, reason, detail,
        ${isoTimestamp('created_at')} as "createdAt"
      from suppression where $1::text is null or address = $1 order by created_at desc limit $2`,
    values: [filter.address === undefined ? null : emailKey(filter.address), filter.limit],
  });
  return rows;
}
