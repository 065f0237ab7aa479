import type { EventContract, EventOf } from '@ateneu/events';
import type { Transaction } from '@ateneu/persistence';

const wants = `(endpoint.event_types is null or event.type = any (endpoint.event_types))`;

/** Keeps an event, with a message for each endpoint that wants it. Returns the endpoints that have something to do. */
export async function messagesForEvent(
  tx: Transaction,
  { accountKey, event }: { accountKey: string; event: EventOf<EventContract> },
): Promise<string[]> {
  const [kept] = await tx.query<{ position: string }>(
    `insert into webhook_event (event_id, account_key, type, subject, payload, occurred_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (event_id) do nothing returning position`,
    [event.id, accountKey, event.type, event.subject, JSON.stringify(event), event.time],
  );
  if (kept === undefined) return [];
  const written = await tx.query<{ id: string }>(
    `insert into webhook_message (id, endpoint_id, position, subject)
     select uuidv7(), endpoint.id, event.position, event.subject
     from webhook_event as event
     join partner on partner.account_key = event.account_key
     join webhook_endpoint as endpoint on endpoint.partner_id = partner.id
     where event.position = $1 and ${wants}
     order by endpoint.id
     returning endpoint_id as id`,
    [kept.position],
  );
  return written.map((row) => row.id);
}

/**
 * Writes the messages of a partner's events that came before its account was known here. Returns its endpoints that have
 * anything waiting.
 */
export async function messagesForKnownEvents(tx: Transaction, partnerId: string): Promise<string[]> {
  await tx.query(
    `insert into webhook_message (id, endpoint_id, position, subject)
     select uuidv7(), endpoint.id, event.position, event.subject
     from partner
     join webhook_endpoint as endpoint on endpoint.partner_id = partner.id
     join webhook_event as event on event.account_key = partner.account_key
     where partner.id = $1 and event.received_at >= endpoint.created_at and ${wants}
     on conflict (endpoint_id, position) do nothing`,
    [partnerId],
  );
  const waiting = await tx.query<{ id: string }>(
    `select endpoint.id from webhook_endpoint as endpoint
     where endpoint.partner_id = $1
       and exists (select from webhook_message where endpoint_id = endpoint.id and status = 'pending')
     order by endpoint.id`,
    [partnerId],
  );
  return waiting.map((row) => row.id);
}

/** Which events of a window are sent again. */
export interface Window {
  /** ISO 8601, by when the events happened; `from` is included, `until` is not. */
  from: string;
  until: string;
  /** `undelivered`: those that never arrived; `all`: those that did too. */
  only: 'undelivered' | 'all';
}

/** Has a window of a partner's events sent to one of its endpoints. Returns how many messages wait because of it. */
export async function reopenWindow(tx: Transaction, endpointId: string, window: Window): Promise<number> {
  const reopened = await tx.query(
    `insert into webhook_message as message (id, endpoint_id, position, subject)
     select uuidv7(), endpoint.id, event.position, event.subject
     from webhook_endpoint as endpoint
     join partner on partner.id = endpoint.partner_id
     join webhook_event as event on event.account_key = partner.account_key
     where endpoint.id = $1 and event.occurred_at >= $2 and event.occurred_at < $3 and ${wants}
     on conflict (endpoint_id, position) do update set status = 'pending', attempts = 0, due_at = now()
       where message.status = 'failed' or (message.status = 'delivered' and $4)
     returning id`,
    [endpointId, window.from, window.until, window.only === 'all'],
  );
  return reopened.length;
}

/** Has one message sent again. Says no where the endpoint has no such message. */
export async function reopenMessage(tx: Transaction, endpointId: string, messageId: string): Promise<boolean> {
  const reopened = await tx.query(
    `update webhook_message set
       attempts = case when status = 'pending' then attempts else 0 end, status = 'pending', due_at = now()
     where endpoint_id = $1 and id = $2 returning id`,
    [endpointId, messageId],
  );
  return reopened.length > 0;
}
