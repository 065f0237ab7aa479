import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

import { PartnerApiError, PartnerUnreachableError } from './api-errors.ts';

/**
 * One call of the API, whose JSON answer is taken for what its documentation says it is; with `bytes`, the answer is what
 * came, as a `Uint8Array`.
 */
export type Call = <Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  request?: { body?: object | undefined; headers?: Record<string, string>; bytes?: true },
) => Promise<Answer>;

/** What a list is asked for, page by page. */
export interface PageQuery {
  status?: string | undefined;
  pageSize?: number | undefined;
}

/** Reads a list to its end, a page whenever the one before is used up. */
export async function* everyItem<Item>(
  call: Call,
  path: string,
  { status, pageSize }: PageQuery,
): AsyncGenerator<Item> {
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams();
    if (status !== undefined) query.set('status', status);
    if (pageSize !== undefined) query.set('limit', String(pageSize));
    if (cursor !== null) query.set('cursor', cursor);
    const page: { items: Item[]; next: string | null } = await call('GET', `${path}?${query.toString()}`);
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}

/** What a caller needs; described at `PartnerClientOptions`. */
export interface CallerOptions {
  baseUrl: string;
  apiKey: string;
  language?: string;
  timeoutMs?: number;
  attempts?: number;
  longestWaitMs?: number;
  /** Gives up whatever is under way. */
  stopping?: AbortSignal;
}

const problemSchema = z.looseObject({
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
});

/**
 * Makes the function that calls the API: with the key, a time limit, and repeats with jitter where the network fails or
 * the service asks for patience (429, 503). It repeats whatever it is given, so that must bear repeating.
 */
export function createCaller(options: CallerOptions): Call {
  const { timeoutMs = 10_000, attempts = 4, longestWaitMs = 30_000 } = options;
  const base = options.baseUrl.replace(/\/+$/, '');

  const once = async (method: string, path: string, body: string | undefined, headers: Record<string, string>) => {
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          accept: 'application/json, application/problem+json',
          authorization: `Bearer ${options.apiKey}`,
          ...(options.language === undefined ? {} : { 'accept-language': options.language }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        // A key that follows a redirect is a key given away.
        redirect: 'error',
        signal: AbortSignal.any([
          AbortSignal.timeout(timeoutMs),
          ...(options.stopping === undefined ? [] : [options.stopping]),
        ]),
      });
      return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      return new PartnerUnreachableError(error);
    }
  };

  return async <Answer>(...[method, path, { body, headers = {}, bytes } = {}]: Parameters<Call>): Promise<Answer> => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    for (let attempt = 1; ; attempt += 1) {
      const result = await once(method, path, payload, headers);
      if (!(result instanceof Error) && result.response.ok) {
        return (bytes === true ? result.bytes : readJson(textOf(result.bytes))) as Answer;
      }
      const error = result instanceof Error ? result : apiErrorOf(result.response, textOf(result.bytes));
      const waitMs = backoff(attempt, error instanceof PartnerApiError ? error.retryAfterMs : undefined);
      if (!mayPass(error) || attempt >= attempts || waitMs > longestWaitMs) throw error;
      await delay(waitMs);
    }
  };
}

function mayPass(error: PartnerApiError | PartnerUnreachableError): boolean {
  return error instanceof PartnerUnreachableError || error.status === 429 || error.status === 503;
}

/** Grows from a quarter of a second; never shorter than the service asked for. */
function backoff(attempt: number, retryAfterMs = 0): number {
  return retryAfterMs + Math.round(250 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
}

function apiErrorOf(response: Response, text: string): PartnerApiError {
  const problem = problemSchema.safeParse(readJson(text)).data;
  return new PartnerApiError({
    status: response.status,
    code: problem?.code ?? `http.${response.status}`,
    detail: problem?.detail ?? `The answer was ${response.status} ${response.statusText}.`,
    instance: problem?.instance,
    errors: problem?.errors ?? [],
    retryAfterMs: retryAfterOf(response.headers.get('retry-after')),
  });
}

function retryAfterOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
