import { newId, runInContext } from '@ateneu/kernel';
import { isOutage, reachStep, transact } from '@ateneu/persistence';

import type { JsMsg } from '@nats-io/jetstream';

import { type DeliveryOptions, spanOf, untilDatabaseAnswers } from './delivery.ts';
import type { Delivery } from './envelope.ts';
import type { Lanes } from './lanes.ts';
import type { Subscription } from './subscription.ts';
import { inProcessSpans, type TraceCarrier } from './tracing.ts';

/** Gathers deliveries whose reactions take many, and handles what has arrived together in one transaction. */
export interface Batches {
  /** Whether a delivery may be one of many. */
  takes(delivery: Delivery): boolean;
  /** Adds one. Resolves when another may be added. */
  add(delivery: Delivery): Promise<void>;
  /** Hands what has been gathered to its lanes. */
  flush(): Promise<void>;
}

/** Ten times as many are hardly quicker, and would keep the first one waiting and the row locks held for longer. */
const mostInBatch = 100;

type Reaction = Subscription & { handleMany: NonNullable<Subscription['handleMany']> };

// In the order of the ids, so that two processes that were given the same events cannot wait for each other.
const insertMany = `
  insert into inbox (consumer, event_id) select $1, event_id from unnest($2::uuid[]) as event (event_id) order by event_id
  on conflict do nothing returning event_id::text`;

export function createBatches(
  options: DeliveryOptions,
  lanes: Lanes,
  handleAlone: (delivery: Delivery) => Promise<void>,
): Batches {
  const reactions = reactionsByType(options.subscriptions);
  let gathered: Delivery[] = [];
  let inHand = 0;
  let room: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    const batch = gathered;
    gathered = [];
    if (batch.length > 0) {
      inHand += 1;
      room = lanes.run(
        batch.map(({ lane }) => lane),
        async () => {
          await handleBatch(batch);
          inHand -= 1;
          // Not awaited: what it would wait for may wait for this lane.
          if (gathered.length > 0) void flush();
        },
      );
    }
    return room;
  };

  const handleBatch = async (batch: readonly Delivery[]): Promise<void> => {
    const started = performance.now();
    let fresh: ReadonlySet<string>;
    try {
      reachStep('consumer: taken, before the transaction');
      fresh = await inProcessSpans(
        () =>
          batch.flatMap(({ envelope, message }) =>
            envelope === undefined ? [] : [spanOf(options, envelope, message)],
          ),
        (carriers) => handleTogether(options, reactions, batch, carriers),
      );
      reachStep('consumer: committed, before the acknowledgement');
      for (const { message } of batch.slice(0, -1)) message.ack();
      // The broker takes acknowledgements in their order: with the last one, it has them all.
      await batch.at(-1)?.message.ackAck();
      reachStep('consumer: acknowledged');
    } catch (err) {
      if (isOutage(err)) {
        options.logger.warn({ component: 'consumer', err, count: batch.length }, 'The database is away; they wait.');
        for (const { message } of batch) putBack(message);
        await untilDatabaseAnswers(options);
        return;
      }
      // One of them is wrong, or the broker is away: each for itself finds out.
      options.logger.debug({ component: 'consumer', err, count: batch.length }, 'A batch is handled one by one.');
      for (const delivery of batch) await handleAlone(delivery);
      return;
    }
    const durationMs = performance.now() - started;
    for (const { envelope } of batch) {
      const { id = '', type = '' } = envelope ?? {};
      options.observer.consumed(type, fresh.has(id.toLowerCase()) ? 'handled' : 'repeat', durationMs);
    }
  };

  return {
    // A repeat may be one that failed: it must not take others with it.
    takes: ({ envelope, message }) =>
      envelope !== undefined && reactions.has(envelope.type) && message.info.deliveryCount === 1,
    add: async (delivery) => {
      gathered.push(delivery);
      // What has arrived together is handled together; while others are in hand, so is what arrives meanwhile. Nothing
      // waits for more to come.
      if (gathered.length === 1 && inHand === 0) setImmediate(() => void flush());
      await (gathered.length >= mostInBatch ? flush() : room);
    },
    flush,
  };
}

function putBack(message: JsMsg): void {
  try {
    message.nak(1_000);
  } catch {
    // The broker is away too: it delivers again after its acknowledgement wait.
  }
}

/** The types of which every reaction takes many. */
function reactionsByType(subscriptions: readonly Subscription[]): Map<string, readonly Reaction[]> {
  const found = new Map<string, readonly Reaction[]>();
  for (const [type, items] of Map.groupBy(subscriptions, (item) => item.contract.type)) {
    const many = items.filter((item): item is Reaction => item.handleMany !== undefined);
    if (many.length === items.length) found.set(type, many);
  }
  return found;
}

/** Runs every reaction for those of its events that it has not had. Returns the ids that were new to any. */
async function handleTogether(
  options: DeliveryOptions,
  reactions: ReadonlyMap<string, readonly Reaction[]>,
  batch: readonly Delivery[],
  carriers: ReadonlyMap<string, TraceCarrier>,
): Promise<ReadonlySet<string>> {
  const byType = Map.groupBy(batch, ({ envelope }) => envelope?.type ?? '');
  // There is no one cause: each event names its own, and effects of this kind publish nothing.
  const context = { correlationId: newId(), actor: { kind: 'system' as const, id: options.service } };
  return runInContext(context, () =>
    transact(options.database, async (tx) => {
      const fresh = new Set<string>();
      for (const [type, deliveries] of byType) {
        const events = new Map(
          deliveries.map(({ envelope, event }) => [
            envelope?.id.toLowerCase() ?? '',
            { ...(event as object), ...carriers.get(envelope?.id ?? '') },
          ]),
        );
        for (const { name, handleMany } of reactions.get(type) ?? []) {
          const inserted = await tx.query<{ event_id: string }>(insertMany, [
            `${options.service}/${name}`,
            [...events.keys()],
          ]);
          const ids = new Set(inserted.map((row) => row.event_id));
          for (const id of ids) fresh.add(id);
          const news = [...events].filter(([id]) => ids.has(id)).map(([, event]) => event);
          if (news.length > 0) await handleMany(news, tx);
        }
      }
      return fresh;
    }),
  );
}
