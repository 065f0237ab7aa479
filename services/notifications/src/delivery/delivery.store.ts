import { type Database, isoTimestamp, type Transaction } from '@ateneu/persistence';

import { deliveryNotFound, deliveryUnderWay } from './delivery.errors.ts';
import { type Delivery, type DeliveryStatus, type NewDelivery, settledStatuses } from './delivery.ts';

/** The ORM has the driver hand out instants as PostgreSQL writes them; these are ISO 8601. */
const instant = (column: string, name: string): string => `${isoTimestamp(column)} as "${name}"`;

/** What the log shows of a row, as the code names it. */
export const summaryColumns = `
  id, version, kind, channel, event_id as "eventId", event_type as "eventType",
  recipient, recipient_name as "recipientName", language, subject, status, attempts, last_error as "lastError",
  ${instant('created_at', 'createdAt')}, ${instant('updated_at', 'updatedAt')}, ${instant('sent_at', 'sentAt')},
  ${instant('bounced_at', 'bouncedAt')}, ${instant('complained_at', 'complainedAt')}`;

/** The whole row. Every statement below returns these columns. */
const deliveryColumns = `${summaryColumns}, topic, unsubscribe_url as "unsubscribeUrl", handover, correlation_id as "correlationId", text, html,
  provider_response as "providerResponse", message_id as "messageId"`;

/** Adds deliveries; leaves out those whose event already gave rise to this message for this person. Returns the ids added. */
export async function insertDeliveries(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<Set<string>> {
  const column = <Field extends keyof NewDelivery>(field: Field): NewDelivery[Field][] =>
    deliveries.map((delivery) => delivery[field]);
  const inserted = await tx.query<{ id: string }>(
    `insert into delivery (id, kind, channel, event_id, event_type, correlation_id, recipient, recipient_name, language,
       subject, text, html, message_id, topic, unsubscribe_url, own_link_hash)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[])
     on conflict (event_id, kind, recipient, channel) do nothing returning id`,
    [
      column('id'),
      column('kind'),
      column('channel'),
      column('eventId'),
      column('eventType'),
      column('correlationId'),
      column('recipient'),
      column('recipientName'),
      column('language'),
      column('subject'),
      column('text'),
      column('html'),
      column('messageId'),
      column('topic'),
      column('unsubscribeUrl'),
      column('ownLinkHash'),
    ],
  );
  return new Set(inserted.map(({ id }) => id));
}

/** Adds a delivery; says no where the event already gave rise to this message for this person. */
export async function insertDelivery(tx: Transaction, delivery: NewDelivery): Promise<boolean> {
  return (await insertDeliveries(tx, [delivery])).size > 0;
}

/** The delivery, locked until the transaction ends. @throws DomainError `notifications.delivery.not-found` */
export async function lockDelivery(tx: Transaction, id: string): Promise<Delivery> {
  const delivery = (await lockDeliveries(tx, [id])).get(id);
  if (delivery === undefined) throw deliveryNotFound();
  return delivery;
}

/** Deliveries by their ids, locked until the transaction ends; those that are not there are left out. */
export async function lockDeliveries(tx: Transaction, ids: readonly string[]): Promise<Map<string, Delivery>> {
  // In the order of the ids, so that two transactions cannot wait for each other.
  const rows = await tx.query<Delivery>(
    `select ${deliveryColumns} from delivery where id = any ($1::uuid[]) order by id for update`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a step changes; what it does not name stays. */
export interface Change {
  status: DeliveryStatus;
  lastError?: string;
}

/** Changes a delivery that the transaction holds. */
export async function changeDelivery(tx: Transaction, id: string, change: Change): Promise<Delivery> {
  const [row] = await tx.query<Delivery>(
    `update delivery set status = $2, version = version + 1, last_error = coalesce($3, last_error), handover = null,
       updated_at = now()
     where id = $1 returning ${deliveryColumns}`,
    [id, change.status, change.lastError ?? null],
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

/** An attempt, and whose it is. */
export interface Handover {
  id: string;
  /** How many attempts there were when it began, this one included. */
  attempts: number;
}

/**
 * Puts on record that the texts of these attempts are about to leave. Says no of each that is no longer the one in
 * progress.
 */
export async function beginHandovers(database: Database, handovers: readonly Handover[]): Promise<boolean[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'begin-handovers',
    text: `update delivery set handover = 'begun'
      from unnest($1::uuid[], $2::int[]) as beginning (id, attempts)
      where delivery.id = beginning.id and delivery.attempts = beginning.attempts and status = 'sending'
      returning delivery.id`,
    values: [handovers.map(({ id }) => id), handovers.map(({ attempts }) => attempts)],
  });
  const begun = new Set(rows.map(({ id }) => id));
  return handovers.map(({ id }) => begun.has(id));
}

/** The attempts of these begin now. The transaction holds them. */
export async function beginAttempts(tx: Transaction, ids: readonly string[]): Promise<Delivery[]> {
  return tx.query<Delivery>(
    `update delivery set status = 'sending', version = version + 1, attempts = attempts + 1, handover = 'waiting',
       updated_at = now()
     where id = any ($1::uuid[]) returning ${deliveryColumns}`,
    [ids],
  );
}

/** The other side took these, each with what it answered. The transaction holds them. */
export async function recordSent(
  tx: Transaction,
  sent: readonly { id: string; response: string }[],
): Promise<Map<string, Delivery>> {
  const rows = await tx.query<Delivery>(
    `with sent as (select * from unnest($1::uuid[], $2::text[]) as sent (sent_id, response))
     update delivery set status = 'sent', version = version + 1, provider_response = response, sent_at = now(),
       handover = null, updated_at = now()
     from sent where id = sent_id returning ${deliveryColumns}`,
    [sent.map(({ id }) => id), sent.map(({ response }) => response)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
