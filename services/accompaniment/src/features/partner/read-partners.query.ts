import type { Language } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

import type { ExistingPartner, PartnerContact, PartnerProfile } from './partner.ts';

/** A partner as staff read it. */
export interface PartnerView {
  id: string;
  version: number;
  status: ExistingPartner['status'];
  name: string;
  contactEmail: string;
  contacts: PartnerContact[];
  languages: Language[];
  // JSON has arrays where the domain promises not to change them.
  accepts: {
    [K in keyof PartnerProfile['accepts']]: PartnerProfile['accepts'][K] extends infer L ? Mutable<L> : never;
  };
  accountKey: string | null;
  credentialsSince: string | null;
  earlierCredentialsUntil: string | null;
  suspensionReason: string | null;
  createdAt: string;
  updatedAt: string;
}

type Mutable<L> = L extends readonly (infer Item)[] ? Item[] : L;

const columns = `
  id, version, status, name, contact_email as "contactEmail", contacts, languages, accepts, account_key as "accountKey",
  ${isoTimestamp('credentials_since')} as "credentialsSince", ${isoTimestamp('revoke_next_at')} as "earlierCredentialsUntil", suspension_reason as "suspensionReason",
  ${isoTimestamp('created_at')} as "createdAt", ${isoTimestamp('updated_at')} as "updatedAt"`;

/** One partner; `undefined` where there is none. */
export async function readPartner({ pool }: Database, id: string): Promise<PartnerView | undefined> {
  const { rows } = await pool.query<PartnerView>({
    name: 'partner',
    text: `select ${columns} from partner where id = $1`,
    values: [id],
  });
  return rows[0];
}

/**
 * The registry, by name.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readPartners(
  { pool }: Database,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: PartnerView[]; next: string | null }> {
  const [after] = cursor === undefined ? [null] : decodeCursor(cursor, ['string']);
  const { rows } = await pool.query<PartnerView>({
    name: 'partners',
    // Names are unique in lower case, so they order the list by themselves.
    text: `select ${columns} from partner where $1::text is null or lower(name) > lower($1)
      order by lower(name) limit $2`,
    values: [after, limit + 1],
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.name]) : null };
}
