import { deliveryFailed } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';
import { emailKey } from '@ateneu/service-kit';

/**
 * Marks the enrolments of an address that refuses our messages, so that staff call instead. An enrolment that came after
 * the failure is not marked by it, and an older failure never hides a newer one.
 */
export const onDeliveryFailed: Subscription = subscription(deliveryFailed, {
  name: 'mark-bouncing-address',
  handle: async ({ data, time }, tx) => {
    // A server that was away, or a full mailbox, says nothing of the address.
    if (!data.permanent || data.channel !== 'email') return;
    await tx.query(
      `update enrolment set email_bounced_at = $2
       where email_normalised = $1 and enrolled_at <= $2 and (email_bounced_at is null or email_bounced_at < $2)`,
      [emailKey(data.personal.recipient), time],
    );
  },
});
