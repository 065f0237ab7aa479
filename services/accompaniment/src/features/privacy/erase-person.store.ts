import { personDataErased } from '@ateneu/events';
import { currentActorName, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { dayOf } from '../../calendar.ts';
import type { Rerouting } from '../referral/index.ts';
import { anonymiseIntakes, anonymiseReferrals, forgetContacts, forgetMembers } from './anonymise.store.ts';
import { findPerson } from './person.query.ts';
import type { RetentionPolicy } from './retention.ts';

/** Takes a contact, by their address, from a partner's registry; it changes nothing where there is none. */
export type RemoveContact = (partnerId: string, emailKey: string, at: Date) => Promise<void>;

/** What an erasure did, or would do. */
export interface ErasureReport {
  /** Null for a dry run. */
  id: string | null;
  intakes: number;
  referrals: number;
  contacts: number;
  members: number;
  /** Partners that had the person among their contacts. */
  partnerContacts: number;
  /** Until when what the funder's audit needs is kept, apart; null where nothing is. */
  keptUntil: string | null;
}

/**
 * Erases what is kept of the person of an address: their consents are withdrawn, so that every holder hears of it; then
 * requests, referrals, contacts and memberships name nobody, and the platform is told to erase them elsewhere, also where
 * there was nothing here: other services may know the person. What was counted stays counted.
 */
export async function erasePerson(
  {
    database,
    rerouting,
    removeContact,
    policy,
  }: { database: Database; rerouting: Rerouting; removeContact: RemoveContact; policy: RetentionPolicy },
  email: string,
  { at, dryRun }: { at: Date; dryRun: boolean },
): Promise<ErasureReport> {
  const key = emailKey(email);
  const found = await findPerson(database, key);
  const counts = {
    intakes: found.intakes.length,
    referrals: found.referrals.length,
    contacts: found.projects.length,
    members: found.members.length,
    partnerContacts: found.partners.length,
  };
  if (dryRun) return { id: null, ...counts, keptUntil: null };
  // Each withdrawal is its own transaction, under the locks of its chain; repeating them changes nothing.
  for (const id of found.consented) await rerouting.withdrawConsent(id, 'ateneu', at, {});
  for (const id of found.partners) await removeContact(id, key, at);
  const today = dayOf(at);
  return transact(database, async (tx) => {
    const id = newId();
    await anonymiseIntakes(tx, found.intakes, at);
    await anonymiseReferrals(tx, found.referrals, at);
    await forgetContacts(tx, found.projects, at);
    // The sessions that they opened are over, and stay as such.
    await tx.query(`update partner_sign_in set email_key = '—' where email_key = $1`, [key]);
    const { keptUntil } = await forgetMembers(tx, found.members, { at, today, years: policy.subsidyYears });
    await tx.query(
      `insert into erasure (id, at, cause, kept_until, erased, actor_name) values ($1, $2, 'person-asked', $3, $4, $5)`,
      [id, at, keptUntil ?? null, JSON.stringify(counts), currentActorName()],
    );
    publishAll(tx, [
      publication(personDataErased, {
        aggregateId: id,
        sequence: 1,
        occurredAt: at,
        data: { erasureId: id, erasedOn: today, keptUntil, personal: { emails: [key] } },
      }),
    ]);
    return { id, ...counts, keptUntil: keptUntil ?? null };
  });
}
