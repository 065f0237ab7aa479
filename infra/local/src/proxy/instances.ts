import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** The instances of one part, as they were last seen. */
export interface Instances {
  /** Where the next request goes: the ready ones take turns. Where none is, one that answers, then one that is slow to. */
  next(): string;
  /** A request found nobody there: it is not sent another one until it answers again. */
  missed(origin: string): void;
  /** An answer said that the instance is letting go of its connections: it is sent nothing more, unless no other is there. */
  leaving(origin: string): void;
  /** Looks at all of them now, and from then on again and again. */
  watch(): Promise<void>;
  stop(): void;
}

/** How the instances are looked at. */
export interface WatchOptions {
  /** The path that an instance answers with 2xx while it is ready for requests. */
  readonly path: string;
  readonly everyMs?: number;
  readonly timeoutMs?: number;
}

type Health = 'ready' | 'answers' | 'slow' | 'away';

/**
 * Watches the instances of a part, so that one that is leaving is sent nothing more, and one that has come is sent its
 * share. A name that leads to several addresses is an instance for each; it is resolved at every look.
 *
 * @param origins where the part answers: `http://directory:8080`, or several for instances at addresses of their own
 */
export function createInstances(origins: readonly string[], options: WatchOptions): Instances {
  const { path, everyMs = 500, timeoutMs = 2_000 } = options;
  let seen = new Map<string, Health>();
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async (): Promise<void> => {
    const found = (await Promise.all(origins.map(addressesOf))).flat();
    seen = new Map(found.map((origin) => [origin, seen.get(origin) ?? 'away']));
    // What is learnt of one instance counts at once, however long another takes.
    await Promise.all(found.map(async (origin) => seen.set(origin, await healthOf(origin + path, timeoutMs))));
  };
  const watch = async (): Promise<void> => {
    await look();
    if (!stopped) timer = setTimeout(() => void watch(), everyMs);
  };

  return {
    next: () => {
      const best = (['ready', 'answers', 'slow'] as const)
        .map((wanted) => [...seen].flatMap(([origin, health]) => (health === wanted ? [origin] : [])))
        .find((some) => some.length > 0);
      turn += 1;
      return best?.[turn % best.length] ?? seen.keys().next().value ?? origins[0] ?? '';
    },
    missed: (origin) => {
      if (seen.has(origin)) seen.set(origin, 'away');
    },
    leaving: (origin) => {
      if (seen.get(origin) === 'ready') seen.set(origin, 'answers');
    },
    watch,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function addressesOf(origin: string): Promise<string[]> {
  const { protocol, hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return [origin];
  const found = await lookup(host, { all: true }).catch(() => []);
  // What cannot be resolved stays what it was called, so that a request says so.
  if (found.length === 0) return [origin];
  return found.map(({ address, family }) => {
    const name = family === 6 ? `[${address}]` : address;
    return `${protocol}//${name}${port === '' ? '' : `:${port}`}`;
  });
}

async function healthOf(url: string, timeoutMs: number): Promise<Health> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), headers: { connection: 'close' } });
    await answer.body?.cancel();
    return answer.ok ? 'ready' : 'answers';
  } catch (error) {
    // One that says nothing may be busy; one that refuses is gone.
    return (error as Error).name === 'TimeoutError' ? 'slow' : 'away';
  }
}
