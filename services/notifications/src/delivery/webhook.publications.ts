import { deliveryFailed, webhookEndpointDisabled } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import type { DueMessage, HeldEndpoint } from './webhook.store.ts';

/** A webhook did not arrive in all its attempts. */
export function webhookFailedPublication(
  failed: { endpoint: HeldEndpoint; message: DueMessage; attempts: number; reason: string },
  occurredAt: Date,
): Publication {
  const { endpoint, message, attempts, reason } = failed;
  return publication(deliveryFailed, {
    aggregateId: message.id,
    sequence: attempts,
    data: {
      deliveryId: message.id,
      kind: 'partner-webhook',
      channel: 'webhook',
      causedBy: message.eventId,
      attempts,
      permanent: false,
      reason,
      personal: { recipient: endpoint.url },
    },
    occurredAt,
  });
}

/** An endpoint is sent nothing more; the partner is told where it is written to. */
export async function endpointDisabledPublication(
  tx: Transaction,
  disabled: {
    endpoint: HeldEndpoint;
    version: number;
    waiting: number;
    failingSince: string;
    reason: 'gone' | 'failing';
  },
  occurredAt: Date,
): Promise<Publication> {
  const { endpoint, version, waiting, failingSince, reason } = disabled;
  const [partner] = await tx.query<{ name: string; email: string; language: string }>(
    `select name, email, language from partner where id = $1`,
    [endpoint.partnerId],
  );
  if (partner === undefined) throw new Error(`Endpoint ${endpoint.id} has no partner.`);
  return publication(webhookEndpointDisabled, {
    aggregateId: endpoint.id,
    sequence: version,
    data: {
      endpointId: endpoint.id,
      partnerId: endpoint.partnerId,
      reason,
      failingSince,
      waiting,
      personal: { ...partner, url: endpoint.url },
    },
    occurredAt,
  });
}
