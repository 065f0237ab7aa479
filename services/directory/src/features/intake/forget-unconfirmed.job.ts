import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { type Database, transact } from '@ateneu/persistence';

/** How long after its link has expired a submission can still be told apart from one that never was, in days. */
const graceDays = 7;
/** How long the author of a decided correction is known, in days. */
const authorDays = 365;
const dayMs = 24 * 60 * 60 * 1_000;

/** Erases what nobody confirmed, and who wrote what was decided long ago. */
export async function forgetSubmissions(database: Database, clock: Clock): Promise<void> {
  const before = (days: number) => new Date(clock.now().getTime() - days * dayMs);
  await runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'submission-retention' } }, () =>
    transact(database, async (tx) => {
      // A confirmation at this very moment waits for the lock, and finds nothing then.
      const forgotten = await tx.query<{ id: string }>(
        `delete from submission where id = any (array(
           select id from submission where expires_at < $1 order by expires_at limit 500 for update)) returning id`,
        [before(graceDays)],
      );
      const anonymous = await tx.query<{ id: string }>(
        `update correction set author = null where author is not null and decided_at < $1 returning id`,
        [before(authorDays)],
      );
      for (const { id } of forgotten) await tx.audit({ action: 'erase', subjectType: 'submission', subjectId: id });
      for (const { id } of anonymous) await tx.audit({ action: 'erase', subjectType: 'correction', subjectId: id });
    }),
  );
}
