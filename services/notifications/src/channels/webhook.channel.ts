import { randomBytes } from 'node:crypto';

import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';

import { type AddressGuard, AddressRefused } from './address-guard.ts';

/** What is posted, and where. */
export interface WebhookRequest {
  url: string;
  /** `webhook-id`: the same for every attempt, so that the receiver knows a repeat. */
  id: string;
  payload: string;
  /** The secrets it is signed with; two while one takes over from the other. */
  secrets: readonly string[];
}

/** How one attempt went. Headers and bodies are kept in part, for people to look at. */
export interface WebhookAttempt {
  outcome: 'delivered' | 'failed' | 'gone';
  at: Date;
  durationMs: number;
  request: { url: string; headers: Record<string, string> };
  response?: { status: number; headers: Record<string, string>; body: string; truncated: boolean };
  /** Why there was no answer, or why the one there was does not count. */
  error?: string;
  /** How long the receiver asks to be left alone, in milliseconds. */
  retryAfterMs?: number;
}

/** Posts webhooks. */
export interface WebhookChannel {
  /** Tries once. Never rejects: whatever happens is an outcome. */
  post(message: WebhookRequest): Promise<WebhookAttempt>;
  close(): Promise<void>;
}

/** The most of an answer that is read, and the most of it that is kept, in bytes. */
const limits = { read: 64 * 1024, kept: 2 * 1024, headers: 8 * 1024 };
const keptHeaders = ['content-type', 'content-length', 'date', 'location', 'retry-after', 'server'];

/** A new signing secret, in the form the specification gives it: `whsec_` and 32 random bytes in base64. */
export function createWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Makes a channel whose connections go through the guard, whatever the name resolves to at that moment. */
export function createWebhookChannel(options: { guard: AddressGuard; timeoutMs: number }): WebhookChannel {
  const { guard, timeoutMs } = options;
  const agent = new Agent({
    connect: { lookup: guard.lookup, timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: limits.headers,
    keepAliveTimeout: 10_000,
    pipelining: 1,
  });

  const post = async (message: WebhookRequest): Promise<WebhookAttempt> => {
    const at = new Date();
    const started = performance.now();
    const headers = headersOf(message, at);
    const sent = { url: message.url, headers };
    const signal = AbortSignal.timeout(timeoutMs);
    const took = (): number => Math.round(performance.now() - started);
    try {
      guard.checkLiteral(new URL(message.url).hostname);
      // Redirects are not followed: the address that the partner gave is the one that was checked and signed for.
      const answer = await request(message.url, {
        method: 'POST',
        headers,
        body: message.payload,
        dispatcher: agent,
        signal,
      });
      const body = await beginningOf(answer.body);
      const status = answer.statusCode;
      const response = { status, headers: pick(answer.headers), ...body };
      const retryAfterMs = readRetryAfter(answer.headers['retry-after'], at);
      const failed = status < 200 || status > 299;
      return {
        outcome: status === 410 ? 'gone' : failed ? 'failed' : 'delivered',
        at,
        durationMs: took(),
        request: sent,
        response,
        ...(failed ? { error: status >= 300 && status < 400 ? 'A redirect is not followed.' : `HTTP ${status}` } : {}),
        ...(failed && retryAfterMs !== undefined ? { retryAfterMs } : {}),
      };
    } catch (error) {
      return { outcome: 'failed', at, durationMs: took(), request: sent, error: explain(error, timeoutMs) };
    }
  };
  return { post, close: () => agent.destroy() };
}

function headersOf({ id, payload, secrets }: WebhookRequest, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Ateneu-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, payload)).join(' '),
  };
}

/** The beginning of an answer's body; the rest is not even read. Its loss half-way changes nothing about the status. */
async function beginningOf(
  body: AsyncIterable<Buffer> & { destroy(): unknown },
): Promise<{ body: string; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let kept = 0;
  let read = 0;
  try {
    for await (const chunk of body) {
      read += chunk.length;
      if (kept < limits.kept) {
        const part = chunk.subarray(0, limits.kept - kept);
        kept += part.length;
        chunks.push(part);
      }
      if (read > limits.read) break;
    }
  } catch {
    // The status has come, and says all that is needed.
  } finally {
    body.destroy();
  }
  // PostgreSQL takes no NUL in a text.
  const text = Buffer.concat(chunks).toString('utf8').replaceAll('\u0000', '\uFFFD');
  return { body: text, truncated: read > kept };
}

function pick(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const found = keptHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value).slice(0, 500)] as const];
  });
  return Object.fromEntries(found);
}

/** `Retry-After` in seconds or as a date (RFC 9110), a day at most. */
function readRetryAfter(value: string | string[] | undefined, now: Date): number | undefined {
  if (typeof value !== 'string') return undefined;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  if (Number.isNaN(ms) || ms <= 0) return undefined;
  return Math.min(ms, 24 * 60 * 60 * 1_000);
}

function explain(error: unknown, timeoutMs: number): string {
  if (error instanceof AddressRefused) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof AddressRefused) return error.cause.message;
  if (error.name === 'TimeoutError' || /Timeout/.test(error.name)) return `No answer within ${timeoutMs / 1_000} s.`;
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return `${code}${error.message || error.name}`.slice(0, 500);
}
