import { setTimeout as delay } from 'node:timers/promises';

import { type Clock, runInContext } from '@ateneu/kernel';
import { isOutage, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import type { DeliveryChannel } from '../channels/delivery-channel.ts';
import { saysAddressIsDead } from '../channels/mail-report.ts';
import { failedPublication, sentPublication } from './delivery.publications.ts';
import type { JobHandlers } from './delivery.queue.ts';
import { beginHandover, changeDelivery, lockDelivery } from './delivery.store.ts';
import type { Attempt, Channel, Delivery } from './delivery.ts';
import { reasonNotToSend, suppress } from './preferences.store.ts';

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

  const beginAttempt = (id: string): Promise<Delivery | undefined> =>
    transact(database, async (tx) => {
      const delivery = await lockDelivery(tx, id);
      if (mayHaveBeenTaken(delivery)) await doubt(tx, delivery, 'The process that was sending it died.');
      if (!isWaiting(delivery)) return undefined;
      const reason = await reasonNotToSend(tx, delivery);
      if (reason !== undefined) {
        await changeDelivery(tx, id, { status: 'suppressed', lastError: reason });
        return undefined;
      }
      return changeDelivery(tx, id, { status: 'sending', countAttempt: true });
    });

  const doubt = async (tx: Transaction, delivery: Delivery, reason: string): Promise<void> => {
    await changeDelivery(tx, delivery.id, { status: 'possibly-sent', lastError: reason });
    log.error(
      { delivery: delivery.id, kind: delivery.kind, messageId: delivery.messageId, reason },
      'A message may or may not have been sent; it is not sent again unless somebody asks for it.',
    );
  };

  const fail = async (tx: Transaction, id: string, why: { permanent: boolean; reason: string }): Promise<void> => {
    const failed = await changeDelivery(tx, id, { status: 'failed', lastError: why.reason });
    if (why.permanent && saysAddressIsDead(why.reason)) {
      await suppress(tx, { address: failed.recipient, reason: 'bounce', detail: why.reason, deliveryId: id });
    }
    publishAll(tx, [failedPublication(failed, why, clock.now())]);
    log.warn({ delivery: id, kind: failed.kind, ...why }, 'A message will not be delivered.');
  };

  const recordAttempt = (begun: Delivery, attempt: Attempt): Promise<'done' | 'again'> =>
    transact(database, async (tx) => {
      const { id } = begun;
      const current = await lockDelivery(tx, id);
      // Somebody took this attempt for dead. Its news still counts, unless a later attempt has begun.
      const stillOurs = current.attempts === begun.attempts && ['sending', 'possibly-sent'].includes(current.status);
      if (!stillOurs) return 'done';
      switch (attempt.outcome) {
        case 'sent': {
          const sent = await changeDelivery(tx, id, {
            status: 'sent',
            providerResponse: attempt.response,
            sentNow: true,
          });
          publishAll(tx, [sentPublication(sent, clock.now())]);
          return 'done';
        }
        case 'refused':
          await fail(tx, id, { permanent: attempt.addressRefused, reason: attempt.reason });
          return 'done';
        case 'unknown':
          await doubt(tx, current, attempt.reason);
          return 'done';
        case 'postponed':
          await changeDelivery(tx, id, { status: 'pending', lastError: attempt.reason });
          log.info({ delivery: id, kind: begun.kind, reason: attempt.reason }, 'A message waits to be tried again.');
          return 'again';
      }
    });

  return {
    send: async (id) => {
      const begun = await beginAttempt(id);
      if (begun === undefined) return 'done';
      const attempt = await options.channels[begun.channel].deliver(begun, async () => {
        // Whoever took this attempt for dead has begun another one.
        if (!(await beginHandover(database, id, begun.attempts))) throw new Error('Another attempt took its place.');
      });
      return inContextOf(begun, () => throughOutage(() => recordAttempt(begun, attempt)));
    },
    giveUp: (id) =>
      transact(database, async (tx) => {
        const delivery = await lockDelivery(tx, id);
        if (mayHaveBeenTaken(delivery)) await doubt(tx, delivery, 'The process that was sending it died.');
        if (!isWaiting(delivery)) return;
        const reason = delivery.lastError ?? 'The processes that were to send it died.';
        await inContextOf(delivery, () => fail(tx, id, { permanent: false, reason }));
      }),
  };
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
