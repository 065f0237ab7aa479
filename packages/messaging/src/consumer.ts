import { setTimeout as delay } from 'node:timers/promises';

import { AckPolicy, type ConsumerMessages, DeliverPolicy, JetStreamApiError } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Database } from '@ateneu/persistence';
import type { Logger } from 'pino';

import { createBatches } from './batches.ts';
import type { Broker } from './broker.ts';
import { createDeliveryHandler } from './delivery.ts';
import { readDelivery } from './envelope.ts';
import { createLanes } from './lanes.ts';
import { type MessagingObserver, silentObserver } from './observer.ts';
import type { Subscription } from './subscription.ts';
import { replaySubjectOf, type StreamName, streams } from './topology.ts';

/** What a service's consumer needs. */
export interface ConsumerOptions {
  /** The service's name: also its durable consumer's and its inbox's. All replicas share them. */
  service: string;
  /**
   * Everything the service subscribes to, whatever the stream: a dead letter of any stream is handled again through
   * `EVENTS`, where a service's own repeats are published.
   */
  subscriptions: readonly Subscription[];
  /** The stream that is read: `EVENTS` where it is not said. The durable bears the service's name on each. */
  stream?: StreamName;
  database: Database;
  broker: Broker;
  logger: Logger;
  observer?: MessagingObserver;
  /** Waits before the second, third, … attempt in milliseconds; after the last one the message is a dead letter. */
  retryDelaysMs?: readonly number[];
  /** Messages, or batches of them, handled at the same time; those of one aggregate never are. */
  concurrency?: number;
}

/** A running consumer. */
export interface Consumer {
  /** Whether it is bound to its durable consumer now. */
  isConsuming(): boolean;
  /** Stops taking messages and waits for those in hand. */
  stop(): Promise<void>;
}

/** About twenty minutes in all: long enough for a dependency to come back, short enough to be seen the same day. */
const defaultRetryDelaysMs = [250, 1_000, 5_000, 30_000, 120_000, 300_000, 600_000];

/**
 * Starts the service's one durable pull consumer on the event stream, filtered to what it subscribes to. It creates or
 * updates the durable, takes messages, and after any interruption (the broker away, the durable deleted) binds again.
 *
 * A first start reads the stream from its beginning, so a new consumer catches up with 30 days of history.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { service, broker, logger, stream = streams.events } = options;
  const idle = subjectsOf(options).length === 0;
  const stopping = new AbortController();
  const lanes = createLanes(options.concurrency ?? 8);
  const delivering = {
    service,
    subscriptions: options.subscriptions,
    database: options.database,
    broker,
    logger,
    observer: options.observer ?? silentObserver,
    retryDelaysMs: options.retryDelaysMs ?? defaultRetryDelaysMs,
    stopping: stopping.signal,
  };
  const handleDelivery = createDeliveryHandler(delivering);
  // Handled one by one, more than these would wait here past the time that the broker gives for an acknowledgement.
  const taken = options.subscriptions.every((item) => item.handleMany !== undefined) ? 500 : 200;
  const batches = createBatches(delivering, lanes, handleDelivery);
  let current: ConsumerMessages | undefined;

  const consume = async (): Promise<void> => {
    await ensureDurable(options);
    const consumer = await broker.jetstream.consumers.get(stream, service);
    const messages = await consumer.consume({ max_messages: taken, idle_heartbeat: 5_000 });
    current = messages;
    if (stopping.signal.aborted) return messages.stop();
    void stopWhenDurableIsGone(messages, logger);
    logger.info({ component: 'consumer', stream, subjects: subjectsOf(options) }, 'Consuming events.');
    for await (const message of messages) {
      const delivery = readDelivery(message);
      if (batches.takes(delivery)) {
        await batches.add(delivery);
        continue;
      }
      // What came before it may be of its aggregate.
      await batches.flush();
      await lanes.run(delivery.lane, () => handleDelivery(delivery));
    }
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      try {
        await consume();
      } catch (err) {
        logger.warn({ component: 'consumer', err }, 'Consuming was interrupted and starts again.');
      }
      current = undefined;
      failures = Date.now() - since > 30_000 ? 0 : failures + 1;
      if (!stopping.signal.aborted) {
        await delay(Math.min(5_000, 100 * 2 ** Math.min(failures, 6)), undefined, { signal: stopping.signal }).catch(
          () => {},
        );
      }
    }
    await lanes.idle();
  };
  const finished = idle ? Promise.resolve() : run();

  return {
    isConsuming: () => idle || current !== undefined,
    stop: async () => {
      stopping.abort();
      current?.stop();
      await finished;
    },
  };
}

/** The stream that a subscription's events are on: partners' copies have one of their own. */
function streamOf({ contract }: Subscription): StreamName {
  return contract.audience === 'partner' ? streams.referrals : streams.events;
}

/** The streams that must be read for these subscriptions, each by a consumer of its own. */
export function streamsOf(subscriptions: readonly Subscription[]): StreamName[] {
  // Repeats of any stream come through `EVENTS`.
  return subscriptions.length === 0 ? [] : [...new Set([streams.events, ...subscriptions.map(streamOf)])];
}

function subjectsOf({ service, subscriptions, stream = streams.events }: ConsumerOptions): string[] {
  if (subscriptions.length === 0) return [];
  const subjects = new Set(
    subscriptions.filter((item) => streamOf(item) === stream).map((item) => item.contract.subject),
  );
  return stream === streams.events ? [...subjects, replaySubjectOf(service)] : [...subjects];
}

/** The server's code for a durable that is there with another configuration. */
const durableDiffers = 10_148;

/**
 * Makes the durable, or brings the one of an earlier version of the service up to date; its place in the stream stays.
 * What another version listens to stays too: two of them share the durable while one is rolled out or back, and what it
 * passed over would be lost to the newer one. A subject that nobody wants any more is taken away by hand.
 */
async function ensureDurable(options: ConsumerOptions): Promise<void> {
  const { consumers } = options.broker.manager;
  const stream = options.stream ?? streams.events;
  const changeable = {
    filter_subjects: subjectsOf(options),
    // Delays are given with each refusal: a `backoff` here would replace the acknowledgement wait itself.
    ack_wait: nanos(30_000),
    max_ack_pending: 1_000,
  };
  try {
    await consumers.add(stream, {
      durable_name: options.service,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      max_deliver: -1,
      ...changeable,
    });
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== durableDiffers) throw error;
    const { config } = await consumers.info(stream, options.service);
    const known = config.filter_subjects ?? (config.filter_subject === undefined ? [] : [config.filter_subject]);
    const filter_subjects = [...new Set([...changeable.filter_subjects, ...known])];
    await consumers.update(stream, options.service, { ...changeable, filter_subjects });
  }
}

/** A deleted durable shows in the status alone; the iterator would wait for messages for ever. */
async function stopWhenDurableIsGone(messages: ConsumerMessages, logger: Logger): Promise<void> {
  for await (const status of messages.status()) {
    if (
      status.type === 'consumer_deleted' ||
      status.type === 'consumer_not_found' ||
      status.type === 'stream_not_found'
    ) {
      logger.warn({ component: 'consumer', status: status.type }, 'The durable consumer is gone; it is made again.');
      messages.stop();
      return;
    }
  }
}
