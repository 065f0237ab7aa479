import { setTimeout as delay } from 'node:timers/promises';

import type { NatsConnection } from '@nats-io/transport-node';

import { accountKeyOf, type CredentialsRefusedError } from './credentials.ts';
import { createDelivery } from './delivery.ts';
import type { ReferralEvent, UnknownReferralEvent } from './events.ts';
import { openSession, readReferrals, refusalOf, wasCutOff } from './session.ts';

/** What happens around your events, for a log or an alarm. */
export type ConsumptionStatus =
  /** Connected; events follow, those missed meanwhile first. */
  | { type: 'connected'; server: string }
  /** No connection, or it was lost. It is tried again in `retryInMs`, for ever. */
  | { type: 'disconnected'; error: Error; retryInMs: number }
  /** The broker does not accept the credentials. Tried again for a while; then {@link ReferralConsumption.done} rejects. */
  | { type: 'refused'; error: CredentialsRefusedError; retryInMs: number }
  /** Your handler failed. The event comes again in `retryInMs`; later ones of the same referral wait for it. */
  | { type: 'handler-failed'; error: Error; event: ReferralEvent; attempt: number; retryInMs: number }
  /** An event of a kind that this version does not know was acknowledged unhandled, as you chose. */
  | { type: 'skipped'; event: UnknownReferralEvent };

/** What consuming needs. */
export interface ConsumeReferralsOptions {
  /** `nats://host:port` or several of one cluster, as you were given them. */
  servers: string | readonly string[];
  /** The text of your `.creds` file. */
  credentials: string;
  /**
   * Your work with one event. It is acknowledged when this resolves, so resolve after your own commit. A delivery may be
   * a repeat: keep `event.id` in the same commit. Events come one at a time, those of one referral in order.
   */
  handle: (event: ReferralEvent) => Promise<void> | void;
  onStatus?: (status: ConsumptionStatus) => void;
  /** Stops like {@link ReferralConsumption.stop}. */
  signal?: AbortSignal;
  /** Whether events newer than this version are handed over as `{ kind: 'unknown' }`, as by default, or skipped. */
  unknownEvents?: 'handle' | 'skip';
  /** Waits after a first, second, … failure of the handler, in milliseconds; the last one repeats. */
  retryDelaysMs?: readonly [number, ...number[]];
  /** How long refused credentials are tried again, in milliseconds; a minute by default. */
  refusedForMs?: number;
  /** Names the connection to the operators of the broker. */
  name?: string;
}

/** Consumption that is under way. */
export interface ReferralConsumption {
  /** The account's public key: the name of the consumer. */
  readonly accountKey: string;
  /**
   * Resolves once stopped. Rejects with {@link CredentialsRefusedError} when the credentials stayed refused; nothing is
   * consumed from then on, so let it end the process, or alarm.
   */
  readonly done: Promise<void>;
  /** Takes no more events, waits for the one in hand, and disconnects. The rest waits at the broker. */
  stop(): Promise<void>;
}

const defaultRetryDelaysMs = [1_000, 5_000, 30_000, 120_000, 600_000] as const;
const longestReconnectMs = 15_000;

/**
 * Receives the events about your referrals, from the first that you have not acknowledged on. It connects, reconnects for
 * ever, and after any absence of up to 30 days goes on where it was.
 *
 * @throws CredentialsFormatError at once, where `credentials` are not the text of a `.creds` file
 */
export function consumeReferrals(options: ConsumeReferralsOptions): ReferralConsumption {
  const accountKey = accountKeyOf(options.credentials);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  const done = run(options, accountKey, stopping.signal).finally(() =>
    options.signal?.removeEventListener('abort', stop),
  );
  return {
    accountKey,
    done,
    stop: async () => {
      stop();
      // Whoever waits for `done` hears of a refusal; whoever stops has nothing to do about it.
      await done.catch(() => {});
    },
  };
}

async function run(options: ConsumeReferralsOptions, accountKey: string, stopping: AbortSignal): Promise<void> {
  const { refusedForMs = 60_000, onStatus = () => {} } = options;
  const deliver = createDelivery({
    handle: options.handle,
    onStatus,
    unknownEvents: options.unknownEvents ?? 'handle',
    retryDelaysMs: options.retryDelaysMs ?? defaultRetryDelaysMs,
  });
  let failures = 0;
  let refusal: { since: number; error: CredentialsRefusedError } | undefined;
  while (!stopping.aborted) {
    let connection: NatsConnection | undefined;
    try {
      connection = await openSession(options);
      await readReferrals(connection, accountKey, deliver, stopping, () => {
        failures = 0;
        refusal = undefined;
        onStatus({ type: 'connected', server: connection?.getServer() ?? '' });
      });
    } catch (error) {
      if (stopping.aborted) return;
      const cause = error instanceof Error ? error : new Error(String(error));
      const retryInMs = jittered(Math.min(longestReconnectMs, 250 * 2 ** Math.min(failures, 10)));
      failures += 1;
      // The broker hangs up on whom it refuses, and now and then that is all that arrives.
      const refused = refusalOf(cause) ?? (wasCutOff(cause) ? refusal?.error : undefined);
      if (refused === undefined) {
        onStatus({ type: 'disconnected', error: cause, retryInMs });
      } else {
        refusal = { since: refusal?.since ?? Date.now(), error: refused };
        onStatus({ type: 'refused', error: refused, retryInMs });
        if (Date.now() - refusal.since >= refusedForMs) throw refused;
      }
      await delay(retryInMs, undefined, { signal: stopping }).catch(() => {});
    } finally {
      await connection?.close();
    }
  }
}

/** Between half of it and all of it, so that clients that lost a server together do not come back together. */
function jittered(ms: number): number {
  return Math.round(ms * (0.5 + Math.random() / 2));
}
