import type { EntityManager } from '@mikro-orm/postgresql';
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';

import { type AuditEntry, insertAuditRecord } from './audit.ts';
import type { Database } from './database.ts';
import { claimIdempotencyKey, type Idempotency, storeIdempotentResponse } from './idempotency.ts';
import { insertOutboxMessages, type OutboxMessage } from './outbox.ts';
import { leavesWithNext } from './round-trips.ts';
import { runSql } from './sql.ts';
import { reachStep } from './steps.ts';

// Does nothing, and costs nothing, where the process records no traces.
const tracer = trace.getTracer('@ateneu/persistence');

/** A transaction in progress. Everything done through it commits together or not at all. */
export interface Transaction {
  /** The EntityManager bound to this transaction. */
  readonly em: EntityManager;
  /** Puts an event into the outbox; rows are written in order just before the commit. */
  outbox(message: OutboxMessage): void;
  /** Runs one statement with `$1`-style parameters. Pending entity changes are not flushed first. */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs a statement with the commit, in order, after pending entity changes, and waits for no answer of its own. If it
   * fails, the transaction does. Its text is one of a few, with `$1`-style parameters.
   */
  atCommit(text: string, values: readonly unknown[]): void;
  /** Calls `act` once the transaction is committed, and never where it is not. It must not throw. */
  afterCommit(act: () => void): void;
  /** Records an access to personal data. */
  audit(entry: AuditEntry): Promise<void>;
}

/** How a transaction is to run. */
export interface TransactOptions {
  /**
   * Makes the work happen once per key: a repeat gets the first one's result and changes nothing. The result must then
   * be JSON (dates come back as text).
   */
  idempotency?: Idempotency | undefined;
}

/**
 * Runs `work` in one transaction at read committed, and commits its state, outbox rows, audit records and idempotency
 * key together. After the commit the relay is nudged. Any throw rolls everything back.
 */
export function transact<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactOptions = {},
): Promise<T> {
  return tracer.startActiveSpan('transaction', async (span) => {
    try {
      return await run(database, work, options, span);
    } catch (err) {
      // By its class alone: a message may quote what people wrote.
      span.setStatus({ code: SpanStatusCode.ERROR, message: err instanceof Error ? err.name : typeof err });
      throw err;
    } finally {
      span.end();
    }
  });
}

async function run<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactOptions,
  span: Span,
): Promise<T> {
  const messages: OutboxMessage[] = [];
  const statements: { text: string; values: readonly unknown[] }[] = [];
  const afterwards: (() => void)[] = [];
  const result = await database.fork().transactional(async (em) => {
    const claim = options.idempotency;
    if (claim !== undefined) {
      const claimed = await claimIdempotencyKey(em, claim);
      // The type of a stored response is that of the work it was the result of.
      if (!claimed.first) return claimed.response as T;
    }
    const value = await work({
      em,
      outbox: (message) => {
        messages.push(message);
      },
      query: (text, values) => runSql(em, text, values),
      atCommit: (text, values) => {
        statements.push({ text: leavesWithNext(text), values });
      },
      afterCommit: (act) => {
        afterwards.push(act);
      },
      audit: (entry) => insertAuditRecord(em, entry),
    });
    await em.flush();
    for (const { text, values } of statements) await runSql(em, text, values);
    if (messages.length > 0) await insertOutboxMessages(em, messages);
    if (claim !== undefined) await storeIdempotentResponse(em, claim, value);
    reachStep('transaction: before the commit');
    return value;
  });
  span.setAttribute('ateneu.outbox.events', messages.length);
  reachStep('transaction: committed, before the nudge');
  if (messages.length > 0) database.announceOutboxCommit();
  for (const act of afterwards) act();
  return result;
}
