import { setTimeout as delay } from 'node:timers/promises';

import { EventSchemaError } from '@ateneu/events';
import { runInContext } from '@ateneu/kernel';
import { type Database, isOutage, reachStep, transact } from '@ateneu/persistence';
import type { JsMsg } from '@nats-io/jetstream';
import type { Logger } from 'pino';

import type { Broker } from './broker.ts';
import { buryMessage, firstSubjectOf } from './dead-letters.ts';
import type { Delivery, Envelope } from './envelope.ts';
import type { MessagingObserver } from './observer.ts';
import type { Subscription } from './subscription.ts';
import { inProcessSpan, type TracedDelivery } from './tracing.ts';

/** What handling one delivery needs. */
export interface DeliveryOptions {
  service: string;
  subscriptions: readonly Subscription[];
  database: Database;
  broker: Broker;
  logger: Logger;
  observer: MessagingObserver;
  retryDelaysMs: readonly number[];
  stopping: AbortSignal;
}

/** An event of a kind the service does not subscribe to: its type is not what its subject says. */
class UnexpectedEvent extends Error {
  constructor(type: string) {
    super(`This service does not subscribe to ${type}.`);
  }
}

/** An event that another version of the service subscribes to: it waits for an instance of that version. */
class UnknownEvent extends Error {
  constructor(type: string) {
    super(`This version of the service does not know ${type}.`);
  }
}

/** However it failed: a message that brings the process down each time is never counted as failed. */
const mostDeliveries = 100;

/** How often each message failed in this process. Deliveries that an outage ended are no failures of the message. */
interface FailureCount {
  add(message: JsMsg): number;
  forget(message: JsMsg): void;
}

function createFailureCount(): FailureCount {
  const counts = new Map<number, number>();
  return {
    add: ({ seq }) => {
      const count = (counts.get(seq) ?? 0) + 1;
      counts.set(seq, count);
      return count;
    },
    forget: ({ seq }) => {
      counts.delete(seq);
    },
  };
}

/**
 * Makes the function that takes one delivery to its end: handled and acknowledged, put back with a delay, or copied to
 * the dead letters and terminated. It never rejects.
 */
export function createDeliveryHandler(options: DeliveryOptions): (delivery: Delivery) => Promise<void> {
  const { logger, observer } = options;
  const failures = createFailureCount();
  return async (delivery) => {
    const started = performance.now();
    const { envelope, message } = delivery;
    const type = envelope?.type ?? 'unreadable';
    const report = (outcome: 'handled' | 'repeat' | 'retried' | 'dead'): void =>
      observer.consumed(type, outcome, performance.now() - started);
    try {
      if (envelope === undefined) {
        await bury(options, message, 'unreadable', 'The message is not a CloudEvent in JSON.');
        report('dead');
        return;
      }
      reachStep('consumer: taken, before the transaction');
      const fresh = await inProcessSpan(spanOf(options, envelope, message), () =>
        handleOnce(options, envelope, delivery),
      );
      reachStep('consumer: committed, before the acknowledgement');
      // Awaiting the broker's own confirmation: an acknowledgement lost on the way would mean another delivery.
      await message.ackAck();
      reachStep('consumer: acknowledged');
      failures.forget(message);
      report(fresh ? 'handled' : 'repeat');
    } catch (err) {
      report(await refuse(options, failures, message, envelope, err));
    }
    if (logger.isLevelEnabled('debug'))
      logger.debug({ component: 'consumer', type, event: envelope?.id }, 'Delivery done.');
  };
}

/** What the span of a delivery is made from: the publisher's own span, or the event's where it was published by hand. */
export function spanOf({ service }: { service: string }, envelope: Envelope, message: JsMsg): TracedDelivery {
  const { id, type } = envelope;
  const traceparent = message.headers?.get('traceparent') || envelope.traceparent;
  return {
    service,
    id,
    type,
    subject: message.subject,
    deliveries: message.info.deliveryCount,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** Runs every reaction to the event that has not run yet, each with its inbox row, all in one transaction. */
async function handleOnce(
  options: DeliveryOptions,
  envelope: Envelope,
  { event, message }: Delivery,
): Promise<boolean> {
  const reactions = options.subscriptions.filter((item) => item.contract.type === envelope.type);
  if (reactions.length === 0) {
    const subject = firstSubjectOf(message, options.service);
    throw subject === subjectOfType(envelope.type)
      ? new UnknownEvent(envelope.type)
      : new UnexpectedEvent(envelope.type);
  }
  return runInContext(
    {
      correlationId: envelope.correlationid ?? envelope.id,
      causationId: envelope.id,
      actor: { kind: 'system', id: options.service },
      ...(envelope.traceparent === undefined ? {} : { traceparent: envelope.traceparent }),
    },
    () =>
      transact(options.database, async (tx) => {
        let fresh = false;
        for (const reaction of reactions) {
          const inserted = await tx.query(
            `insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id`,
            [`${options.service}/${reaction.name}`, envelope.id],
          );
          if (inserted.length === 0) continue;
          fresh = true;
          await reaction.handle(event, tx, { subject: firstSubjectOf(message, options.service) });
        }
        return fresh;
      }),
  );
}

/** The subject that events of a type are published on; partners' copies have their account in theirs. */
function subjectOfType(type: string): string {
  return type.replace(/^cat\.ateneulh\./, 'ateneu.');
}

async function refuse(
  options: DeliveryOptions,
  failures: FailureCount,
  message: JsMsg,
  envelope: Envelope | undefined,
  err: unknown,
): Promise<'retried' | 'dead'> {
  const log = {
    component: 'consumer',
    type: envelope?.type,
    event: envelope?.id,
    correlationId: envelope?.correlationid,
    traceId: envelope?.traceparent?.split('-')[1],
    err,
  };
  try {
    if (isOutage(err)) {
      // Nothing is wrong with the message: it goes back, and nothing more is taken until the database answers.
      options.logger.warn(log, 'The database is away; the message waits.');
      message.nak(1_000);
      await untilDatabaseAnswers(options);
      return 'retried';
    }
    if (err instanceof EventSchemaError || err instanceof UnexpectedEvent) {
      await bury(options, message, err instanceof UnexpectedEvent ? 'unexpected' : 'schema', err.message);
      return 'dead';
    }
    const wait = options.retryDelaysMs[failures.add(message) - 1];
    if (wait === undefined || message.info.deliveryCount >= mostDeliveries) {
      options.logger.error(log, 'The message could not be handled and is now a dead letter.');
      const reason = err instanceof UnknownEvent ? 'unexpected' : 'failed';
      await bury(options, message, reason, err instanceof Error ? err.message : String(err));
      failures.forget(message);
      return 'dead';
    }
    options.logger.warn({ ...log, retryInMs: wait }, 'The message could not be handled yet.');
    message.nak(wait);
    return 'retried';
  } catch (cause) {
    // Without an answer the broker delivers again after its acknowledgement wait.
    options.logger.error({ ...log, cause }, 'The message could not be put back or buried; it will come again.');
    return 'retried';
  }
}

async function bury(options: DeliveryOptions, message: JsMsg, reason: string, detail: string): Promise<void> {
  await buryMessage(options.broker, options.service, message, { reason, detail });
  message.term(reason);
}

/** Resolves when the database answers, or when the consumer stops. */
export async function untilDatabaseAnswers(options: DeliveryOptions): Promise<void> {
  for (let waitMs = 100; !options.stopping.aborted; waitMs = Math.min(2_000, waitMs * 2)) {
    try {
      await options.database.ping();
      return;
    } catch {
      await delay(waitMs, undefined, { signal: options.stopping }).catch(() => {});
    }
  }
}
