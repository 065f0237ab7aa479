import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { type Database, isTemporary, transact, type Transaction } from '@ateneu/persistence';

import type { Logger } from '../logger.ts';
import type { FilledPart, WorkbookSource } from './kept-workbook.ts';

/** What the job works with. */
export interface KeepingWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly source: WorkbookSource;
  readonly logger: Logger;
}

interface Claimed {
  id: string;
  claim: string;
  call: string;
  by: string;
  attempts: number;
}

/** Work that has taken a process with it so often would take the next one too. */
const maxAttempts = 5;

/** Whoever makes a part and whoever erases a person take turns by this lock: see `forgetPeople`. */
export const erasureLock = `hashtext('kept-workbooks')`;

/**
 * Makes the parts that wait for it, the oldest first. What a part says is of one moment; each of its sheets is kept in its
 * own transaction, so that one can see how far it got. One that a process left in the middle is begun again from nothing,
 * and whoever lost it meanwhile can write no more of it.
 */
export async function keepWorkbooks(work: KeepingWork, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await claimNext(work.database);
    if (claimed === undefined) return;
    const actor = { kind: 'staff', id: 'kept-workbook', name: claimed.by, roles: [] } as const;
    await runInContext({ correlationId: newId(), actor }, () => keep(work, claimed, signal));
  }
}

async function keep(work: KeepingWork, claimed: Claimed, signal: AbortSignal): Promise<void> {
  const { database, clock, source, logger } = work;
  try {
    if (claimed.attempts > maxAttempts) throw new Error('It was begun too often.');
    const takenAt = clock.now();
    const part = await source.fill(claimed.call);
    for (const [position] of part.sheets.entries()) {
      if (signal.aborted || !(await keepSheet(database, claimed, part, position))) return;
    }
    await finish(database, claimed, part, { takenAt, at: clock.now() });
  } catch (error) {
    // What cannot be reached now is worth another try, which the queue makes.
    if (isTemporary(error)) throw error;
    logger.error({ err: error, workbook: claimed.id }, 'A workbook could not be kept.');
    await database.pool.query(
      `update kept_workbook set status = 'failed', claim = null, finished_at = $3 where id = $1 and claim = $2`,
      [claimed.id, claimed.claim, clock.now()],
    );
  }
}

/** Only one process at a time does the job, so that one which is being made already was left by a process that is gone. */
function claimNext(database: Database): Promise<Claimed | undefined> {
  return transact(database, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock_shared(${erasureLock})`);
    const [claimed] = await tx.query<Claimed>(
      `update kept_workbook set status = 'running', claim = $1, attempts = attempts + 1, sheets_done = 0, row_count = 0,
         problem_count = 0
       where id = (select id from kept_workbook where status in ('queued', 'running')
         order by requested_at, id limit 1 for update skip locked)
       returning id, claim, call_code as call, requested_by as by, attempts`,
      [newId()],
    );
    if (claimed !== undefined) await empty(tx, claimed.id);
    return claimed;
  });
}

async function empty(tx: Transaction, id: string): Promise<void> {
  for (const table of ['kept_workbook_sheet', 'kept_workbook_row', 'kept_workbook_problem']) {
    await tx.query(`delete from ${table} where workbook_id = $1`, [id]);
  }
}

/** Keeps one sheet; `false` where the part is no longer this process's to make. */
function keepSheet(database: Database, claimed: Claimed, part: FilledPart, position: number): Promise<boolean> {
  const sheet = part.sheets[position];
  if (sheet === undefined) throw new TypeError(`There is no sheet ${position}.`);
  return transact(database, async (tx) => {
    const [still] = await tx.query(
      `update kept_workbook set sheets_done = $3, row_count = row_count + $4
       where id = $1 and claim = $2 returning id`,
      [claimed.id, claimed.claim, position + 1, sheet.rows.length],
    );
    if (still === undefined) return false;
    await tx.query(`insert into kept_workbook_sheet (workbook_id, position, name, columns) values ($1, $2, $3, $4)`, [
      claimed.id,
      position,
      sheet.name,
      JSON.stringify(sheet.columns),
    ]);
    await tx.query(
      `insert into kept_workbook_row (workbook_id, sheet, position, key, person_id, cells)
       select $1, $2, place - 1, line ->> 'key', (line ->> 'personId')::uuid, line -> 'cells'
       from jsonb_array_elements($3::jsonb) with ordinality as t (line, place)`,
      [claimed.id, position, JSON.stringify(sheet.rows)],
    );
    return true;
  });
}

function finish(
  database: Database,
  claimed: Claimed,
  part: FilledPart,
  { takenAt, at }: { takenAt: Date; at: Date },
): Promise<void> {
  return transact(database, async (tx) => {
    const [still] = await tx.query(
      `update kept_workbook set status = 'ready', claim = null, problem_count = $3, taken_at = $4, finished_at = $5
       where id = $1 and claim = $2 returning id`,
      [claimed.id, claimed.claim, part.problems.length, takenAt, at],
    );
    if (still === undefined) return;
    const problems = part.problems.map(({ subject, ...problem }) => ({ ...problem, ...subject }));
    await tx.query(
      `insert into kept_workbook_problem (workbook_id, position, code, sheet, subject_kind, subject_id, label)
       select $1, place - 1, line ->> 'code', line ->> 'sheet', line ->> 'kind', (line ->> 'id')::uuid, line ->> 'label'
       from jsonb_array_elements($2::jsonb) with ordinality as t (line, place)`,
      [claimed.id, JSON.stringify(problems)],
    );
  });
}
