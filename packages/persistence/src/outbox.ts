import type { EntityManager } from '@mikro-orm/postgresql';

import { runSql } from './sql.ts';

/** An event on its way out: a row of the outbox before it is written. */
export interface OutboxMessage {
  /** UUID of the event; also its `Nats-Msg-Id`. */
  eventId: string;
  /** CloudEvents type. */
  type: string;
  aggregateId: string;
  /** The aggregate's version after the event; orders the events of one aggregate. */
  sequence: number;
  /** The broker subject it is published on. */
  subject: string;
  /** The whole CloudEvent. */
  payload: object;
}

/** Named, because it leaves together with the commit. */
export const insertMessages = `
  insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload)
  select event_id, type, aggregate_id, aggregate_version, subject, payload
  from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[])
    with ordinality as message (event_id, type, aggregate_id, aggregate_version, subject, payload, place)
  order by place`;

/** Writes the messages in their order, in one statement. `xid` and `created_at` are the database's own. */
export async function insertOutboxMessages(em: EntityManager, messages: readonly OutboxMessage[]): Promise<void> {
  await runSql(em, insertMessages, [
    messages.map((message) => message.eventId),
    messages.map((message) => message.type),
    messages.map((message) => message.aggregateId),
    messages.map((message) => message.sequence),
    messages.map((message) => message.subject),
    messages.map((message) => JSON.stringify(message.payload)),
  ]);
}
