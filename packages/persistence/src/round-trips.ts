import type { PoolClient, QueryResult } from 'pg';

import { insertMessages } from './outbox.ts';

/**
 * Statements whose success nobody waits for: they travel with the one that follows, and if they fail, that one does, with
 * their error. A transaction costs two round trips less for it.
 */
const unawaited = new Set(['begin', insertMessages]);

/** Texts made of values would come to be ever more; statements that are written in code are few. */
const mostUnawaited = 1_000;

/** Declares a statement to be one of those. Returns it. */
export function leavesWithNext(text: string): string {
  if (unawaited.size < mostUnawaited) unawaited.add(text);
  return text;
}

/** How many statements a connection keeps prepared; a statement beyond them is parsed and planned each time. */
const mostNames = 300;
const names = new Map<string, string>();
const seenOnce = new Set<string>();

/**
 * The name under which a statement is prepared; none where it must not or need not be. A statement that selects `*` must
 * not: a migration that adds a column would make it fail until the process ends. One that comes only once need not.
 */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames || text.includes('*')) return undefined;
  if (!seenOnce.has(text)) {
    // Lists of every length make ever new texts; they must not fill the memory.
    if (seenOnce.size >= 2_000) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  const name = `q${names.size}`;
  names.set(text, name);
  seenOnce.delete(text);
  return name;
}

type Query = (...args: unknown[]) => unknown;

/** Makes a connection of a pipelining pool prepare what it is asked often, and spare it the answers nobody waits for. */
export function sparingRoundTrips(client: PoolClient): void {
  const query = client.query.bind(client) as Query;
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  let pending: Promise<unknown>[] = [];
  const send: Query = (first, ...others) => {
    if (typeof first === 'string' && unawaited.has(first)) {
      // Held back in our own buffer, so that it leaves in one piece with what follows.
      stream.cork();
      const result = query(...prepared(first, others)) as Promise<QueryResult>;
      result.catch(() => {});
      pending.push(result);
      return Promise.resolve({ command: '', rowCount: null, rows: [] });
    }
    const before = pending;
    pending = [];
    const result = typeof first === 'string' ? query(...prepared(first, others)) : query(first, ...others);
    for (const _ of before) stream.uncork();
    // With a callback there is no promise; nothing that has one is in a transaction of ours.
    if (before.length === 0 || !(result instanceof Promise)) return result;
    result.catch(() => {});
    return inOrder([...before, result]);
  };
  Object.defineProperty(client, 'query', { value: send });
}

/** The last one's result, or the first one's error. */
async function inOrder(results: readonly Promise<unknown>[]): Promise<unknown> {
  let last: unknown;
  for (const result of results) last = await result;
  return last;
}

function prepared(text: string, others: readonly unknown[]): unknown[] {
  const [values, ...callback] = others;
  if (!Array.isArray(values) || values.length === 0) return [text, ...others];
  const name = nameOf(text);
  return name === undefined ? [text, ...others] : [{ name, text, values }, ...callback];
}
