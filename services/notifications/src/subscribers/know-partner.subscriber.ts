import { partnerUpdated } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';

import { messagesForKnownEvents } from '../delivery/webhook-events.store.ts';
import type { WebhookQueue } from '../delivery/webhook.queue.ts';

/** Keeps partners as they were last told of: who they are, whether they may, and the hashes of their API keys. */
export function knowPartner(queue: Pick<WebhookQueue, 'enqueue'>): Subscription {
  return subscription(partnerUpdated, {
    name: 'know-partner',
    handle: async ({ data, sequence }, tx) => {
      const { partnerId: id, name, standing, accountKey = null, apiKeys, personal } = data;
      const newer = await tx.query(
        `insert into partner (id, sequence, name, standing, account_key, email, language)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set sequence = $2, name = $3, standing = $4, account_key = $5, email = $6,
           language = $7, updated_at = now()
         where partner.sequence < $2 returning id`,
        [id, sequence, name, standing, accountKey, personal.email, personal.language],
      );
      if (newer.length === 0) return;
      await tx.query(`delete from partner_api_key where partner_id = $1`, [id]);
      await tx.query(
        `insert into partner_api_key (partner_id, sha256, valid_until)
         select $1, sha256, valid_until from unnest($2::text[], $3::timestamptz[]) as key (sha256, valid_until)`,
        [id, apiKeys.map((key) => key.sha256.toLowerCase()), apiKeys.map((key) => key.validUntil ?? null)],
      );
      // An event can overtake the news of the account it is for; and what waited out a suspension goes out now.
      await queue.enqueue(tx, await messagesForKnownEvents(tx, id));
    },
  });
}
