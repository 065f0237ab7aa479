import { currentActorName } from '@ateneu/kernel';
import { type Database, recordChanged, transact } from '@ateneu/persistence';
import type { FunderCall } from '@ateneu/reference-data';

import type { Indicator } from './indicators.query.ts';

/** What is set: a number, or `null` where nothing is promised any longer. */
export type TargetChange = Partial<Record<Indicator, number | null>>;

/**
 * Sets the targets that are named, and gives the version that results.
 *
 * @throws DomainError `kit.record.changed` where somebody set targets since `expectedVersion`
 */
export function setTargets(
  database: Database,
  { code }: FunderCall,
  change: TargetChange,
  { at, expectedVersion }: { at: Date; expectedVersion: number },
): Promise<number> {
  return transact(database, async (tx) => {
    // The row is there before it is locked, so that two first times wait for each other too.
    await tx.query(`insert into funder_target_version (call_code, version) values ($1, 0) on conflict do nothing`, [
      code,
    ]);
    const [row] = await tx.query<{ version: number }>(
      `select version from funder_target_version where call_code = $1 for update`,
      [code],
    );
    const version = row?.version ?? 0;
    if (version !== expectedVersion) throw recordChanged({ current: version });
    for (const [indicator, target] of Object.entries(change)) {
      await (target === null
        ? tx.query(`delete from funder_target where call_code = $1 and indicator = $2`, [code, indicator])
        : tx.query(
            `insert into funder_target (call_code, indicator, target, set_by, set_at) values ($1, $2, $3, $4, $5)
             on conflict (call_code, indicator) do update
               set target = excluded.target, set_by = excluded.set_by, set_at = excluded.set_at
               where funder_target.target <> excluded.target`,
            [code, indicator, target, currentActorName(), at],
          ));
    }
    await tx.query(`update funder_target_version set version = $2 where call_code = $1`, [code, version + 1]);
    await tx.audit({ action: 'set-targets', subjectType: 'justification', subjectId: code, details: { ...change } });
    return version + 1;
  });
}
