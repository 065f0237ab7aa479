import type { Language } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import { partnerNotFound } from './partner.errors.ts';
import type { ExistingPartner } from './partner.ts';

/** What other features need to know of a partner. */
export interface PartnerStanding {
  status: ExistingPartner['status'];
  name: string;
  /** Its account at the broker; without one nothing can be published to it. */
  accountKey: string | undefined;
  /** Where it is written to, and in which language. */
  contact: { email: string; language: Language };
}

interface StandingRow {
  status: ExistingPartner['status'];
  name: string;
  account_key: string | null;
  contact_email: string;
  language: Language | null;
}

/** @throws DomainError `accompaniment.partner.not-found` */
export async function readPartnerStanding(tx: Transaction, partnerId: string): Promise<PartnerStanding> {
  const [row] = await tx.query<StandingRow>(
    `select status, name, account_key, contact_email, languages[1] as language from partner where id = $1`,
    [partnerId],
  );
  if (row === undefined) throw partnerNotFound();
  return {
    status: row.status,
    name: row.name,
    accountKey: row.account_key ?? undefined,
    contact: { email: row.contact_email, language: row.language ?? 'ca' },
  };
}
