import { newId } from '@ateneu/kernel';
import { type Database, type Idempotency, transact, type Transaction } from '@ateneu/persistence';

import { exportNotFound, exportTooMany, exportWrongState } from './exchange.errors.ts';
import type { ExportFilters } from './export.filters.ts';
import type { ExportFormatName } from './export.format.ts';

/** Where an export stands. */
export const exportStatuses = ['waiting', 'writing', 'ready', 'failed', 'expired'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** Why one failed: its process ended again and again, or an initiative cannot be written. */
export const exportFailures = ['interrupted', 'unwritable'] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** The most that one person may have waiting, being written, or kept. */
export const mostExports = { atWork: 3, kept: 20 } as const;
/** How often a file is begun before it is given up. */
export const mostTries = 5;
/** How long it is remembered that there was one, in days. */
const rememberedDays = 90;

/** An export that somebody writes now. Whoever has an older attempt of it in hand can change nothing any more. */
export interface ExportClaim {
  id: string;
  attempt: number;
  format: ExportFormatName;
  filters: ExportFilters;
}

/** What is asked for, and by whom. */
export interface ExportOrder {
  format: ExportFormatName;
  filters: ExportFilters;
  by: { id: string; name: string };
  at: Date;
}

/** Keeps exports and the parts of their files. */
export interface ExportStore {
  /** Puts one down to be written. @throws DomainError `directory.export.too-many` */
  create(order: ExportOrder, idempotency: Idempotency | undefined): Promise<string>;
  /**
   * Has one that failed or is not kept any more written anew, for whoever says so.
   *
   * @throws DomainError `directory.export.wrong-state`, `.not-found` or `.too-many`
   */
  restart(id: string, by: ExportOrder['by'], at: Date): Promise<void>;
  /** Ends it, whatever it is at. */
  remove(id: string): Promise<void>;
  /** Takes the oldest that is to be written, from whoever left it half done too; its file begins anew. */
  claim(at: Date): Promise<ExportClaim | undefined>;
  /** Says how many rows there will be. */
  begin(claim: ExportClaim, total: number, at: Date): Promise<boolean>;
  /** Keeps the next part of the file. Like every step of a claim, `false` where it is not this attempt’s any more. */
  keep(claim: ExportClaim, part: { number: number; content: string; rows: number }, at: Date): Promise<boolean>;
  finish(claim: ExportClaim, at: Date): Promise<boolean>;
  fail(claim: ExportClaim, failure: ExportFailure, at: Date): Promise<boolean>;
  /** Leaves it to whoever comes next, as if it had not been begun. */
  release(claim: ExportClaim, at: Date): Promise<boolean>;
  /** Takes away the files whose time is over, and forgets what nobody asks about any more. */
  sweep(at: Date): Promise<void>;
}

const isMine = `id = $1 and attempt = $2 and status = 'writing'`;
const nothingWritten = `processed = 0, size = 0, total = null, as_of = null`;

export function createExportStore(database: Database, { keptDays }: { keptDays: number }): ExportStore {
  const { pool } = database;
  const step = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    ((await pool.query(text, [...values])).rowCount ?? 0) > 0;
  /** Ends an attempt, and takes what it wrote away. */
  const end = (claim: ExportClaim, changes: string, values: readonly unknown[]): Promise<boolean> =>
    transact(database, async (tx) => {
      const ended = await tx.query(`update export set ${changes}, ${nothingWritten} where ${isMine} returning id`, [
        claim.id,
        claim.attempt,
        ...values,
      ]);
      if (ended.length > 0) await tx.query(`delete from export_part where export_id = $1`, [claim.id]);
      return ended.length > 0;
    });
  return {
    create: (order, idempotency) => transact(database, (tx) => create(tx, order), { idempotency }),
    restart: (id, by, at) => transact(database, (tx) => restart(tx, { id, by, at })),
    remove: async (id) => {
      await pool.query(`delete from export where id = $1`, [id]);
    },
    claim: (at) =>
      transact(database, async (tx) => {
        const [claimed] = await tx.query<ExportClaim>(
          `update export set status = 'writing', attempt = attempt + 1, tries = tries + 1, updated_at = $1,
             ${nothingWritten}
           where id = (select id from export where status in ('waiting', 'writing') order by created_at, id limit 1
             for update)
           returning id, attempt, format, filters`,
          [at],
        );
        // Only now: what an attempt before was about to write had to wait for this row, and finds that it lost it.
        if (claimed !== undefined) await tx.query(`delete from export_part where export_id = $1`, [claimed.id]);
        return claimed;
      }),
    begin: (claim, total, at) =>
      step(`update export set total = $3, as_of = $4, updated_at = $4 where ${isMine} and tries <= ${mostTries}`, [
        claim.id,
        claim.attempt,
        total,
        at,
      ]),
    keep: (claim, { number, content, rows }, at) =>
      step(
        `with held as (update export set processed = processed + $3, size = size + $4, updated_at = $5
           where ${isMine} returning id, attempt)
         insert into export_part (export_id, attempt, part, content) select id, attempt, $6, $7 from held`,
        [claim.id, claim.attempt, rows, Buffer.byteLength(content), at, number, content],
      ),
    finish: (claim, at) =>
      step(
        `update export set status = 'ready', updated_at = $3, expires_at = $3::timestamptz + make_interval(days => $4)
         where ${isMine}`,
        [claim.id, claim.attempt, at, keptDays],
      ),
    fail: (claim, failure, at) => end(claim, `status = 'failed', failure = $3, updated_at = $4`, [failure, at]),
    release: (claim, at) => end(claim, `status = 'waiting', tries = tries - 1, updated_at = $3`, [at]),
    sweep: async (at) => {
      await pool.query(
        `with over as (update export set status = 'expired', taken_away = 'age', updated_at = $1
           where status = 'ready' and expires_at <= $1 returning id)
         delete from export_part using over where export_id = over.id`,
        [at],
      );
      await pool.query(
        `delete from export where created_at < $1::timestamptz - make_interval(days => $2)
           and status in ('failed', 'expired')`,
        [at, rememberedDays],
      );
    },
  };
}

async function create(tx: Transaction, { format, filters, by, at }: ExportOrder): Promise<string> {
  await findRoom(tx, by.id, at);
  const id = newId();
  await tx.query(
    `insert into export (id, status, format, filters, created_by, created_by_id, created_at, updated_at)
     values ($1, 'waiting', $2, $3, $4, $5, $6, $6)`,
    [id, format, JSON.stringify(filters), by.name, by.id, at],
  );
  await audit(tx, { id, format, filters });
  return id;
}

async function restart(
  tx: Transaction,
  { id, by, at }: Pick<ExportOrder, 'by' | 'at'> & { id: string },
): Promise<void> {
  await findRoom(tx, by.id, at);
  const [begun] = await tx.query<Pick<ExportClaim, 'id' | 'format' | 'filters'>>(
    `update export set status = 'waiting', tries = 0, failure = null, taken_away = null, expires_at = null,
       created_by = $2, created_by_id = $3, updated_at = $4, ${nothingWritten}
     where id = $1 and (status in ('failed', 'expired') or (status = 'ready' and expires_at <= $4))
     returning id, format, filters`,
    [id, by.name, by.id, at],
  );
  if (begun !== undefined) return audit(tx, begun);
  const [found] = await tx.query<{ status: string }>(`select status from export where id = $1`, [id]);
  throw found === undefined ? exportNotFound() : exportWrongState({ status: found.status });
}

/** @throws DomainError `directory.export.too-many` */
async function findRoom(tx: Transaction, person: string, at: Date): Promise<void> {
  // One after the other for each person: two at once would both find room for themselves.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('export of ' || $1, 0))`, [person]);
  const [has] = await tx.query<{ working: number; kept: number }>(
    `select (count(*) filter (where status <> 'ready'))::int as working,
       (count(*) filter (where status = 'ready' and expires_at > $2))::int as kept
     from export where created_by_id = $1 and status in ('waiting', 'writing', 'ready')`,
    [person, at],
  );
  const { working = 0, kept = 0 } = has ?? {};
  if (working >= mostExports.atWork) throw exportTooMany({ count: working, max: mostExports.atWork });
  if (kept >= mostExports.kept) throw exportTooMany({ count: kept, max: mostExports.kept });
}

function audit(
  tx: Transaction,
  { id, format, filters }: Pick<ExportClaim, 'id' | 'format' | 'filters'>,
): Promise<void> {
  const details = { export: id, format, filters };
  return tx.audit({ action: 'export', subjectType: 'initiative', subjectId: '*', details });
}

/**
 * Takes every file away that is kept, and has those anew that are being written: somebody was erased, and a copy must not
 * outlive what it was a copy of. Nobody begins one meanwhile, so that none can be of before.
 */
export async function takeExportsAway(tx: Transaction, at: Date): Promise<{ id: string }[]> {
  await tx.query(`lock table export in share row exclusive mode`);
  await tx.query(
    `update export set status = 'waiting', attempt = attempt + 1, updated_at = $1, ${nothingWritten}
     where status = 'writing'`,
    [at],
  );
  const taken = await tx.query<{ id: string }>(
    `update export set status = 'expired', taken_away = 'erasure', updated_at = $1 where status = 'ready' returning id`,
    [at],
  );
  await tx.query(`delete from export_part using export where export_id = export.id and status <> 'ready'`);
  return taken;
}
