import type { Database, Transaction } from '@ateneu/persistence';

import { deliveryNotFound, deliveryUnderWay } from './delivery.errors.ts';
import { type Delivery, type DeliveryStatus, type NewDelivery, settledStatuses } from './delivery.ts';

/** The ORM has the driver hand out instants as PostgreSQL writes them; these are ISO 8601. */
const instant = (column: string, name: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

/** What the log shows of a row, as the code names it. */
export const summaryColumns = `
  id, version, kind, channel, event_id as "eventId", event_type as "eventType",
  recipient, recipient_name as "recipientName", language, subject, status, attempts, last_error as "lastError",
  ${instant('created_at', 'createdAt')}, ${instant('updated_at', 'updatedAt')}, ${instant('sent_at', 'sentAt')},
  ${instant('bounced_at', 'bouncedAt')}, ${instant('complained_at', 'complainedAt')}`;

/** The whole row. Every statement below returns these columns. */
const deliveryColumns = `${summaryColumns}, topic, unsubscribe_url as "unsubscribeUrl", handover, correlation_id as "correlationId", text, html,
  provider_response as "providerResponse", message_id as "messageId"`;

/** Adds a delivery; says no where the event already gave rise to this message for this person. */
export async function insertDelivery(tx: Transaction, delivery: NewDelivery): Promise<boolean> {
  const inserted = await tx.query(
    `insert into delivery (id, kind, channel, event_id, event_type, correlation_id, recipient, recipient_name, language,
       subject, text, html, message_id, topic, unsubscribe_url, own_link_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (event_id, kind, recipient, channel) do nothing returning id`,
    [
      delivery.id,
      delivery.kind,
      delivery.channel,
      delivery.eventId,
      delivery.eventType,
      delivery.correlationId,
      delivery.recipient,
      delivery.recipientName,
      delivery.language,
      delivery.subject,
      delivery.text,
      delivery.html,
      delivery.messageId,
      delivery.topic,
      delivery.unsubscribeUrl,
      delivery.ownLinkHash,
    ],
  );
  return inserted.length > 0;
}

/** The delivery, locked until the transaction ends. @throws DomainError `notifications.delivery.not-found` */
export async function lockDelivery(tx: Transaction, id: string): Promise<Delivery> {
  const [row] = await tx.query<Delivery>(`select ${deliveryColumns} from delivery where id = $1 for update`, [id]);
  if (row === undefined) throw deliveryNotFound();
  return row;
}

/** What a step changes; what it does not name stays. */
export interface Change {
  status: DeliveryStatus;
  /** The attempt begins now. */
  countAttempt?: boolean;
  lastError?: string;
  providerResponse?: string;
  sentNow?: boolean;
}

/** Changes a delivery that the transaction holds. */
export async function changeDelivery(tx: Transaction, id: string, change: Change): Promise<Delivery> {
  const [row] = await tx.query<Delivery>(
    `update delivery set
       status = $2,
       version = version + 1,
       attempts = attempts + case when $3 then 1 else 0 end,
       last_error = coalesce($4, last_error),
       provider_response = coalesce($5, provider_response),
       sent_at = case when $6 then now() else sent_at end,
       handover = case when $2 = 'sending' then 'waiting' end,
       updated_at = now()
     where id = $1 returning ${deliveryColumns}`,
    [
      id,
      change.status,
      change.countAttempt === true,
      change.lastError ?? null,
      change.providerResponse ?? null,
      change.sentNow === true,
    ],
  );
  if (row === undefined) throw deliveryNotFound();
  return row;
}

/**
 * Makes a settled delivery wait to be sent once more.
 *
 * @throws DomainError `notifications.delivery.not-found` or `.under-way`
 */
export async function reopenDelivery(tx: Transaction, id: string): Promise<Delivery> {
  const { status } = await lockDelivery(tx, id);
  if (!settledStatuses.includes(status)) throw deliveryUnderWay({ status });
  return changeDelivery(tx, id, { status: 'pending' });
}

/** One delivery, whole. @throws DomainError `notifications.delivery.not-found` */
export async function readDelivery(database: Database, id: string): Promise<Delivery> {
  const { rows } = await database.pool.query<Delivery>({
    name: 'read-delivery',
    text: `select ${deliveryColumns} from delivery where id = $1`,
    values: [id],
  });
  const [row] = rows;
  if (row === undefined) throw deliveryNotFound();
  return row;
}

/** Puts on record that the text of an attempt is about to leave. Says no where the attempt is no longer the one in progress. */
export async function beginHandover(database: Database, id: string, attempts: number): Promise<boolean> {
  const { rowCount } = await database.pool.query({
    name: 'begin-handover',
    text: `update delivery set handover = 'begun' where id = $1 and attempts = $2 and status = 'sending'`,
    values: [id, attempts],
  });
  return rowCount === 1;
}
