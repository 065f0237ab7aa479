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

/** How long a connection waits, in milliseconds. */
export interface Patience {
  /**
   * For an answer, before it takes the server for gone: longer than the server lets a statement run. Otherwise a machine
   * that vanished is waited for until the system's own patience ends, a quarter of an hour.
   */
  answerTimeoutMs: number;
}

/** What a migration says that must be given longer; it is, until its transaction ends. */
const asksForPatience = /^set local statement_timeout\b/;

/** Makes a connection of a pipelining pool prepare what it is asked often, and spare it the answers nobody waits for. */
export function sparingRoundTrips(client: PoolClient, { answerTimeoutMs }: Patience): void {
  const query = client.query.bind(client) as Query;
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  let pending: Promise<unknown>[] = [];
  let patient = false;
  const ask = (first: unknown, others: readonly unknown[]): unknown => {
    if (typeof first === 'string' && asksForPatience.test(first)) patient = true;
    const limit = patient ? {} : { query_timeout: answerTimeoutMs };
    if (first === 'commit' || first === 'rollback') patient = false;
    // Named by its caller; a cursor asks in its own way.
    if (typeof first !== 'string') return query(isConfig(first) ? { ...limit, ...first } : first, ...others);
    const [values, ...callback] = others;
    if (!Array.isArray(values) || values.length === 0) return query({ text: first, ...limit }, ...others);
    const name = nameOf(first);
    return query({ ...(name !== undefined && { name }), text: first, values, ...limit }, ...callback);
  };
  const send: Query = (first, ...others) => {
    if (typeof first === 'string' && unawaited.has(first)) {
      // Held back in our own buffer, so that it leaves in one piece with what follows.
      stream.cork();
      const result = ask(first, others) as Promise<QueryResult>;
      result.catch(() => {});
      pending.push(result);
      return Promise.resolve(nothing);
    }
    const before = pending;
    pending = [];
    const result = ask(first, others);
    for (const _ of before) stream.uncork();
    // With a callback there is no promise; nothing that has one is in a transaction of ours.
    if (!(result instanceof Promise)) return result;
    if (first === 'rollback') return rolledBack(client, [...before, result]);
    if (before.length === 0) return result;
    result.catch(() => {});
    return inOrder([...before, result]);
  };
  Object.defineProperty(client, 'query', { value: send });
}

function isConfig(first: unknown): first is object {
  return typeof first === 'object' && first !== null && !('submit' in first);
}

const nothing = { command: '', rowCount: null, rows: [] };

/**
 * A transaction whose rollback is not answered is rolled back all the same: its connection is gone, or goes now. The query
 * builder never gives back a connection whose rollback failed, so that each would be missing from the pool for good.
 */
async function rolledBack(client: PoolClient, results: readonly Promise<unknown>[]): Promise<unknown> {
  const settled = (await Promise.allSettled(results)).at(-1);
  if (settled?.status === 'fulfilled') return settled.value;
  // The pool takes back only what may be used again.
  void client.end().catch(() => {});
  return nothing;
}

/** The last one's result, or the first one's error. */
async function inOrder(results: readonly Promise<unknown>[]): Promise<unknown> {
  let last: unknown;
  for (const result of results) last = await result;
  return last;
}
