import { defineError, newId } from '@ateneu/kernel';
import { DeliverPolicy, type JsMsg, type StoredMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';

import type { Broker } from './broker.ts';
import { replaySubjectOf, streams } from './topology.ts';

/** A message that a service could not handle, with why. */
export interface DeadLetter {
  /** Its place in the dead-letter stream. */
  sequence: number;
  /** The service that could not handle it. */
  service: string;
  /** `unreadable`, `schema`, `unexpected` or `failed`. */
  reason: string;
  detail: string;
  /** The subject it was first published on. */
  subject: string;
  /** How often it had been delivered. */
  deliveries: number;
  buriedAt: Date;
  /** The message as it was, as text. */
  body: string;
  /** Whether only its beginning was kept, because the whole would not fit beside the reason. */
  truncated: boolean;
}

/** No dead letter of this number, or not one of this service. */
export const deadLetterNotFound = defineError({
  code: 'kit.dead-letter.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha cap missatge mort amb aquest número.',
    es: 'No hay ningún mensaje muerto con este número.',
    en: 'There is no dead letter of this number.',
  },
});

/** Only the beginning of the message was kept. */
export const deadLetterTruncated = defineError({
  code: 'kit.dead-letter.truncated',
  kind: 'conflict',
  message: {
    ca: 'D’aquest missatge només se’n va guardar el principi, perquè era massa gran; no es pot tornar a tractar.',
    es: 'De este mensaje solo se guardó el principio, porque era demasiado grande; no se puede volver a tratar.',
    en: 'Only the beginning of this message was kept, because it was too large; it cannot be handled again.',
  },
});

/** The most of a message that is copied, in bytes: what the broker takes less room for the reason. */
const maxBodyBytes = 1024 * 1024 - 8 * 1024;
const keptOfTooLarge = 64 * 1024;

const header = {
  truncated: 'Ateneu-Truncated',
  reason: 'Ateneu-Reason',
  detail: 'Ateneu-Detail',
  subject: 'Ateneu-Subject',
  deliveries: 'Ateneu-Deliveries',
} as const;

/**
 * Copies a message to the dead letters, whole unless it nearly fills what the broker takes, and resolves when the copy is
 * stored. Burying it twice stores it once.
 */
export async function buryMessage(
  broker: Broker,
  service: string,
  message: JsMsg,
  why: { reason: string; detail: string },
): Promise<void> {
  const meta = headers();
  meta.set(header.reason, why.reason);
  meta.set(header.detail, oneLine(why.detail));
  meta.set(header.subject, firstSubjectOf(message, service));
  meta.set(header.deliveries, String(message.info.deliveryCount));
  const tooLarge = message.data.length > maxBodyBytes;
  // The whole stays in its own stream as long as that keeps it; the subject below ends in its number there.
  if (tooLarge) meta.set(header.truncated, String(message.data.length));
  const body = tooLarge ? message.data.subarray(0, keptOfTooLarge) : message.data;
  const { stream, streamSequence } = message.info;
  await broker.jetstream.publish(`dead.${service}.${streamSequence}`, body, {
    // The streams count each for itself: without its name, a letter would pass for another stream's repeat.
    msgID: `dead:${service}:${stream === streams.events ? '' : `${stream}:`}${streamSequence}`,
    headers: meta,
  });
}

/** The dead letters of one service, oldest first, at most `limit`, from `after` (exclusive) on. */
export async function listDeadLetters(
  broker: Broker,
  service: string,
  options: { after?: number; limit?: number } = {},
): Promise<DeadLetter[]> {
  const limit = options.limit ?? 50;
  const consumer = await broker.jetstream.consumers.get(streams.deadLetters, {
    filter_subjects: `dead.${service}.>`,
    ...(options.after === undefined
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: options.after + 1 }),
  });
  const letters: DeadLetter[] = [];
  try {
    const { num_pending: pending } = await consumer.info();
    const wanted = Math.min(limit, pending);
    if (wanted === 0) return letters;
    const messages = await consumer.fetch({ max_messages: wanted, expires: 5_000 });
    for await (const message of messages) {
      letters.push(toDeadLetter(message.subject, message.seq, message.headers, message.time, message.string()));
      if (letters.length === wanted) break;
    }
    return letters;
  } finally {
    // The broker would keep it for five minutes, and it keeps a thousand; where it is away it forgets by itself.
    await consumer.delete().catch(() => {});
  }
}

/** @throws DomainError `kit.dead-letter.not-found` */
export async function getDeadLetter(broker: Broker, service: string, sequence: number): Promise<DeadLetter> {
  const [letter] = await listDeadLetters(broker, service, { after: sequence - 1, limit: 1 });
  if (letter?.sequence !== sequence) throw deadLetterNotFound();
  return letter;
}

/**
 * Gives a dead letter's message to the service that buried it once more, and to no other: every service also consumes
 * its own replay subject. The dead letter itself stays until it is dropped.
 *
 * @throws DomainError `kit.dead-letter.not-found`, or `.truncated` where the whole was not kept
 */
export async function replayDeadLetter(broker: Broker, service: string, sequence: number): Promise<void> {
  const letter = await getDeadLetter(broker, service, sequence);
  if (letter.truncated) throw deadLetterTruncated();
  const meta = headers();
  meta.set(header.subject, letter.subject);
  // A new message id, or the broker would take it for the repeat of one it has; the event's own id does not change.
  await broker.jetstream.publish(replaySubjectOf(service), letter.body, { msgID: `replay:${newId()}`, headers: meta });
}

/** The subject a message was first published on, also where it was published again for its service alone. */
export function firstSubjectOf(message: Pick<JsMsg, 'subject' | 'headers'>, service: string): string {
  if (message.subject !== replaySubjectOf(service)) return message.subject;
  return message.headers?.get(header.subject) || message.subject;
}

/**
 * Removes a dead letter for good.
 *
 * @throws DomainError `kit.dead-letter.not-found`
 */
export async function dropDeadLetter(broker: Broker, service: string, sequence: number): Promise<void> {
  await getDeadLetter(broker, service, sequence);
  await broker.manager.streams.deleteMessage(streams.deadLetters, sequence, false);
}

function toDeadLetter(
  subject: string,
  sequence: number,
  meta: StoredMsg['header'] | undefined,
  time: Date,
  body: string,
): DeadLetter {
  return {
    sequence,
    service: subject.split('.')[1] ?? '',
    reason: meta?.get(header.reason) ?? '',
    detail: meta?.get(header.detail) ?? '',
    subject: meta?.get(header.subject) ?? '',
    deliveries: Number(meta?.get(header.deliveries) ?? 0),
    buriedAt: time,
    body,
    truncated: meta?.has(header.truncated) ?? false,
  };
}

/** Header values are one line; the rest of a long detail stays in the log. */
function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, 500);
}
