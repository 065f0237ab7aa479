import { randomUUID } from 'node:crypto';

import { createCaller, everyItem } from './call.ts';
import type { PartnerClientOptions } from './partner-client.ts';

/** An address of yours that events are posted to. */
export interface WebhookEndpoint {
  id: string;
  version: number;
  url: string;
  description: string;
  /** Full types of events; null for all. */
  eventTypes: string[] | null;
  /** Nothing is sent while it is `paused` or `disabled`; what comes waits, for 30 days at most. */
  status: 'active' | 'paused' | 'disabled';
  /** Why it was disabled: `gone` or `failing`. */
  statusReason: string | null;
  failuresInARow: number;
  /** ISO 8601 in UTC, as every instant here. */
  failingSince: string | null;
  /** Until then messages bear the signature of the earlier secret too. */
  previousSecretUntil: string | null;
  createdAt: string;
  updatedAt: string;
}

/** An endpoint with its secret (`whsec_…`), which is shown this once. */
export type WebhookEndpointWithSecret = WebhookEndpoint & { secret: string };

/** One event on its way to an endpoint. */
export interface WebhookMessage {
  id: string;
  /** Also its `webhook-id`. */
  eventId: string;
  type: string;
  /** The referral. */
  subject: string;
  /** `delivered`, `pending`, `failed`, or a newer one. */
  status: string;
  attempts: number;
  occurredAt: string;
  /** When a pending one is tried next. */
  dueAt: string | null;
  deliveredAt: string | null;
}

/** One attempt, as it was. */
export interface WebhookAttempt {
  at: string;
  durationMs: number;
  request: { url: string; headers: Record<string, string> };
  response: { status: number; headers: Record<string, string>; body: string; truncated: boolean } | null;
  error: string | null;
}

/** Manages your webhooks. Every method throws as those of `PartnerClient` do. */
export interface WebhooksClient {
  /** Has events posted to an address from now on. Keep the secret: `verifyWebhook` needs it. */
  create(endpoint: {
    url: string;
    description?: string;
    eventTypes?: readonly string[];
    /** Messages on their way at the same time, 4 where nothing is said; those of one referral never are. */
    concurrency?: number;
  }): Promise<WebhookEndpointWithSecret>;
  list(): Promise<WebhookEndpoint[]>;
  get(id: string): Promise<WebhookEndpoint>;
  pause(id: string): Promise<WebhookEndpoint>;
  /** Goes on with what waited, in order. */
  resume(id: string): Promise<WebhookEndpoint>;
  delete(id: string): Promise<void>;
  /** Another secret; the earlier one goes on for some hours, 24 where nothing is said. Never repeated by itself. */
  rotateSecret(id: string, options?: { overlapHours?: number }): Promise<WebhookEndpointWithSecret>;
  /** Posts a test event at once, and says how it went. */
  test(id: string): Promise<WebhookAttempt & { delivered: boolean; payload: string }>;
  /** What was posted, latest first, page after page as you read on. */
  messages(id: string, filter?: { status?: string; pageSize?: number }): AsyncIterableIterator<WebhookMessage>;
  /** One message, with its body and every attempt. */
  message(id: string, messageId: string): Promise<WebhookMessage & { payload: string; log: WebhookAttempt[] }>;
  /** Has one message sent again, or the events of a window: those that did not arrive, or `all`. How many wait. */
  resend(
    id: string,
    what: { messageId: string } | { from: string; until?: string; only?: 'undelivered' | 'all' },
  ): Promise<{ waiting: number }>;
}

const path = '/v1/partner/webhook-endpoints';

/**
 * Makes a client of the webhooks.
 *
 * @param options as of `createPartnerClient`, but that `baseUrl` is where the notifications service is, such as
 * `http://localhost:4000/notifications`
 */
export function createWebhooksClient(options: PartnerClientOptions): WebhooksClient {
  const call = createCaller(options);
  // Repeated after a lost answer, a rotation would end the very secret that is in use.
  const callOnce = createCaller({ ...options, attempts: 1 });
  const at = (id: string, rest = ''): string => `${path}/${encodeURIComponent(id)}${rest}`;

  return {
    create: (endpoint) => call('POST', path, { body: endpoint, headers: { 'idempotency-key': randomUUID() } }),
    list: async () => (await call<{ items: WebhookEndpoint[] }>('GET', path)).items,
    get: (id) => call('GET', at(id)),
    pause: (id) => call('POST', at(id, '/pause')),
    resume: (id) => call('POST', at(id, '/resume')),
    delete: async (id) => {
      await call('DELETE', at(id));
    },
    rotateSecret: (id, { overlapHours = 24 } = {}) =>
      callOnce('POST', at(id, '/rotate-secret'), { body: { overlapHours } }),
    test: (id) => call('POST', at(id, '/test')),
    messages: (id, query = {}) => everyItem<WebhookMessage>(call, at(id, '/messages'), query),
    message: (id, messageId) => call('GET', at(id, `/messages/${encodeURIComponent(messageId)}`)),
    resend: (id, what) =>
      'messageId' in what
        ? call('POST', at(id, `/messages/${encodeURIComponent(what.messageId)}/resend`))
        : call('POST', at(id, '/resend'), { body: what }),
  };
}
