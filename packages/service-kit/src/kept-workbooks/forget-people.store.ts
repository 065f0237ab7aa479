import type { Transaction } from '@ateneu/persistence';

import { erasureLock } from './keep-workbooks.job.ts';
import type { KeptCell, KeptColumn } from './kept-workbook.ts';

/** What an erasure takes out of kept workbooks. */
export interface Forgetting {
  /** Those that rows name as their person. */
  readonly personIds: readonly string[];
  /** The headings of the cells that go, with what stands there instead. */
  readonly cells: Readonly<Record<string, KeptCell>>;
  readonly at: Date;
}

interface Row {
  id: string;
  sheet: number;
  position: number;
  cells: KeptCell[];
  columns: KeptColumn[];
}

/**
 * Takes people out of every kept workbook, in the transaction of their erasure: the named cells of their rows, and what
 * problems called them. Rows stay, so that what was counted stays counted, and the workbook says that something was taken
 * out. A part in the making is begun again, because it may have read of them already.
 *
 * @returns how many rows lost something
 */
export async function forgetPeople(tx: Transaction, { personIds, cells, at }: Forgetting): Promise<number> {
  if (personIds.length === 0) return 0;
  // From here to the commit no part is begun: what is read of people afterwards is without them.
  await tx.query(`select pg_advisory_xact_lock(${erasureLock})`);
  await tx.query(`update kept_workbook set status = 'queued', claim = null where status = 'running'`);
  const rows = await tx.query<Row>(
    `select line.workbook_id as id, sheet, line.position, cells, columns from kept_workbook_row as line
     join kept_workbook_sheet as of on of.workbook_id = line.workbook_id and of.position = line.sheet
     where person_id = any ($1::uuid[]) order by 1, 2, 3 for update of line`,
    [personIds],
  );
  const changed = rows.flatMap(({ columns, ...row }) => {
    const left = row.cells.map((cell, index) => {
      const heading = columns[index]?.heading ?? '';
      return heading in cells && cell !== null ? (cells[heading] ?? null) : cell;
    });
    return JSON.stringify(left) === JSON.stringify(row.cells) ? [] : [{ ...row, cells: left }];
  });
  await tx.query(
    `update kept_workbook_row as line set cells = gone.cells, erased_at = $2
     from jsonb_to_recordset($1::jsonb) as gone (id uuid, sheet int, position int, cells jsonb)
     where line.workbook_id = gone.id and line.sheet = gone.sheet and line.position = gone.position`,
    [JSON.stringify(changed), at],
  );
  await tx.query(`update kept_workbook_problem set label = '—' where subject_id = any ($1::uuid[])`, [personIds]);
  const touched = [...new Set(changed.map(({ id }) => id))];
  await tx.query(
    `update kept_workbook as book set erased_at = $2, erased_rows = (select count(*) from kept_workbook_row
       where workbook_id = book.id and erased_at is not null) where id = any ($1::uuid[])`,
    [touched, at],
  );
  for (const id of touched) await tx.audit({ action: 'erase', subjectType: 'kept-workbook', subjectId: id });
  return changed.length;
}
