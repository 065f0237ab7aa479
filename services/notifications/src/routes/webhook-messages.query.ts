import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import { webhookMessageNotFound } from '../delivery/webhook.errors.ts';
import type { WebhookStatus } from '../delivery/webhook.ts';

/** A message to an endpoint, without what it says. */
export interface WebhookMessageSummary {
  id: string;
  eventId: string;
  type: string;
  subject: string;
  status: WebhookStatus;
  attempts: number;
  occurredAt: string;
  dueAt: string | null;
  deliveredAt: string | null;
}

/** One attempt, as it was. */
export interface WebhookAttemptRecord {
  at: string;
  durationMs: number;
  request: { url: string; headers: Record<string, string> };
  response: { status: number; headers: Record<string, string>; body: string; truncated: boolean } | null;
  error: string | null;
}

const columns = `message.id, event.event_id as "eventId", event.type, message.subject, message.status, message.attempts,
  ${isoTimestamp('event.occurred_at')} as "occurredAt", ${isoTimestamp('message.delivered_at')} as "deliveredAt",
  case when message.status = 'pending' then ${isoTimestamp('message.due_at')} end as "dueAt"`;

/** A page of an endpoint's messages, latest first. */
export async function listWebhookMessages(
  database: Database,
  endpointId: string,
  filter: { status?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: WebhookMessageSummary[]; next: string | null }> {
  const before = filter.cursor === undefined ? null : decodeCursor(filter.cursor, ['integer'])[0];
  const { rows } = await database.pool.query<WebhookMessageSummary & { position: string }>({
    name: 'webhook-list-messages',
    text: `select ${columns}, message.position
      from webhook_message as message join webhook_event as event using (position)
      where message.endpoint_id = $1 and ($2::text is null or message.status = $2)
        and ($3::bigint is null or message.position < $3)
      order by message.position desc limit $4`,
    values: [endpointId, filter.status ?? null, before, filter.limit + 1],
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  const next = rows.length > filter.limit && last !== undefined ? encodeCursor([Number(last.position)]) : null;
  return { items: items.map(({ position: _position, ...item }) => item), next };
}

/** One message with what it says and every attempt. @throws DomainError `notifications.webhook-message.not-found` */
export async function readWebhookMessage(
  database: Database,
  endpointId: string,
  id: string,
): Promise<WebhookMessageSummary & { payload: string; log: WebhookAttemptRecord[] }> {
  const { rows } = await database.pool.query<WebhookMessageSummary & { payload: string }>({
    name: 'webhook-read-message',
    text: `select ${columns}, event.payload
      from webhook_message as message join webhook_event as event using (position)
      where message.endpoint_id = $1 and message.id = $2`,
    values: [endpointId, id],
  });
  const [message] = rows;
  if (message === undefined) throw webhookMessageNotFound();
  const { rows: log } = await database.pool.query<WebhookAttemptRecord>({
    name: 'webhook-read-attempts',
    text: `select ${isoTimestamp('at')} as at, duration_ms as "durationMs", request, response, error
      from webhook_attempt where message_id = $1 order by id`,
    values: [id],
  });
  return { ...message, log };
}
