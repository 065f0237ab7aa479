import { currentActorName } from '@ateneu/kernel';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import type { KeptWorkbookErrors } from './kept-workbook.ts';

/** Which workbook. */
export interface WorkbookId {
  readonly call: string;
  readonly id: string;
}

/**
 * Puts a part down to be made under an id that the caller chose. Where it is there already that changes nothing, but for
 * one that failed: it is begun again.
 *
 * @returns whether there is something to do
 * @throws DomainError `….kept-workbook.other-call` where the id is of another call
 */
export function requestWorkbook(
  database: Database,
  { call, id }: WorkbookId,
  { at, errors }: { at: Date; errors: KeptWorkbookErrors },
): Promise<boolean> {
  return transact(database, async (tx) => {
    const created = await tx.query(
      `insert into kept_workbook (id, call_code, status, requested_by, requested_at) values ($1, $2, 'queued', $3, $4)
       on conflict (id) do nothing returning id`,
      [id, call, currentActorName(), at],
    );
    const [row] = await tx.query<{ call: string; status: string }>(
      `select call_code as call, status from kept_workbook where id = $1 for update`,
      [id],
    );
    if (row !== undefined && row.call !== call) throw errors.otherCall({ call: row.call });
    const again = row?.status === 'failed';
    if (again) {
      await tx.query(
        `update kept_workbook set status = 'queued', attempts = 0, requested_by = $2, requested_at = $3,
           finished_at = null where id = $1`,
        [id, currentActorName(), at],
      );
    }
    if (created.length > 0 || again) await audit(tx, 'keep', { call, id });
    return row?.status !== 'ready';
  });
}

/**
 * Marks a workbook as the one that the funder was sent, or takes the mark back. What was sent is kept as long as the funder
 * may audit the call.
 *
 * @param sent on which day, `YYYY-MM-DD`, and what is to be remembered of it; `null` takes it back
 * @throws DomainError `….kept-workbook.not-found`, or `.not-ready`
 */
export function markSent(
  database: Database,
  { call, id }: WorkbookId,
  sent: { on: string; note: string | null; keptUntil: string } | null,
  { at, errors }: { at: Date; errors: KeptWorkbookErrors },
): Promise<void> {
  return transact(database, async (tx) => {
    const [row] = await tx.query<{ status: string }>(
      `select status from kept_workbook where id = $1 and call_code = $2 for update`,
      [id, call],
    );
    if (row === undefined) throw errors.notFound();
    if (row.status !== 'ready') throw errors.notReady();
    await tx.query(
      `update kept_workbook set sent_on = $2::date, sent_note = $3, kept_until = $4::date, sent_marked_by = $5,
         sent_marked_at = $6 where id = $1`,
      sent === null
        ? [id, null, null, null, null, null]
        : [id, sent.on, sent.note, sent.keptUntil, currentActorName(), at.toISOString()],
    );
    await audit(tx, sent === null ? 'unmark-sent' : 'mark-sent', { call, id });
  });
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Removes what was kept for long enough: days after it was asked for, and what was sent when it can be audited no more. */
export function forgetOldWorkbooks(database: Database, { at, days }: { at: Date; days: number }): Promise<number> {
  return transact(database, async (tx) => {
    const rows = await tx.query<{ id: string; call: string }>(
      `delete from kept_workbook where requested_at < $1 and (kept_until is null or kept_until < $2::date)
       returning id, call_code as call`,
      [new Date(at.getTime() - days * dayMs), at.toISOString().slice(0, 10)],
    );
    for (const row of rows) await audit(tx, 'forget', row);
    return rows.length;
  });
}

function audit(tx: Transaction, action: string, { call, id }: WorkbookId): Promise<void> {
  return tx.audit({ action, subjectType: 'justification', subjectId: call, details: { workbook: id } });
}
