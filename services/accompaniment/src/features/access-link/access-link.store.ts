import { hashSecret, issueSecret } from '@ateneu/kernel';
import { type Database, isoTimestamp, recordAudit, type Transaction } from '@ateneu/persistence';

import { accessLinkExpired, accessLinkUnknown } from './access-link.errors.ts';

/** What a link is good for, and the beginning of its secret. A link for one thing opens nothing else. */
const prefixes = {
  'referral-answer': 'ref',
  consent: 'con',
  'project-invitation': 'inv',
  'partner-sign-in': 'psi',
} as const;
export type LinkPurpose = keyof typeof prefixes;

/** What a link leads to. */
export interface LinkTarget {
  purpose: LinkPurpose;
  subjectId: string;
}

/** Makes a link's secret, and keeps its hash; the secret is in no row but the event that carries it to its holder. */
export async function issueLink(
  tx: Transaction,
  { purpose, subjectId }: LinkTarget,
  { at, expiresAt }: { at: Date; expiresAt: Date },
): Promise<string> {
  const { secret, hash } = issueSecret(prefixes[purpose]);
  await tx.query(
    `insert into access_link (hash, purpose, subject_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [hash, purpose, subjectId, at, expiresAt],
  );
  return secret;
}

/** Uses a link up. Of several that do so at once one is told that it did. */
export async function useLink(tx: Transaction, purpose: LinkPurpose, secret: string, at: Date): Promise<boolean> {
  const used = await tx.query(
    `update access_link set revoked_at = $3
     where hash = $1 and purpose = $2 and revoked_at is null and expires_at > $3 returning hash`,
    [hashSecret(secret), purpose, at],
  );
  return used.length > 0;
}

/** Makes every link to a thing useless from now on. */
export async function revokeLinks(tx: Transaction, { purpose, subjectId }: LinkTarget, at: Date): Promise<void> {
  await tx.query(
    `update access_link set revoked_at = $3 where purpose = $1 and subject_id = $2 and revoked_at is null`,
    [purpose, subjectId, at],
  );
}

/** Lets the links that are still good be so for longer. */
export async function extendLinks(tx: Transaction, { purpose, subjectId }: LinkTarget, until: Date): Promise<void> {
  await tx.query(
    `update access_link set expires_at = greatest(expires_at, $3)
     where purpose = $1 and subject_id = $2 and revoked_at is null`,
    [purpose, subjectId, until],
  );
}

/**
 * What a link's secret leads to. An attempt with one that is unknown, of another purpose, taken back or expired leaves
 * an audit record, without the secret.
 *
 * @throws DomainError `accompaniment.link.unknown` or `.expired`
 */
export async function followLink(database: Database, purpose: LinkPurpose, secret: string, now: Date): Promise<string> {
  const { rows } = await database.pool.query<{ subjectId: string; expiresAt: string; revoked: boolean }>({
    name: 'access-link',
    text: `select subject_id as "subjectId", ${isoTimestamp('expires_at')} as "expiresAt", revoked_at is not null as revoked
      from access_link where hash = $1 and purpose = $2`,
    values: [hashSecret(secret), purpose],
  });
  const [row] = rows;
  if (row !== undefined && !row.revoked && now < new Date(row.expiresAt)) return row.subjectId;
  const why = row === undefined ? 'unknown' : row.revoked ? 'revoked' : 'expired';
  const subjectId = row?.subjectId ?? '*';
  await recordAudit(database, { action: 'refuse', subjectType: 'access-link', subjectId, details: { purpose, why } });
  throw row === undefined || row.revoked ? accessLinkUnknown() : accessLinkExpired();
}
