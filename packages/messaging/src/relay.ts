import { setTimeout as delay } from 'node:timers/promises';

import { type Database, noticesAbsence, reachStep } from '@ateneu/persistence';
import { Client } from 'pg';
import type { Logger } from 'pino';

import type { Broker } from './broker.ts';
import { createNudge, type Nudge } from './nudge.ts';
import { type MessagingObserver, silentObserver } from './observer.ts';
import { publishBatch, type OutgoingMessage } from './publish-batch.ts';
import { inPublishSpans } from './tracing.ts';

/** What a relay needs. */
export interface RelayOptions {
  /** The service whose outbox it empties; one relay leads per service, however many processes run. */
  service: string;
  database: Database;
  broker: Broker;
  logger: Logger;
  observer?: MessagingObserver;
  /** Events per batch; the broker takes 1,000 at most. */
  batchSize?: number;
  /** How long to wait without a nudge before looking again, in milliseconds. */
  pollMs?: number;
}

/** A running relay. */
export interface Relay {
  /** Whether this process holds the service's lock. */
  isLeader(): boolean;
  /** Stops after the batch in progress and gives the lock up. */
  stop(): Promise<void>;
}

interface OutboxRow {
  id: string;
  event_id: string;
  subject: string;
  payload: string;
  waited_ms: number;
}

// Each row is marked for itself, so a transaction that commits late is published late and never skipped. Ids are taken
// under the aggregate's lock, so they keep the order of its events; transaction ids do not (ADR 8). Ordered by the
// column itself: its text would order 10 before 9.
const selectUnpublished = `
  select id::text, event_id::text, subject, payload,
         (extract(epoch from clock_timestamp() - created_at) * 1000)::float8 as waited_ms
  from outbox where published_at is null and id <> all ($2::bigint[])
  order by outbox.id limit $1`;

const markPublished = `update outbox set published_at = now() where id = any($1::bigint[])`;

/**
 * Starts the relay of one service: a loop that leads while it holds an advisory lock on a connection of its own,
 * publishes what the outbox holds in order, and marks rows only after the broker has stored them.
 *
 * It never gives up: while the database or the broker is away it tries again with growing delays, and what is committed
 * waits. A crash between publishing and marking publishes again; the message id and the inbox make that harmless.
 */
export function startRelay(options: RelayOptions): Relay {
  const { logger, database, observer = silentObserver } = options;
  const stopping = new AbortController();
  const nudge = createNudge();
  const stopListening = database.onOutboxCommitted(nudge.give);
  let leader = false;

  const setLeader = (now: boolean): void => {
    if (leader === now) return;
    leader = now;
    observer.leading(now);
    logger.info({ component: 'relay', leader: now }, now ? 'Leading the relay.' : 'No longer leading the relay.');
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await lead(options, observer, stopping.signal, nudge, setLeader, () => {
          failures = 0;
        });
      } catch (err) {
        failures += 1;
        logger.warn({ component: 'relay', err, failures }, 'The relay was interrupted and starts again.');
        await pause(Math.min(5_000, 100 * 2 ** Math.min(failures, 6)), stopping.signal);
      } finally {
        setLeader(false);
      }
    }
  };
  const finished = run();

  return {
    isLeader: () => leader,
    stop: async () => {
      stopping.abort();
      nudge.give();
      stopListening();
      await finished;
    },
  };
}

async function lead(
  options: RelayOptions,
  observer: MessagingObserver,
  stopping: AbortSignal,
  nudge: Nudge,
  setLeader: (leader: boolean) => void,
  succeeded: () => void,
): Promise<void> {
  const client = new Client({
    connectionString: options.database.url,
    application_name: `${options.service}-relay`,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    // A server that vanished is not waited for, and one whose client vanished gives the lock to another.
    query_timeout: 15_000,
    // A mark that a crash of the server takes back is made again: its event is published again, and stored once.
    options: `-c synchronous_commit=off ${noticesAbsence}`,
    keepAlive: true,
    // The next batch is asked for while the last is being marked.
    pipeline: true,
  });
  // A connection that breaks between two queries would otherwise end the process.
  const broken = new AbortController();
  client.on('error', (cause) => broken.abort(cause));
  try {
    await client.connect();
    while (!stopping.aborted && !(await tryLock(client, options.service))) await pause(1_000, stopping);
    if (stopping.aborted) return;
    setLeader(true);
    await drainForever(options, observer, client, AbortSignal.any([stopping, broken.signal]), nudge, succeeded);
  } finally {
    await client.end().catch(() => {});
  }
}

async function tryLock(client: Client, service: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('relay:' || $1, 0)) as locked`,
    [service],
  );
  return rows[0]?.locked === true;
}

async function drainForever(
  options: RelayOptions,
  observer: MessagingObserver,
  client: Client,
  stopping: AbortSignal,
  nudge: Nudge,
  succeeded: () => void,
): Promise<void> {
  const batchSize = options.batchSize ?? 1_000;
  const pollMs = options.pollMs ?? 1_000;
  const read = (except: readonly OutboxRow[]): Promise<OutboxRow[]> => {
    // What is committed from here on may be missing from the answer, and nudges again.
    nudge.reset();
    const reading = client
      .query<OutboxRow>({ name: 'relay-select', text: selectUnpublished, values: [batchSize, idsOf(except)] })
      .then(({ rows }) => rows);
    // Whoever waits for it hears of a failure; until then it must not end the process.
    reading.catch(() => {});
    return reading;
  };
  let next: Promise<OutboxRow[]> | undefined;
  let inHand: readonly OutboxRow[] = [];
  let stored: Promise<void> = Promise.resolve();
  let marked: Promise<unknown> = Promise.resolve();
  // In a backlog nobody waits for a mark, and a relay that cannot mark must not go on publishing the same.
  const unmarked = new AbortController();
  try {
    while (!stopping.aborted) {
      const rows = await (next ?? read([]));
      // In a backlog the next batch is read and this one sent while the last is being stored. Each reading begins at the
      // lowest id, without what is in hand: a row that was committed late must not be overtaken by a later one of its
      // aggregate.
      next = rows.length < batchSize ? undefined : read([...inHand, ...rows]);
      if (rows.length > 0) {
        inHand = rows;
        reachStep('relay: read, before publishing');
        const turn = stored;
        stored = inPublishSpans(rows.map(toMessage), (messages) => publishBatch(options.broker, messages, turn)).then(
          () => {
            reachStep('relay: published, before the mark');
            succeeded();
            marked = client.query({ name: 'relay-mark', text: markPublished, values: [idsOf(rows)] }).then(() => {
              reachStep('relay: marked');
              observer.relayed(rows.length, Math.max(...rows.map((row) => row.waited_ms)));
            });
            marked.catch((cause: unknown) => unmarked.abort(cause));
          },
        );
        stored.catch(() => {});
        await turn;
        unmarked.signal.throwIfAborted();
      }
      if (next !== undefined) continue;
      await stored;
      await marked;
      inHand = [];
      succeeded();
      await nudge.taken(pollMs, stopping);
    }
  } finally {
    // What was sent is stored or refused before anybody, this process or another, leads again.
    await Promise.allSettled([stored, marked]);
  }
  await stored;
  await marked;
}

/** The rows' ids as PostgreSQL writes an array; the driver would quote each. */
function idsOf(rows: readonly OutboxRow[]): string {
  return `{${rows.map(({ id }) => id).join()}}`;
}

function toMessage(row: OutboxRow): OutgoingMessage & { waitedMs: number } {
  return { id: row.event_id, subject: row.subject, payload: row.payload, waitedMs: row.waited_ms };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
