import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { type Database, transact } from '@ateneu/persistence';

/** How long after its link has expired a request can still be told apart from one that never was, in days. */
const graceDays = 7;

/** Erases what nobody confirmed: whoever wrote it, it is somebody's name and address, kept for nothing. */
export async function forgetUnconfirmed(database: Database, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - graceDays * 24 * 60 * 60 * 1_000);
  await runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'intake-retention' } }, () =>
    transact(database, async (tx) => {
      // A confirmation at this very moment waits for the lock, and finds no request then.
      const rows = await tx.query<{ id: string }>(
        `select id from intake where confirmed_at is null and confirm_until < $1 order by id limit 500 for update`,
        [before],
      );
      const ids = rows.map(({ id }) => id);
      await tx.query(`delete from intake_history where intake_id = any($1::uuid[])`, [ids]);
      await tx.query(`delete from intake where id = any($1::uuid[])`, [ids]);
      for (const id of ids) await tx.audit({ action: 'erase', subjectType: 'intake', subjectId: id });
    }),
  );
}
