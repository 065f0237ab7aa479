import { subscriptionConfirmationRequested } from '@ateneu/events';
import { hashSecret, issueSecret, type Language, type LocalizedText, newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { linkExpired, linkUnknown } from '../intake/index.ts';
import type { SearchFilters } from '../search/index.ts';
import { tooManySubscriptions } from './subscription.errors.ts';
import { topicOf } from './subscription.topic.ts';

/** A subscription as the holder of its link sees it. */
export interface SubscriptionView {
  id: string;
  topic: LocalizedText;
  language: Language;
  state: 'unconfirmed' | 'active' | 'ended';
}

/** Keeps who wants to hear what is new. An address is kept while it is subscribed, and no longer. */
export interface SubscriptionStore {
  /** @throws DomainError `directory.subscription.too-many-unconfirmed` */
  create(given: { email: string; language: Language; filters: SearchFilters; at: Date }): Promise<{ id: string }>;
  /** @throws DomainError `directory.link.unknown` or `directory.link.expired` */
  find(secret: string, now: Date): Promise<SubscriptionView>;
  /** The address is the person's own. @throws DomainError as `find` */
  confirm(secret: string, now: Date): Promise<SubscriptionView>;
  /** Ends it and forgets the address. @throws DomainError `directory.link.unknown` */
  end(secret: string, now: Date): Promise<SubscriptionView>;
  /** Erases what nobody confirmed, what ended a month ago, and the links of mails that are older than a year. */
  forget(now: Date): Promise<void>;
}

/** What the store works with. */
export interface SubscriptionOptions {
  urlOf: (secret: string) => string;
  /** How long the link to confirm is good for, in hours. */
  hours: number;
}

const hourMs = 60 * 60 * 1_000;
/** How many subscriptions of one address may wait for their confirmation, within a day. */
const mostUnconfirmed = 3;

interface Row {
  id: string;
  topic: LocalizedText;
  language: Language;
  expires_at: string;
  confirmed_at: string | null;
  ended_at: string | null;
}

const bySecret = `select subscription.* from subscription_link join subscription on subscription.id = subscription_id
  where secret_hash = $1`;

export function createSubscriptionStore(database: Database, options: SubscriptionOptions): SubscriptionStore {
  return {
    create: (given) => transact(database, (tx) => insert(tx, given, options)),
    find: async (secret, now) => {
      const { rows } = await database.pool.query<Row>({
        name: 'subscription-by-secret',
        text: bySecret,
        values: [hashSecret(secret)],
      });
      return viewOf(alive(rows[0], now));
    },
    confirm: (secret, now) =>
      transact(database, async (tx) => {
        const row = alive(await lock(tx, secret), now);
        if (row.confirmed_at === null && row.ended_at === null) {
          // The first digest tells what is new from here on.
          await tx.query(`update subscription set confirmed_at = $2, digest_until = $2 where id = $1`, [row.id, now]);
        }
        return viewOf({ ...row, confirmed_at: row.confirmed_at ?? now.toISOString() });
      }),
    end: (secret, now) =>
      transact(database, async (tx) => {
        const row = await lock(tx, secret);
        if (row === undefined) throw linkUnknown();
        await tx.query(
          `update subscription set email = null, email_key = null, ended_at = coalesce(ended_at, $2) where id = $1`,
          [row.id, now],
        );
        return viewOf({ ...row, ended_at: now.toISOString() });
      }),
    forget: async (now) => {
      const before = (days: number) => new Date(now.getTime() - days * 24 * hourMs);
      await database.pool.query(
        `delete from subscription where (confirmed_at is null and expires_at < $1) or ended_at < $2`,
        [before(7), before(30)],
      );
      // Each digest has a link of its own. Whoever keeps an old mail may leave by it for a year, and by the last one ever.
      await database.pool.query(
        `delete from subscription_link as old where created_at < $1 and exists (
           select from subscription_link as newer
           where newer.subscription_id = old.subscription_id and newer.created_at > old.created_at)`,
        [before(365)],
      );
    },
  };
}

async function lock(tx: Transaction, secret: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(`${bySecret} for update of subscription`, [hashSecret(secret)]);
  return row;
}

function alive(row: Row | undefined, now: Date): Row {
  if (row === undefined) throw linkUnknown();
  const waits = row.confirmed_at === null && row.ended_at === null;
  if (waits && now.getTime() >= new Date(row.expires_at).getTime()) throw linkExpired();
  return row;
}

function viewOf({ id, topic, language, confirmed_at, ended_at }: Row): SubscriptionView {
  if (ended_at !== null) return { id, topic, language, state: 'ended' };
  return { id, topic, language, state: confirmed_at === null ? 'unconfirmed' : 'active' };
}

async function insert(
  tx: Transaction,
  { email, language, filters, at }: Parameters<SubscriptionStore['create']>[0],
  { urlOf, hours }: SubscriptionOptions,
): Promise<{ id: string }> {
  const key = emailKey(email);
  await refuseFlood(tx, key, at);
  const id = newId();
  const topic = topicOf(filters);
  const expiresAt = new Date(at.getTime() + hours * hourMs);
  await tx.query(
    `insert into subscription (id, email, email_key, language, filters, topic, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, email, key, language, JSON.stringify(filters), JSON.stringify(topic), at, expiresAt],
  );
  const confirmUrl = urlOf(await issueLink(tx, id, at));
  const personal = { email, language, confirmUrl };
  const data = { subscriptionId: id, topic, expiresAt: expiresAt.toISOString(), personal };
  const meta = { aggregateId: id, sequence: 1, occurredAt: at };
  publishAll(tx, [publication(subscriptionConfirmationRequested, { ...meta, data })]);
  return { id };
}

/** A link of its own for each message: only its hash is kept. */
export async function issueLink(tx: Transaction, subscriptionId: string, at: Date): Promise<string> {
  const { secret, hash } = issueSecret('nws');
  await tx.query(`insert into subscription_link (secret_hash, subscription_id, created_at) values ($1, $2, $3)`, [
    hash,
    subscriptionId,
    at,
  ]);
  return secret;
}

/** Whoever writes another person's address into the form must not be able to fill their mailbox. */
async function refuseFlood(tx: Transaction, key: string, at: Date): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('subscription:' || $1, 0))`, [key]);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from subscription where email_key = $1 and confirmed_at is null and created_at > $2`,
    [key, new Date(at.getTime() - 24 * hourMs)],
  );
  if ((row?.count ?? 0) >= mostUnconfirmed) throw tooManySubscriptions();
}
