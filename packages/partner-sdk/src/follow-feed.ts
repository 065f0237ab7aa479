import { setTimeout as delay } from 'node:timers/promises';

import { PartnerApiError, type PartnerUnreachableError } from './api-errors.ts';
import { createCaller } from './call.ts';
import { type ReferralEvent, readReferralEvent } from './events.ts';

/** What you were told since a place in the feed. */
export interface FeedPage {
  /** Oldest first; those of one referral in order. Empty now and then: keep `next` all the same. */
  events: ReferralEvent[];
  /** Where to go on from: keep it in the same commit as what you did with the events. */
  next: string;
}

/** What happens around the feed, for a log or an alarm. */
export type FeedStatus =
  /** No answer came, or the service asked for patience; it is asked again in `retryInMs`, for ever. */
  | { type: 'unreachable'; error: PartnerUnreachableError | PartnerApiError; retryInMs: number }
  /** The key is refused. Asked again for a while; then {@link FeedFollowing.done} rejects. */
  | { type: 'refused'; error: PartnerApiError; retryInMs: number }
  /** Your handler failed. The same page comes again in `retryInMs`, perhaps with more behind it. */
  | { type: 'handler-failed'; error: Error; page: FeedPage; retryInMs: number };

/** What following the feed needs. */
export interface FollowFeedOptions {
  /** Where the accompaniment service is, such as `http://localhost:4000/accompaniment`. */
  baseUrl: string;
  apiKey: string;
  /** The `next` that you kept last; without it, from the oldest event that is kept, 30 days back. */
  after?: string | undefined;
  /**
   * Your work with a page. The page counts as yours when this resolves, so resolve after your own commit, and keep
   * `page.next` in it. After a crash you begin with what you kept, and nothing is missed.
   */
  handle: (page: FeedPage) => Promise<void> | void;
  onStatus?: (status: FeedStatus) => void;
  /** Stops like {@link FeedFollowing.stop}. */
  signal?: AbortSignal;
  /** Events of a page at most; 100 by default, 500 at most. */
  pageSize?: number;
  /** How long the service may hold its answer while there is nothing new, in seconds; 25 by default, which is the most. */
  waitSeconds?: number;
  /** How often a page without events is handed over, to keep its `next`, in milliseconds; an hour by default. */
  idlePageEveryMs?: number;
  /** Waits after a first, second, … failure, in milliseconds; the last one repeats. */
  retryDelaysMs?: readonly [number, ...number[]];
  /** How long a refused key is tried again, in milliseconds; a minute by default. */
  refusedForMs?: number;
}

/** A feed that is being followed. */
export interface FeedFollowing {
  /**
   * Resolves once stopped. Rejects with {@link FeedCursorExpiredError} where `after` is too old, and with
   * `PartnerApiError` where the key stayed refused or the request is wrong.
   */
  readonly done: Promise<void>;
  /** Asks no more, and waits for the page in hand. */
  stop(): Promise<void>;
}

/**
 * The place is more than 30 days old, and events after it may be gone. Read how your referrals stand
 * (`PartnerClient.list`), and begin again without `after`.
 */
export class FeedCursorExpiredError extends Error {
  override readonly name = 'FeedCursorExpiredError';
}

const defaultRetryDelaysMs = [1_000, 5_000, 15_000, 60_000] as const;

/** Follows your events over HTTP, for those who cannot keep a connection to the broker. */
export function followFeed(options: FollowFeedOptions): FeedFollowing {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  const done = run(options, stopping.signal).finally(() => options.signal?.removeEventListener('abort', stop));
  return {
    done,
    stop: async () => {
      stop();
      await done.catch(() => {});
    },
  };
}

async function run(options: FollowFeedOptions, stopping: AbortSignal): Promise<void> {
  const { waitSeconds = 25, pageSize = 100, idlePageEveryMs = 3_600_000, refusedForMs = 60_000 } = options;
  const { handle, onStatus = () => {}, retryDelaysMs = defaultRetryDelaysMs } = options;
  const timeoutMs = (waitSeconds + 10) * 1_000;
  const call = createCaller({ baseUrl: options.baseUrl, apiKey: options.apiKey, attempts: 1, timeoutMs, stopping });
  let { after } = options;
  let failures = 0;
  let refusedSince: number | undefined;
  let idleSince = Date.now();
  const nextWait = (): number => {
    const longest = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? retryDelaysMs[0];
    failures += 1;
    return Math.round(longest * (0.5 + Math.random() / 2));
  };

  while (!stopping.aborted) {
    let page: FeedPage | undefined;
    try {
      page = await read(call, { after, pageSize, waitSeconds });
      refusedSince = undefined;
    } catch (error) {
      if (stopping.aborted) return;
      const refusal = error as PartnerUnreachableError | PartnerApiError;
      if (!passes(refusal)) throw refusal;
      const retryInMs = nextWait();
      if (refusal instanceof PartnerApiError && refusal.status === 401) {
        refusedSince ??= Date.now();
        onStatus({ type: 'refused', error: refusal, retryInMs });
        if (Date.now() - refusedSince >= refusedForMs) throw refusal;
      } else {
        onStatus({ type: 'unreachable', error: refusal, retryInMs });
      }
      await delay(retryInMs, undefined, { signal: stopping }).catch(() => {});
      continue;
    }
    const isIdle = page.events.length === 0;
    if (isIdle && Date.now() - idleSince < idlePageEveryMs) {
      after = page.next;
      continue;
    }
    try {
      await handle(page);
      after = page.next;
      idleSince = Date.now();
      failures = 0;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      const retryInMs = nextWait();
      onStatus({ type: 'handler-failed', error, page, retryInMs });
      await delay(retryInMs, undefined, { signal: stopping }).catch(() => {});
    }
  }
}

async function read(
  call: ReturnType<typeof createCaller>,
  place: { after: string | undefined; pageSize: number; waitSeconds: number },
): Promise<FeedPage> {
  const query = new URLSearchParams({ limit: String(place.pageSize), wait: String(place.waitSeconds) });
  if (place.after !== undefined) query.set('after', place.after);
  try {
    const answer = await call<{ events: unknown[]; next: string }>('GET', `/v1/partner/events?${query.toString()}`);
    return { events: answer.events.map((event) => readReferralEvent(JSON.stringify(event))), next: answer.next };
  } catch (error) {
    if (error instanceof PartnerApiError && error.status === 410) {
      throw new FeedCursorExpiredError(error.detail, { cause: error });
    }
    throw error;
  }
}

/** What may be different the next time: no answer, a busy service, a key that is suspended for a while. */
function passes(error: unknown): boolean {
  if (error instanceof FeedCursorExpiredError) return false;
  return !(error instanceof PartnerApiError) || error.status === 401 || error.status === 429 || error.status >= 500;
}
