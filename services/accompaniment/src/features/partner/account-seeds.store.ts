import type { Sealer } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

/** What became of the seeds of partners' accounts. */
export interface RenewalReport {
  /** How many were sealed anew. */
  renewed: number;
  /** The ids of the partners whose seed none of the keys opens. */
  unreadable: string[];
}

/** Seals with the first key what an older one sealed. What no key opens stays as it is, and only its partner fails. */
export async function renewAccountSeeds(database: Database, sealer: Sealer): Promise<RenewalReport> {
  const { rows } = await database.pool.query<{ id: string; seed: string }>(
    'select id, account_seed as seed from partner where account_seed is not null',
  );
  const report: RenewalReport = { renewed: 0, unreadable: [] };
  for (const { id, seed } of rows) {
    let renewed: string | undefined;
    try {
      renewed = sealer.renew(seed, id);
    } catch {
      report.unreadable.push(id);
    }
    if (renewed === undefined) continue;
    // Another process may have sealed it meanwhile.
    const { rowCount } = await database.pool.query(
      'update partner set account_seed = $2 where id = $1 and account_seed = $3',
      [id, renewed, seed],
    );
    report.renewed += rowCount ?? 0;
  }
  return report;
}
