import { catalogue, type EventContract } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';

import { messagesForEvent } from '../delivery/webhook-events.store.ts';
import type { WebhookQueue } from '../delivery/webhook.queue.ts';

/** The events that partners are told of. */
export const partnerContracts: readonly EventContract[] = catalogue.filter(({ audience }) => audience === 'partner');

/**
 * Keeps a partner's copy of an event, and writes a message for each of its endpoints. Whose it is says the subject that
 * it was published on, which the broker lets nobody but the owner of partners write to.
 */
export function passOnReferralEvents(queue: Pick<WebhookQueue, 'enqueue'>): Subscription[] {
  return partnerContracts.map((contract) =>
    subscription(contract, {
      name: 'pass-on-webhook',
      handle: async (event, tx, { subject }) => {
        const accountKey = subject.split('.')[1];
        if (accountKey === undefined || subject !== contract.subjectFor(accountKey)) {
          throw new Error(`No partner’s subject: ${subject}`);
        }
        const woken = await messagesForEvent(tx, { accountKey, event });
        await queue.enqueue(tx, woken);
      },
    }),
  );
}
