import { type Clock, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { partnerSignInRequested } from '@ateneu/events';
import { type Database, transact } from '@ateneu/persistence';
import { emailKey, type Logger } from '@ateneu/service-kit';
import { LockMode } from '@mikro-orm/core';

import { issueLink } from '../access-link/index.ts';
import { PartnerEntity } from './partner.entity.ts';
import { contactWith } from './partner-session.store.ts';

/** How links to sign in are made. */
export interface SignInPolicy {
  /** The page that a link leads to, by its secret. */
  urlOf(secret: string): string;
  linkMinutes: number;
  sessionHours: number;
  /** Requests to sign in a minute that one address of the network may send to one process. */
  asksPerMinute: number;
}

/** Sends links to sign in with. */
export interface SignInDesk {
  /**
   * Sends a link for each partner that has this address. It is back as soon as it is known whether there is any, and what
   * is left to do goes on behind: how long an answer takes must not tell who is registered.
   */
  ask(email: string): Promise<void>;
  /** Waits for what goes on behind. */
  settle(): Promise<void>;
}

/** How many links one address of a partner may ask for in an hour. */
const linksPerHour = 3;

const selectHolders = `
  select id from partner where status <> 'suspended' and (lower(contact_email) = $1
    or exists (select 1 from jsonb_array_elements(contacts) as contact where lower(contact ->> 'email') = $1))`;

export function createSignInDesk({
  database,
  policy,
  clock,
  logger,
}: {
  database: Database;
  policy: SignInPolicy;
  clock: Clock;
  logger: Logger;
}): SignInDesk {
  const pending = new Set<Promise<void>>();
  const sendLink = (partnerId: string, key: string): Promise<void> =>
    transact(database, async (tx) => {
      const row = await tx.em.findOne(PartnerEntity, { id: partnerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const contact = row === null ? undefined : contactWith(row, key);
      if (row === null || contact === undefined || row.status === 'suspended') return;
      const at = clock.now();
      const recent = await tx.query<{ count: number }>(
        `select count(*)::int as count from partner_sign_in
         where partner_id = $1 and email_key = $2 and asked_at > $3::timestamptz - interval '1 hour'`,
        [partnerId, key, at],
      );
      if ((recent[0]?.count ?? 0) >= linksPerHour) {
        logger.warn({ component: 'partner-sign-in', partner: partnerId }, 'One address asked for too many links.');
        return;
      }
      const id = newId();
      await tx.query(`insert into partner_sign_in (id, partner_id, email_key, asked_at) values ($1, $2, $3, $4)`, [
        id,
        partnerId,
        key,
        at,
      ]);
      const expiresAt = new Date(at.getTime() + policy.linkMinutes * 60_000);
      const secret = await issueLink(tx, { purpose: 'partner-sign-in', subjectId: id }, { at, expiresAt });
      await tx.audit({ action: 'ask-sign-in', subjectType: 'partner', subjectId: partnerId, details: { signIn: id } });
      const personal = {
        ...contact,
        language: row.languages[0] ?? 'ca',
        partnerName: row.name,
        signInUrl: policy.urlOf(secret),
      };
      const data = { partnerId, expiresAt: expiresAt.toISOString(), personal };
      publishAll(tx, [publication(partnerSignInRequested, { aggregateId: id, sequence: 1, occurredAt: at, data })]);
    });
  return {
    ask: async (email) => {
      const key = emailKey(email);
      const { rows } = await database.pool.query<{ id: string }>({
        name: 'partners-by-address',
        text: selectHolders,
        values: [key],
      });
      for (const { id } of rows) {
        const sending = sendLink(id, key)
          .catch((err: unknown) => logger.error({ err, partner: id }, 'A link to sign in was not sent.'))
          .finally(() => pending.delete(sending));
        pending.add(sending);
      }
    },
    settle: async () => {
      await Promise.all(pending);
    },
  };
}
