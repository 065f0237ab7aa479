import type { JsMsg } from '@nats-io/jetstream';

import type { Broker } from '@ateneu/messaging';

import { type ServiceName, serviceNames } from '../../settings.ts';
import type { World } from '../rig/world.ts';
import type { Evidence, OutboxRow, SeenByPartner } from './evidence.ts';

/** Reads everything that the checker goes by: from the databases, the broker, the mailbox and the partner's own log. */
export async function gatherEvidence(world: World, seenByPartner: readonly SeenByPartner[]): Promise<Evidence> {
  const { databases, admin, mailbox } = world;
  return {
    sessions: await databases.query(
      'training',
      `select id, status, capacity, confirmed_count as confirmed, waiting_count as waiting from session`,
    ),
    enrolments: await databases.query(
      'training',
      `select id, session_id as "sessionId", email_normalised as email, status, arrival from enrolment`,
    ),
    referrals: await databases.query(
      'accompaniment',
      `select id, partner_reference as reference, status from referral`,
    ),
    initiatives: await databases.query('directory', `select id, status from initiative`),
    outbox: (await Promise.all(serviceNames.map((service) => outboxOf(world, service)))).flat(),
    inbox: (await Promise.all(serviceNames.map((service) => inboxOf(world, service)))).flat(),
    subscriptions: await subscriptionsOf(admin),
    stream: [...(await messagesOf(admin, 'EVENTS')), ...(await messagesOf(admin, 'REFERRALS'))].map(toStreamed),
    deliveries: await databases.query(
      'notifications',
      `select id, event_id as "eventId", kind, recipient, status, message_id as "messageId" from delivery`,
    ),
    mails: mailbox.find({}).map((message) => message.headers['message-id'] ?? ''),
    deadLetters: (await messagesOf(admin, 'DEAD_LETTERS')).map(({ subject, body, reason }) => ({
      service: subject.split('.')[1] ?? '',
      reason,
      body,
    })),
    seenByPartner,
  };
}

async function outboxOf({ databases }: World, service: ServiceName): Promise<OutboxRow[]> {
  const rows = await databases.query<Record<string, unknown> & Omit<OutboxRow, 'service' | 'sessionId'>>(
    service,
    `select id::int, event_id::text as "eventId", type, aggregate_id as "aggregateId",
            aggregate_version::int as sequence, subject, published_at is not null as published,
            payload::jsonb #>> '{data,sessionId}' as session, payload::jsonb #> '{data,personal}' is not null as "namesPerson"
     from outbox order by id`,
  );
  return rows.map(({ session, ...row }) => ({
    ...row,
    service,
    sessionId: typeof session === 'string' ? session : undefined,
  }));
}

async function inboxOf({ databases }: World, service: ServiceName): Promise<Evidence['inbox'][number][]> {
  const rows = await databases.query<{ consumer: string; eventId: string }>(
    service,
    `select consumer, event_id::text as "eventId" from inbox`,
  );
  return rows.map(({ consumer, eventId }) => ({ service, reaction: consumer, eventId }));
}

async function subscriptionsOf({ manager }: Broker): Promise<Evidence['subscriptions']> {
  const subscriptions = new Map<ServiceName, readonly string[]>();
  const durables = new Map<string, string[]>();
  for (const stream of ['EVENTS', 'REFERRALS']) {
    for await (const { name, config } of manager.consumers.list(stream)) {
      durables.set(name, [...(durables.get(name) ?? []), ...(config.filter_subjects ?? [config.filter_subject ?? ''])]);
    }
  }
  for (const service of serviceNames) subscriptions.set(service, durables.get(service) ?? []);
  return subscriptions;
}

interface StoredMessage {
  readonly stream: string;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
}

/** Every message of a stream, in order. */
export async function messagesOf({ jetstream }: Broker, stream: string): Promise<StoredMessage[]> {
  const consumer = await jetstream.consumers.get(stream);
  const { num_pending: pending } = await consumer.info();
  const found: StoredMessage[] = [];
  if (pending === 0) return found;
  const messages = await consumer.consume({ max_messages: 500 });
  for await (const message of messages) {
    found.push(toStored(stream, message));
    if (found.length >= pending) break;
  }
  return found;
}

function toStored(stream: string, message: JsMsg): StoredMessage {
  return {
    stream,
    subject: message.subject,
    body: message.string(),
    reason: message.headers?.get('Ateneu-Reason') ?? '',
  };
}

function toStreamed({ stream, subject, body }: StoredMessage): Evidence['stream'][number] {
  return { stream, subject, body, event: readEvent(body) };
}

function readEvent(body: string): Evidence['stream'][number]['event'] {
  try {
    const { id, subject, sequence } = JSON.parse(body) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof subject !== 'string' || typeof sequence !== 'number') return undefined;
    return { id, aggregateId: subject, sequence };
  } catch {
    return undefined;
  }
}
