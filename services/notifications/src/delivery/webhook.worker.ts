import type { Clock } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, transact } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import type { WebhookAttempt, WebhookChannel } from '../channels/webhook.channel.ts';
import { createPlaces } from './places.ts';
import { endpointDisabledPublication, webhookFailedPublication } from './webhook.publications.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';
import type { WakeHandler, WebhookQueue } from './webhook.queue.ts';
import {
  type DueMessage,
  dueMessages,
  type HeldEndpoint,
  keepEndpoint,
  recordAttempt,
  recordEndpoint,
  releaseEndpoint,
  takeEndpoint,
} from './webhook.store.ts';
import { nextDelayMs, restMs } from './webhook.ts';

/** What the worker needs. */
export interface WebhookWorkerOptions {
  database: Database;
  queue: Pick<WebhookQueue, 'planNext'>;
  channel: WebhookChannel;
  secrets: Pick<WebhookSecrets, 'open'>;
  clock: Clock;
  logger: Logger;
  /** Waits before the second, third, … attempt in milliseconds. */
  delaysMs: readonly number[];
  /** How long an endpoint may fail without a success before it is disabled, in milliseconds. */
  disableAfterMs: number;
  /** Endpoints that this process works for at the same time; half of them may be failing ones. */
  concurrency: number;
}

/** Works for endpoints as they are woken. */
export interface WebhookWorker extends WakeHandler {
  /** Begins nothing more, and waits for what is on its way. */
  stop(): Promise<void>;
}

/**
 * Sends what waits for an endpoint, one endpoint in one pair of hands at a time. Endpoints have nothing to do with each
 * other: one that hangs holds a place for one time-out, and from then on it waits in line with the other failing ones
 * for the half of the places that healthy ones can spare.
 */
export function createWebhookWorker(options: WebhookWorkerOptions): WebhookWorker {
  const { database, queue, channel, clock } = options;
  const log = options.logger.child({ component: 'webhooks' });
  const places = createPlaces(options.concurrency);
  const suspects = createPlaces(Math.max(1, Math.floor(options.concurrency / 2)));
  const working = new Map<string, { again: boolean }>();
  const stopping = new AbortController();

  /** Until nothing is due, a failure, or a stop. */
  const drain = async (first: HeldEndpoint, token: string): Promise<void> => {
    let held: HeldEndpoint | undefined = first;
    while (held !== undefined && !stopping.signal.aborted) {
      const messages = await dueMessages(database, held.id, held.failuresInARow > 0 ? 1 : held.concurrency);
      if (messages.length === 0) return;
      const endpoint: HeldEndpoint = held;
      await Promise.all(messages.map((message) => attempt(endpoint, message)));
      held = await keepEndpoint(database, held.id, token);
    }
  };

  const attempt = async (endpoint: HeldEndpoint, message: DueMessage): Promise<void> => {
    const { url } = endpoint;
    const secrets = message.secrets.map((stored) => options.secrets.open(stored, endpoint.id));
    const result = await channel.post({ url, secrets, id: message.eventId, payload: message.payload });
    await record(endpoint, message, result);
  };

  const record = (endpoint: HeldEndpoint, message: DueMessage, result: WebhookAttempt): Promise<void> =>
    transact(database, async (tx) => {
      const attempts = message.attempts + 1;
      const succeeded = result.outcome === 'delivered';
      const { retryAfterMs } = result;
      const dueInMs = succeeded ? undefined : nextDelayMs(attempts, { delaysMs: options.delaysMs, retryAfterMs });
      // An endpoint that is gone keeps its messages: they can be had again should it come back.
      const givenUp = !succeeded && result.outcome !== 'gone' && dueInMs === undefined;
      const status = succeeded ? 'delivered' : givenUp ? 'failed' : 'pending';
      if (!(await recordAttempt(tx, message.id, result, { status, dueInMs }))) return;
      const failingSince = endpoint.failingSince === null ? clock.now() : new Date(endpoint.failingSince);
      const tooLong = clock.now().getTime() - failingSince.getTime() >= options.disableAfterMs;
      const firstMs = options.delaysMs[0] ?? 5_000;
      const disabled = await recordEndpoint(tx, endpoint.id, {
        succeeded,
        restMs: Math.max(restMs(endpoint.failuresInARow + 1, firstMs), retryAfterMs ?? 0),
        disable: result.outcome === 'gone' ? 'gone' : tooLong ? 'failing' : undefined,
      });
      if (givenUp) {
        publishAll(tx, [
          webhookFailedPublication({ endpoint, message, attempts, reason: result.error ?? '' }, clock.now()),
        ]);
      }
      if (disabled !== undefined) {
        const reason = result.outcome === 'gone' ? 'gone' : 'failing';
        publishAll(tx, [await endpointDisabledPublication(tx, { endpoint, ...disabled, reason }, clock.now())]);
        log.warn({ endpoint: endpoint.id, partner: endpoint.partnerId, reason }, 'A webhook endpoint was disabled.');
      }
    });

  /** Takes the endpoint if it may, and sends what is due. Says whether something more is due already. */
  const serveOnce = async (id: string): Promise<boolean> => {
    const taken = await takeEndpoint(database, id);
    if (taken === undefined) return false;
    const { held, token } = taken;
    const isSuspect = held.failuresInARow > 0;
    const mayBegin = !isSuspect || suspects.tryEnter();
    try {
      if (mayBegin) await drain(held, token);
    } finally {
      if (mayBegin && isSuspect) suspects.leave();
      await releaseEndpoint(database, id, token, mayBegin ? 0 : waitForPlaceMs);
    }
    return queue.planNext(id);
  };

  const serve = async (id: string, state: { again: boolean }): Promise<void> => {
    do {
      state.again = false;
      if (await serveOnce(id)) state.again = true;
    } while (state.again && !stopping.signal.aborted);
  };

  return {
    wake: async (id) => {
      if (stopping.signal.aborted) return;
      const running = working.get(id);
      // Whoever works for it may have looked before this wake-up's message was there.
      if (running !== undefined) {
        running.again = true;
        return;
      }
      const state = { again: false };
      working.set(id, state);
      await places.enter();
      void serve(id, state)
        .catch((err: unknown) => log.error({ err, endpoint: id }, 'Working for an endpoint failed; it is tried again.'))
        .finally(() => {
          working.delete(id);
          places.leave();
        });
    },
    stop: async () => {
      stopping.abort();
      await places.empty();
    },
  };
}

/** How long a failing endpoint waits for a place when all that it may have are taken, in milliseconds. */
const waitForPlaceMs = 2_000;
