import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { type Database, isTemporary } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';
import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { InitiativeEntity, type InitiativeRow } from '../initiative/index.ts';
import { type ExportFilters, rowsAskedFor } from './export.filters.ts';
import { exportFormats } from './export.format.ts';
import type { ExportClaim, ExportStore } from './export.store.ts';

/** What the job works with. */
export interface ExportWork {
  database: Database;
  exports: ExportStore;
  clock: Clock;
  logger: Logger;
}

const batchSize = 500;

/** How an attempt ended: another has it, or it was deleted; the process stops; or its file is whole. */
type Ending = 'lost' | 'stopped' | 'written';

/**
 * Writes the files that were asked for, the oldest first. Each is of one moment: all its rows are read in one snapshot, so
 * that none is there twice or missing, whatever is edited meanwhile. A snapshot does not outlive its process: a file that
 * was left half written begins anew. A signal makes it stop after the batch in hand.
 */
export async function runExports(work: ExportWork, signal: AbortSignal): Promise<void> {
  const { exports, clock, logger } = work;
  while (!signal.aborted) {
    const claim = await exports.claim(clock.now());
    if (claim === undefined) return;
    const actor = { kind: 'system', id: 'exports' } as const;
    try {
      const ending = await runInContext({ correlationId: newId(), actor }, () => write(work, claim, signal));
      if (ending === 'stopped') await exports.release(claim, clock.now());
      // Somebody else is at it: two who take it from each other would never end.
      if (ending === 'lost' && (await isHeldByAnother(work, claim))) return;
    } catch (err) {
      if (isTemporary(err)) throw err;
      logger.error({ err, export: claim.id }, 'An export cannot be written.');
      await exports.fail(claim, 'unwritable', clock.now());
    }
  }
}

async function isHeldByAnother({ database }: ExportWork, claim: ExportClaim): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `select from export where id = $1 and attempt > $2 and status = 'writing'`,
    [claim.id, claim.attempt],
  );
  return rowCount !== 0;
}

async function write(work: ExportWork, claim: ExportClaim, signal: AbortSignal): Promise<Ending> {
  const { database, exports, clock } = work;
  const format = exportFormats[claim.format];
  return inSnapshot(database, async (em) => {
    const total = await em.count(InitiativeEntity, rowsAskedFor(claim.filters));
    if (!(await exports.begin(claim, total, clock.now()))) {
      await exports.fail(claim, 'interrupted', clock.now());
      return 'lost';
    }
    let number = 0;
    const keep = (content: string, rows: number) =>
      exports.keep(claim, { number: number++, content, rows }, clock.now());
    if (!(await keep(format.head, 0))) return 'lost';
    let written = 0;
    for await (const rows of rowsOf(em, claim.filters)) {
      if (signal.aborted) return 'stopped';
      if (!(await keep(format.write(rows, written === 0), rows.length))) return 'lost';
      written += rows.length;
    }
    if (!(await keep(format.end, 0))) return 'lost';
    return (await exports.finish(claim, clock.now())) ? 'written' : 'lost';
  });
}

/** Reads everything as it is at this moment. It writes nothing, so that it holds no outbox up, however long it takes. */
function inSnapshot<T>(database: Database, read: (em: EntityManager) => Promise<T>): Promise<T> {
  return database.fork().transactional(
    async (em) => {
      await em.execute(`set local transaction_timeout = '1h'`);
      await em.execute(`set local idle_in_transaction_session_timeout = '1min'`);
      return read(em);
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

/** The rows by id, a batch at a time; none is remembered. */
async function* rowsOf(em: EntityManager, filters: ExportFilters): AsyncGenerator<InitiativeRow[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const where = { $and: [{ id: { $gt: after } }, rowsAskedFor(filters)] };
    const rows = await em.find(InitiativeEntity, where, {
      orderBy: { id: 'asc' },
      limit: batchSize,
      disableIdentityMap: true,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}
