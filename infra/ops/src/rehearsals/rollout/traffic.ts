import { setTimeout as delay } from 'node:timers/promises';

/** What was asked of one service over a while. */
export interface Tally {
  requests: number;
  /** What each failed request was, in a line. */
  failed: string[];
  /** Milliseconds from a request to the end of its answer, in ascending order. */
  latencies: number[];
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
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: (number: number) => object;
  /** Called once a request was answered with success. */
  readonly acknowledged?: (number: number) => void;
}

/**
 * Sends each of the calls again and again, `perSecond` times each, whether or not the earlier ones are answered. A request
 * has failed that is not answered, or with a status of 400 and over; nothing is sent a second time.
 */
export function startTraffic(origin: string, calls: readonly Call[], perSecond: number): Traffic {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let tally: Tally = { requests: 0, failed: [], latencies: [] };
  let number = 0;

  const send = async ({ method, path, headers = {}, body, acknowledged }: Call): Promise<void> => {
    const begun = performance.now();
    const id = (number += 1);
    try {
      const answer = await fetch(origin + path, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body(id)) }),
      });
      const text = await answer.text();
      if (answer.status >= 400)
        tally.failed.push(`${method} ${path}: ${answer.status} ${/"code":"[^"]*"/.exec(text)?.[0] ?? ''}`);
      else acknowledged?.(id);
    } catch (cause) {
      tally.failed.push(`${method} ${path}: ${String(cause)} (${String((cause as Error).cause)})`);
    }
    tally.requests += 1;
    tally.latencies.push(performance.now() - begun);
  };

  const repeat = async (call: Call): Promise<void> => {
    for (; !stopping.signal.aborted; await delay(1_000 / perSecond)) {
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
