import { deliveryFailed, deliverySent } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import type { Delivery } from './delivery.ts';

const common = (delivery: Delivery) => ({
  deliveryId: delivery.id,
  kind: delivery.kind,
  channel: delivery.channel,
  causedBy: delivery.eventId,
  attempts: Math.max(1, delivery.attempts),
  personal: { recipient: delivery.recipient },
});

/** The other side took the message. */
export function sentPublication(delivery: Delivery, occurredAt: Date): Publication {
  return publication(deliverySent, {
    aggregateId: delivery.id,
    sequence: delivery.version,
    data: common(delivery),
    occurredAt,
  });
}

/** The message will not be delivered. `permanent` says that the address itself was refused. */
export function failedPublication(
  delivery: Delivery,
  why: { permanent: boolean; reason: string },
  occurredAt: Date,
): Publication {
  return publication(deliveryFailed, {
    aggregateId: delivery.id,
    sequence: delivery.version,
    data: { ...common(delivery), ...why },
    occurredAt,
  });
}
