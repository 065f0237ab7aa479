import { type DataOf, deliveryBounced, deliveryFailed } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

/** What the mail server refused at once, and what it took and sent back: staff call instead. */
export const onUndeliverable: readonly Subscription[] = [
  subscription(deliveryFailed, { name: 'mark-bouncing-address', handle: ({ data, time }, tx) => mark(tx, data, time) }),
  subscription(deliveryBounced, { name: 'mark-bounced-address', handle: ({ data, time }, tx) => mark(tx, data, time) }),
];

/**
 * Marks the enrolments of an address that takes no messages. An enrolment that came after the failure is not marked by
 * it, and an older failure never hides a newer one.
 */
async function mark(
  tx: Transaction,
  data: DataOf<typeof deliveryFailed> | DataOf<typeof deliveryBounced>,
  time: string,
): Promise<void> {
  // A server that was away, or a full mailbox, says nothing of the address.
  if (!data.permanent || data.channel !== 'email') return;
  await tx.query(
    `update enrolment set email_bounced_at = $2
     where email_normalised = $1 and enrolled_at <= $2 and (email_bounced_at is null or email_bounced_at < $2)`,
    [emailKey(data.personal.recipient), time],
  );
}
