import { type DataOf, partnerCredentialsRotated, partnerUpdated } from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';
import { isoTimestamp, type Transaction } from '@ateneu/persistence';

import type { PartnerRow } from './partner.entity.ts';
import type { PartnerEvent } from './partner.ts';

const selectKeys = `
  select hash as sha256, ${isoTimestamp('revoked_at')} as "validUntil" from partner_api_key
  where partner_id = $1 and (revoked_at is null or revoked_at > $2) order by created_at, hash`;

/**
 * All that the platform is told of a partner, as it stands in this transaction, with the next number of its announcements:
 * never below the version, by which they were numbered before.
 *
 * @param at the instant of the change, at which a key must still be good to be told of
 */
export async function announce(tx: Transaction, row: PartnerRow, at: Date): Promise<Publication> {
  row.announcement = Math.max(row.version, row.announcement + 1);
  row.announcedVersion = row.version;
  row.toldVersion = row.version;
  const keys = await tx.query<{ sha256: string; validUntil: string | null }>(selectKeys, [row.id, at]);
  const data: DataOf<typeof partnerUpdated> = {
    partnerId: row.id,
    name: row.name,
    standing: row.status,
    accountKey: row.accountKey ?? undefined,
    apiKeys: keys.map(({ sha256, validUntil }) => ({ sha256, validUntil: validUntil ?? undefined })),
    personal: { email: row.contactEmail, language: row.languages[0] ?? 'ca' },
  };
  return publication(partnerUpdated, { aggregateId: row.id, sequence: row.announcement, occurredAt: at, data });
}

/** What the partner itself is told by e-mail: that it has new credentials, and until when the earlier ones work. */
export function noticesOf(row: PartnerRow, event: PartnerEvent): Publication[] {
  if (event.type !== 'credentials-replaced') return [];
  const validUntil = (event.overlapUntil ?? event.at).toISOString();
  const personal = { name: row.name, email: row.contactEmail, language: row.languages[0] ?? 'ca' };
  const meta = { aggregateId: row.id, sequence: row.version, occurredAt: event.at };
  return [
    publication(partnerCredentialsRotated, {
      ...meta,
      data: { partnerId: row.id, validUntil, by: event.by, personal },
    }),
  ];
}
