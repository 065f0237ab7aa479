import { hashSecret, issueSecret } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, isoTimestamp, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';
import { LockMode } from '@mikro-orm/core';

import { accessLinkUnknown, useLink } from '../access-link/index.ts';
import { PartnerEntity, type PartnerRow } from './partner.entity.ts';
import { notASession } from './partner.errors.ts';
import { announce } from './partner.publications.ts';
import type { PartnerProfile } from './partner.ts';

/** Somebody who asked to sign in: for which partner, and with which of its addresses. */
export interface SignIn {
  id: string;
  partnerId: string;
  partnerName: string;
  /** What the registry calls whoever has the address: a contact, or the entity itself. */
  contact: string;
  expiresAt: string;
}

/** A session that was opened; the token is shown this once. */
export interface OpenedSession {
  token: string;
  validUntil: Date;
}

const addressesOf = ({ contactEmail, contacts }: Pick<PartnerProfile, 'contactEmail' | 'contacts'>): string[] =>
  [contactEmail, ...contacts.map(({ email }) => email)].map(emailKey);

/** What the registry calls whoever has an address; `undefined` where the partner has no such address. */
export function contactWith(partner: Pick<PartnerRow, 'name' | 'contactEmail' | 'contacts'>, key: string) {
  const contact = partner.contacts.find(({ email }) => emailKey(email) === key);
  if (contact !== undefined) return { name: contact.name, email: contact.email };
  return emailKey(partner.contactEmail) === key ? { name: partner.name, email: partner.contactEmail } : undefined;
}

/** The request that a link was sent for, while its partner is not suspended and still has the address. */
export async function readSignIn(database: Database, id: string): Promise<SignIn | undefined> {
  const { rows } = await database.pool.query<{ partnerId: string; emailKey: string; expiresAt: string }>(
    `select partner_id as "partnerId", email_key as "emailKey", ${isoTimestamp('expires_at')} as "expiresAt"
     from partner_sign_in join access_link on subject_id = partner_sign_in.id where partner_sign_in.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const partner = await database.fork().findOne(PartnerEntity, { id: row.partnerId });
  const contact = partner === null ? undefined : contactWith(partner, row.emailKey);
  if (partner === null || contact === undefined || partner.status === 'suspended') return undefined;
  const { partnerId, expiresAt } = row;
  return { id, partnerId, partnerName: partner.name, contact: contact.name, expiresAt };
}

/**
 * Opens a session with the link of a request, and uses the link up. The platform is told of its hash as of a key, so that
 * every service lets it in.
 *
 * @throws DomainError `accompaniment.link.unknown` where the link was used just before
 */
export function openSession(
  database: Database,
  { id, partnerId, contact }: SignIn,
  secret: string,
  { at, validUntil }: { at: Date; validUntil: Date },
): Promise<OpenedSession> {
  return transact(database, async (tx) => {
    const row = await tx.em.findOneOrFail(PartnerEntity, { id: partnerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // A suspension that came just before took the link with it.
    if (!(await useLink(tx, 'partner-sign-in', secret, at))) throw accessLinkUnknown();
    const { secret: token, hash } = issueSecret('pst');
    await tx.query(
      `insert into partner_api_key (hash, partner_id, created_at, revoked_at, sign_in_id) values ($1, $2, $3, $4, $5)`,
      [hash, partnerId, at, validUntil, id],
    );
    const details = { signIn: id, contact, validUntil };
    await tx.audit({ action: 'sign-in', subjectType: 'partner', subjectId: partnerId, details });
    publishAll(tx, [await announce(tx, row, at)]);
    return { token, validUntil };
  });
}

/**
 * Ends the session of a token.
 *
 * @throws DomainError `accompaniment.partner.not-a-session` where it is an API key
 */
export function closeSession(database: Database, partnerId: string, token: string, at: Date): Promise<void> {
  return transact(database, async (tx) => {
    const row = await tx.em.findOneOrFail(PartnerEntity, { id: partnerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const ended = await tx.query<{ signIn: string }>(
      `update partner_api_key set revoked_at = $2 where hash = $1 and sign_in_id is not null
       returning sign_in_id as "signIn"`,
      [hashSecret(token), at],
    );
    if (ended[0] === undefined) throw notASession();
    await tx.audit({ action: 'sign-out', subjectType: 'partner', subjectId: partnerId, details: ended[0] });
    publishAll(tx, [await announce(tx, row, at)]);
  });
}

/** Ends a partner's sessions and links to sign in with: all, or those with addresses that `kept` no longer has. */
export async function endSessions(tx: Transaction, partnerId: string, at: Date, kept?: PartnerProfile): Promise<void> {
  const addresses = kept === undefined ? [] : addressesOf(kept);
  await tx.query(
    `update partner_api_key set revoked_at = $2 from partner_sign_in as asked
     where asked.id = sign_in_id and asked.partner_id = $1 and revoked_at > $2 and asked.email_key <> all($3)`,
    [partnerId, at, addresses],
  );
  await tx.query(
    `update access_link set revoked_at = $2 from partner_sign_in as asked
     where asked.id = subject_id and purpose = 'partner-sign-in' and asked.partner_id = $1 and revoked_at is null
       and asked.email_key <> all($3)`,
    [partnerId, at, addresses],
  );
}

/** How the caller came in: with its API key, or as whom and until when. */
export async function readSession(
  { pool }: Pick<Database, 'pool'>,
  token: string,
): Promise<{ validUntil: string | null; emailKey: string | null } | undefined> {
  const { rows } = await pool.query<{ validUntil: string | null; emailKey: string | null }>({
    name: 'partner-session',
    text: `select ${isoTimestamp('revoked_at')} as "validUntil", email_key as "emailKey"
      from partner_api_key left join partner_sign_in on partner_sign_in.id = sign_in_id where hash = $1`,
    values: [hashSecret(token)],
  });
  return rows[0];
}

/** How long an ended session is told apart from a key that nobody has, in days. */
const graceDays = 30;

/** Removes what is left of sessions and requests to sign in that ended long ago. */
export async function clearSessions({ pool }: Pick<Database, 'pool'>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - graceDays * 24 * 60 * 60 * 1_000);
  await pool.query(`delete from partner_api_key where sign_in_id is not null and revoked_at < $1`, [before]);
  await pool.query(
    `delete from partner_sign_in where asked_at < $1
       and not exists (select 1 from partner_api_key where sign_in_id = partner_sign_in.id)`,
    [before],
  );
}
