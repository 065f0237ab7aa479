import { setTimeout as delay } from 'node:timers/promises';

/** What was asked of one service over a while. */
export interface Tally {
  requests: number;
  /** What each failed request was, in a line. */
  failed: string[];
  /** Milliseconds from a request to the end of its answer, in ascending order. */
  latencies: number[];
}

/** A tally in a line, and a line for each way in which requests failed. */
export function describeTally({ requests, failed, latencies }: Tally): string {
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
  return [
    `${requests} requests, ${failed.length} failed; p99 ${p99.toFixed(0)} ms, longest ${(latencies.at(-1) ?? 0).toFixed(0)} ms`,
    ...new Set(failed),
  ].join('\n  ');
}

/** Requests that are sent all the time. */
export interface Traffic {
  /** What happened since it was last asked. */
  take(): Tally;
  stop(): Promise<void>;
}

/** One kind of request. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** How often, where it is not as often as the others. */
  readonly perSecond?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as a form where it is one. */
  readonly body?: (number: number) => object | URLSearchParams;
  /** Whether an answer of success is all of it: a page may do without a part. */
  readonly isWhole?: (text: string) => boolean;
  /** Called once a request was answered with success. */
  readonly acknowledged?: (number: number) => void;
}

/**
 * Sends each of the calls again and again, `perSecond` times each, whether or not the earlier ones are answered. A request
 * has failed that is not answered, not with all of the answer, or with a status of 400 and over; nothing is sent a second
 * time.
 */
export function startTraffic(origin: string, calls: readonly Call[], perSecond: number): Traffic {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let tally: Tally = { requests: 0, failed: [], latencies: [] };
  let number = 0;

  const send = async (call: Call): Promise<void> => {
    const { method, path, isWhole, acknowledged } = call;
    const begun = performance.now();
    const id = (number += 1);
    try {
      const answer = await fetch(origin + path, requestOf(call, id));
      const text = await answer.text();
      if (answer.status >= 400)
        tally.failed.push(`${method} ${path}: ${answer.status} ${/"code":"[^"]*"/.exec(text)?.[0] ?? ''}`);
      else if (isWhole?.(text) === false) tally.failed.push(`${method} ${path}: a part of it is missing`);
      else acknowledged?.(id);
    } catch (cause) {
      tally.failed.push(`${method} ${path}: ${String(cause)} (${String((cause as Error).cause)})`);
    }
    tally.requests += 1;
    tally.latencies.push(performance.now() - begun);
  };

  const repeat = async (call: Call): Promise<void> => {
    for (; !stopping.signal.aborted; await delay(1_000 / (call.perSecond ?? perSecond))) {
      const one = send(call).finally(() => underWay.delete(one));
      underWay.add(one);
    }
  };
  const repeating = calls.map((call) => repeat(call));

  return {
    take: () => {
      const taken = { ...tally, latencies: tally.latencies.toSorted((one, other) => one - other) };
      tally = { requests: 0, failed: [], latencies: [] };
      return taken;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(repeating);
      await Promise.all(underWay);
    },
  };
}

function requestOf({ method, headers = {}, body }: Call, id: number): RequestInit {
  const content = body?.(id);
  if (content === undefined) return { method, headers };
  if (content instanceof URLSearchParams) return { method, headers, body: content };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(content) };
}
