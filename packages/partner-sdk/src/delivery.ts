import type { JsMsg } from '@nats-io/jetstream';

import type { ConsumptionStatus } from './consume-referrals.ts';
import { type ReferralEvent, readReferralEvent } from './events.ts';

/** How messages are delivered. */
export interface DeliveryOptions {
  handle: (event: ReferralEvent) => Promise<void> | void;
  onStatus: (status: ConsumptionStatus) => void;
  unknownEvents: 'handle' | 'skip';
  retryDelaysMs: readonly [number, ...number[]];
}

/** An event that failed and comes again. */
interface Failed {
  sequence: number;
  againAt: number;
}

/**
 * Makes the one place where a message meets the handler: acknowledged, with the broker's confirmation, after the handler
 * resolved; given back with a growing delay after it failed. While an event waits to come again, later ones of the same
 * referral are given back unseen, so that their order holds.
 */
export function createDelivery(options: DeliveryOptions): (message: JsMsg) => Promise<void> {
  const failed = new Map<string, Failed>();

  return async (message) => {
    const event = readReferralEvent(message.string());
    const waitMs = event.kind === 'unknown' ? undefined : waitBehind(failed.get(event.subject), event.sequence);
    if (waitMs !== undefined) return message.nak(waitMs);
    if (event.kind === 'unknown' && options.unknownEvents === 'skip') {
      options.onStatus({ type: 'skipped', event });
    } else {
      try {
        await options.handle(event);
      } catch (error) {
        const attempt = message.info.deliveryCount;
        const retryInMs = delayAfter(options.retryDelaysMs, attempt);
        if (event.kind !== 'unknown') {
          failed.set(event.subject, { sequence: event.sequence, againAt: Date.now() + retryInMs });
        }
        message.nak(retryInMs);
        const cause = error instanceof Error ? error : new Error(String(error));
        options.onStatus({ type: 'handler-failed', error: cause, event, attempt, retryInMs });
        return;
      }
    }
    if (event.kind !== 'unknown' && (failed.get(event.subject)?.sequence ?? Infinity) <= event.sequence) {
      failed.delete(event.subject);
    }
    // Without the confirmation the message may come again; the handler knows it by its id.
    await message.ackAck();
  };
}

/** Past this, the event that failed was surely handled by another process of the partner. */
const forgottenAfterMs = 60_000;

/** How long an event waits for the one before it that failed; nothing where none did. */
function waitBehind(before: Failed | undefined, sequence: number): number | undefined {
  if (before === undefined || sequence <= before.sequence) return undefined;
  const waitMs = before.againAt - Date.now() + 100;
  return waitMs < -forgottenAfterMs ? undefined : Math.max(100, waitMs);
}

function delayAfter(delays: readonly [number, ...number[]], attempt: number): number {
  return delays[Math.min(attempt, delays.length) - 1] ?? delays[0];
}
