import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { type Clock, runInContext } from '@ateneu/kernel';
import { isOutage, publishAll } from '@ateneu/messaging';
import { type Database, groupedWork, transact, type Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import type { DeliveryChannel } from '../channels/delivery-channel.ts';
import { saysAddressIsDead } from '../channels/mail-report.ts';
import { failedPublication, sentPublication } from './delivery.publications.ts';
import type { JobHandlers } from './delivery.queue.ts';
import { deliveryNotFound } from './delivery.errors.ts';
import {
  beginAttempts,
  beginHandovers,
  changeDelivery,
  type Handover,
  lockDeliveries,
  lockDelivery,
  recordSent,
} from './delivery.store.ts';
import type { Attempt, Channel, Delivery } from './delivery.ts';
import { reasonsNotToSend, suppress } from './preferences.store.ts';

/** What the worker needs. */
export interface DeliveryWorkerOptions {
  database: Database;
  channels: Readonly<Record<Channel, DeliveryChannel>>;
  clock: Clock;
  logger: Logger;
}

/**
 * Sends what is waiting. The intent to speak to the provider is committed before the first word, and that the text is
 * about to leave before its first word. So whoever finds a delivery in `sending` knows that an earlier attempt ended
 * without telling, and how far it had come: before its text nobody can have taken it, and it is tried again; after that
 * it is never sent again by itself, because nobody can know whether it arrived.
 */
export function createDeliveryWorker(options: DeliveryWorkerOptions): JobHandlers {
  const log = options.logger.child({ component: 'delivery' });
  const { database, clock } = options;

  /** Begins the attempts of those that may be sent; nothing of the others. */
  const beginTogether = (ids: readonly string[]): Promise<(Delivery | undefined)[]> =>
    transact(database, async (tx) => {
      const found = await lockDeliveries(tx, ids);
      if (found.size < new Set(ids).size) throw deliveryNotFound();
      for (const delivery of found.values()) {
        if (mayHaveBeenTaken(delivery)) await doubt(tx, delivery, 'The process that was sending it died.');
      }
      const waiting = [...found.values()].filter(isWaiting);
      const reasons = await reasonsNotToSend(tx, waiting);
      for (const [id, lastError] of reasons) await changeDelivery(tx, id, { status: 'suppressed', lastError });
      const wanted = waiting.filter(({ id }) => !reasons.has(id));
      const begun = new Map(
        (
          await beginAttempts(
            tx,
            wanted.map(({ id }) => id),
          )
        ).map((row) => [row.id, row]),
      );
      // Whoever asks twice at once has one attempt.
      return ids.map((id, index) => (ids.indexOf(id) === index ? begun.get(id) : undefined));
    });

  const doubt = async (tx: Transaction, delivery: Delivery, reason: string): Promise<void> => {
    await changeDelivery(tx, delivery.id, { status: 'possibly-sent', lastError: reason });
    log.error(
      { delivery: delivery.id, kind: delivery.kind, messageId: delivery.messageId, reason },
      'A message may or may not have been sent; it is not sent again unless somebody asks for it.',
    );
  };

  const fail = async (
    tx: Transaction,
    id: string,
    why: { permanent: boolean; reason: string },
    within: Outcome['within'],
  ): Promise<void> => {
    const failed = await changeDelivery(tx, id, { status: 'failed', lastError: why.reason });
    if (why.permanent && saysAddressIsDead(why.reason)) {
      await suppress(tx, { address: failed.recipient, reason: 'bounce', detail: why.reason, deliveryId: id });
    }
    within(() => publishAll(tx, [failedPublication(failed, why, clock.now())]));
    log.warn({ delivery: id, kind: failed.kind, ...why }, 'A message will not be delivered.');
  };

  const recordFailure = async (
    tx: Transaction,
    current: Delivery,
    { attempt, within }: Outcome,
  ): Promise<'done' | 'again'> => {
    const { id, kind } = current;
    switch (attempt.outcome) {
      case 'sent':
        return 'done';
      case 'refused':
        await fail(tx, id, { permanent: attempt.addressRefused, reason: attempt.reason }, within);
        return 'done';
      case 'unknown':
        await doubt(tx, current, attempt.reason);
        return 'done';
      case 'postponed':
        await changeDelivery(tx, id, { status: 'pending', lastError: attempt.reason });
        log.info({ delivery: id, kind, reason: attempt.reason }, 'A message waits to be tried again.');
        return 'again';
    }
  };

  const recordTogether = (outcomes: readonly Outcome[]): Promise<('done' | 'again')[]> =>
    transact(database, async (tx) => {
      const found = await lockDeliveries(
        tx,
        outcomes.map(({ begun }) => begun.id),
      );
      // Somebody took the other attempts for dead. Their news still counts, unless a later attempt has begun.
      const ours = outcomes.filter(({ begun }) => {
        const current = found.get(begun.id);
        return current?.attempts === begun.attempts && ['sending', 'possibly-sent'].includes(current.status);
      });
      const sent = ours.flatMap(({ begun: { id }, attempt }) =>
        attempt.outcome === 'sent' ? [{ id, response: attempt.response }] : [],
      );
      const rows = await recordSent(tx, sent);
      const results: ('done' | 'again')[] = [];
      for (const outcome of outcomes) {
        const { id } = outcome.begun;
        const [current, row] = [found.get(id), rows.get(id)];
        if (row !== undefined) outcome.within(() => publishAll(tx, [sentPublication(row, clock.now())]));
        const failed = row === undefined && current !== undefined && ours.includes(outcome);
        results.push(failed ? await recordFailure(tx, current, outcome) : 'done');
      }
      return results;
    });

  // Each of the three steps of a message is a commit, and those of messages that are sent side by side are one.
  const begin = groupedWork(beginTogether);
  const beginHandover = groupedWork((handovers: readonly Handover[]) => beginHandovers(database, handovers));
  const record = groupedWork(recordTogether);

  return {
    send: async (id) => {
      const begun = await begin(id);
      if (begun === undefined) return 'done';
      const attempt = await options.channels[begun.channel].deliver(begun, async () => {
        // Whoever took this attempt for dead has begun another one.
        if (!(await beginHandover({ id, attempts: begun.attempts })))
          throw new Error('Another attempt took its place.');
      });
      return inContextOf(begun, () => {
        const within = AsyncLocalStorage.snapshot();
        return throughOutage(() => record({ begun, attempt, within }));
      });
    },
    giveUp: (id) =>
      transact(database, async (tx) => {
        const delivery = await lockDelivery(tx, id);
        if (mayHaveBeenTaken(delivery)) await doubt(tx, delivery, 'The process that was sending it died.');
        if (!isWaiting(delivery)) return;
        const reason = delivery.lastError ?? 'The processes that were to send it died.';
        await fail(tx, id, { permanent: false, reason }, (work) => inContextOf(delivery, work));
      }),
  };
}

/** How an attempt ended, and what it belongs to: the event that asked for it, and its trace. */
interface Outcome {
  begun: Delivery;
  attempt: Attempt;
  within: <T>(work: () => T) => T;
}

/** An attempt ended without telling, and its text was on the way, or nobody knows how far it had come. */
function mayHaveBeenTaken({ status, handover }: Delivery): boolean {
  return status === 'sending' && handover !== 'waiting';
}

/** Nothing of the message has left: it waits, or the attempt in progress ended before its text. */
function isWaiting({ status, handover }: Delivery): boolean {
  return status === 'pending' || (status === 'sending' && handover === 'waiting');
}

/** What happens to a message follows from the event that asked for it. */
function inContextOf<T>(delivery: Delivery, work: () => T): T {
  return runInContext(
    {
      correlationId: delivery.correlationId,
      causationId: delivery.eventId,
      actor: { kind: 'system', id: 'notifications' },
    },
    work,
  );
}

/** Waits between the attempts to record an outcome while the database is away, in milliseconds: a minute in all. */
const recordDelaysMs = [250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000];

/** What the provider said would be lost with an error here, and a message that did arrive would stand in doubt. */
async function throughOutage<T>(record: () => Promise<T>): Promise<T> {
  for (const waitMs of recordDelaysMs) {
    try {
      return await record();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await delay(waitMs);
    }
  }
  return record();
}
