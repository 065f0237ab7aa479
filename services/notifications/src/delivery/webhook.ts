/** `active`; `paused` by the partner or staff; `disabled` by us. What comes meanwhile waits, 30 days at most. */
export const endpointStatuses = ['active', 'paused', 'disabled'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

/** `pending` until it arrives or its attempts are used up. */
export const webhookStatuses = ['pending', 'delivered', 'failed'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

/** An endpoint of a partner. Instants are ISO 8601 in UTC. */
export interface WebhookEndpoint {
  id: string;
  version: number;
  partnerId: string;
  url: string;
  description: string;
  /** The types of event that it gets; null for all, those of tomorrow too. */
  eventTypes: string[] | null;
  /** Messages on their way at the same time; those of one referral never are. */
  concurrency: number;
  status: EndpointStatus;
  /** Who paused it: `partner` or `staff`. */
  statusBy: string | null;
  /** Why it was disabled: `gone` or `failing`. */
  statusReason: string | null;
  failuresInARow: number;
  failingSince: string | null;
  /** Nothing is tried before this. */
  restingUntil: string | null;
  /** Until when messages are signed with the secret before this one too. */
  previousSecretUntil: string | null;
  createdAt: string;
  updatedAt: string;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * The waits before the second, third, … attempt in milliseconds, as the Standard Webhooks specification recommends
 * them: ten attempts in a little more than three days.
 */
export const specifiedDelaysMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/**
 * When a message is tried again after its `attempts`-th failure, in milliseconds from now; `undefined` where that was
 * the last. A quarter of jitter at most, and never sooner than the receiver asks.
 */
export function nextDelayMs(
  attempts: number,
  options: { delaysMs: readonly number[]; retryAfterMs?: number | undefined; random?: () => number },
): number | undefined {
  const base = options.delaysMs[attempts - 1];
  if (base === undefined) return undefined;
  const jittered = base * (1 + 0.25 * (options.random ?? Math.random)());
  return Math.round(Math.max(jittered, options.retryAfterMs ?? 0));
}

/**
 * How long an endpoint that fails is left alone, whatever waits for it: from the first of the delays to ten minutes,
 * doubling with each failure in a row. One message that an endpoint cannot digest thus holds the others up for seconds,
 * while an endpoint that is down is asked a few times an hour however much waits for it.
 */
export function restMs(failuresInARow: number, firstMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(failuresInARow - 1, 20), Math.max(firstMs, 10 * minute));
}
