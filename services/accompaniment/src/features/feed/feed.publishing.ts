import { type Publication, publishAll } from '@ateneu/messaging';
import type { OutboxMessage, Transaction } from '@ateneu/persistence';

const insertEntry = `insert into partner_feed (partner_id, event_id, payload, occurred_at) values ($1, $2, $3, $4)`;

/**
 * Publishes, and puts the partner's copies into its feed as well: the very same CloudEvents, in the same transaction, so
 * that both ways tell a partner the same.
 */
export async function publishWithFeed(
  tx: Transaction,
  partnerId: string,
  publications: readonly Publication[],
): Promise<void> {
  const isCopy = ({ contract }: Publication): boolean => contract.audience === 'partner';
  publishAll(
    tx,
    publications.filter((item) => !isCopy(item)),
  );
  for (const copy of publications.filter(isCopy)) {
    const messages: OutboxMessage[] = [];
    const collecting: Transaction = {
      ...tx,
      outbox: (message) => {
        messages.push(message);
        tx.outbox(message);
      },
    };
    publishAll(collecting, [copy]);
    for (const { eventId, payload } of messages) {
      await tx.query(insertEntry, [partnerId, eventId, JSON.stringify(payload), copy.occurredAt]);
    }
  }
}
