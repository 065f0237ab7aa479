import { setTimeout as delay } from 'node:timers/promises';

import type { ServiceName } from '../../settings.ts';
import { countIn, type History, type Outcome } from '../history.ts';
import type { Random } from '../random.ts';

/** What is asked of a service. */
export interface Request {
  /** Names the operation in the report. */
  readonly kind: string;
  readonly service: ServiceName;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** A read is no operation of the report. */
  readonly quiet?: boolean;
}

/** How a request ended. */
export interface Reply {
  readonly outcome: Outcome;
  readonly status: number | undefined;
  /** An object, also where there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether an earlier try may have been carried out without our hearing of it. */
  readonly doubtful: boolean;
}

/** Sends a request until somebody answers it. */
export type Client = (request: Request) => Promise<Reply>;

/** How long one try may take, and all of them together, in milliseconds. */
const tryMs = 8_000;
const patienceMs = 30_000;

/**
 * Makes a client as a careful caller is: it tries the processes of a service in turn and goes on after 503, 429 and
 * silence, with the same headers, so under the same `Idempotency-Key`.
 */
export function createClient(
  urlsOf: (service: ServiceName) => readonly string[],
  history: History,
  random: Random,
): Client {
  return async (request) => {
    const begunAt = Date.now();
    const urls = urlsOf(request.service);
    let turn = random.whole(0, urls.length - 1);
    let doubtful = false;
    let tries = 0;
    const end = (outcome: Outcome, status: number | undefined, body: Reply['body']): Reply => {
      const { kind, service } = request;
      if (request.quiet !== true)
        history.operations.push({ kind, service, outcome, begunAt, endedAt: Date.now(), tries });
      return { outcome, status, body, doubtful };
    };
    while (Date.now() - begunAt < patienceMs) {
      tries += 1;
      const url = urls[turn++ % urls.length] ?? '';
      const at = Date.now();
      const answer = await tryOnce(url, request);
      history.tries.push({ at, service: request.service, status: answer?.status });
      countIn(history.answers, String(answer?.status ?? 'none'));
      if (answer !== undefined && !isTryAgain(answer.status)) {
        return end(answer.status < 400 ? 'acknowledged' : 'refused', answer.status, answer.body);
      }
      // Whoever says 503 may have lost the database right after the commit.
      doubtful = true;
      if (answer !== undefined && answer.status !== 503 && answer.status !== 429) {
        countIn(
          history.strangeAnswers,
          `${answer.status} to ${request.kind}: ${JSON.stringify(answer.body).slice(0, 200)}`,
        );
      }
      await delay(100 + 300 * random.next());
    }
    return end('unknown', undefined, {});
  };
}

function isTryAgain(status: number): boolean {
  return status >= 500 || status === 429;
}

async function tryOnce(url: string, request: Request): Promise<{ status: number; body: Reply['body'] } | undefined> {
  try {
    const response = await fetch(url + request.path, {
      method: request.method ?? 'POST',
      headers: {
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: AbortSignal.timeout(tryMs),
    });
    const body: unknown = JSON.parse((await response.text()) || '{}');
    return { status: response.status, body: typeof body === 'object' && body !== null ? { ...body } : {} };
  } catch {
    return undefined;
  }
}
