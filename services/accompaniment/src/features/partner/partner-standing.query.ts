import type { Transaction } from '@ateneu/persistence';

import { partnerNotFound } from './partner.errors.ts';
import type { ExistingPartner } from './partner.ts';

/** What other features need to know of a partner. */
export interface PartnerStanding {
  status: ExistingPartner['status'];
  name: string;
  /** Its account at the broker; without one nothing can be published to it. */
  accountKey: string | undefined;
}

/** @throws DomainError `accompaniment.partner.not-found` */
export async function readPartnerStanding(tx: Transaction, partnerId: string): Promise<PartnerStanding> {
  const [row] = await tx.query<{ status: ExistingPartner['status']; name: string; account_key: string | null }>(
    `select status, name, account_key from partner where id = $1`,
    [partnerId],
  );
  if (row === undefined) throw partnerNotFound();
  return { status: row.status, name: row.name, accountKey: row.account_key ?? undefined };
}
