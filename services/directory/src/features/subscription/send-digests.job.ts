import { subscriptionDigestDue } from '@ateneu/events';
import { type Clock, type Language, type LocalizedText } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import type { Addresses } from '../../addresses.ts';
import { newsStatement, readText, type SearchFilters } from '../search/index.ts';
import { issueLink } from './subscription.store.ts';

/** What the job works with. */
export interface DigestWork {
  database: Database;
  clock: Clock;
  addresses: Addresses;
  urlOf: (secret: string) => string;
}

/** How many things one digest names; of more it says how many there are. */
const longest = 20;

interface Due {
  id: string;
  email: string;
  language: Language;
  filters: SearchFilters;
  topic: LocalizedText;
  since: string;
  until: string;
  sequence: number;
}

/**
 * The last Monday at eight in the morning, in the ateneu's time: where the week's news end. It only counts ten minutes
 * later, when whatever was published by then is committed.
 */
const cutOff = `((date_trunc('week', ($1::timestamptz at time zone 'Europe/Madrid') - interval '8 hours 10 minutes')
  + interval '8 hours') at time zone 'Europe/Madrid')`;

/** Whichever process comes first takes a subscription; another one passes it over. */
const selectDue = `
  select id, email, language, filters, topic, digest_until as since, ${cutOff} as until,
         (extract(epoch from ${cutOff}) / 3600)::int as sequence
  from subscription where confirmed_at is not null and ended_at is null and digest_until < ${cutOff}
  order by digest_until, id limit 50 for update skip locked`;

/**
 * Sends every subscriber the news up to last Monday morning that they have not had, in the transaction that remembers it:
 * however often it runs, and wherever, each week's news go out once. Who has no news gets none.
 */
export async function sendDigests(work: DigestWork): Promise<number> {
  for (let sent = 0; ;) {
    const { taken, published } = await transact(work.database, (tx) => sendSome(tx, work));
    sent += published;
    if (taken === 0) return sent;
  }
}

async function sendSome(tx: Transaction, work: DigestWork): Promise<{ taken: number; published: number }> {
  const now = work.clock.now();
  const due = await tx.query<Due>(selectDue, [now]);
  let published = 0;
  for (const each of due) {
    const { items, total } = await readNews(tx, work, each);
    await tx.query(`update subscription set digest_until = $2 where id = $1`, [each.id, each.until]);
    if (items.length === 0) continue;
    published += 1;
    const link = work.urlOf(await issueLink(tx, each.id, now));
    const data = {
      subscriptionId: each.id,
      topic: each.topic,
      since: new Date(each.since).toISOString(),
      until: new Date(each.until).toISOString(),
      items,
      more: total - items.length,
      moreUrl: work.addresses.list(each.filters),
      personal: { email: each.email, language: each.language, manageUrl: link, oneClickUrl: `${link}/one-click` },
    };
    const meta = { aggregateId: each.id, sequence: each.sequence, occurredAt: now };
    publishAll(tx, [publication(subscriptionDigestDue, { ...meta, data })]);
  }
  return { taken: due.length, published };
}

interface News {
  id: string;
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  neighbourhood: string | null;
  publishedAt: string;
  total: number;
}

async function readNews(tx: Transaction, { database, addresses }: DigestWork, { filters, since, until }: Due) {
  const statement = newsStatement(filters, await readText(database, filters.text), { since, until, limit: longest });
  const initiatives = await tx.query<News>(statement.text, statement.values);
  const practices = narrow(filters)
    ? []
    : await tx.query<News>(
        `select id, slug, title, summary, null as neighbourhood, published_at as "publishedAt",
                count(*) over ()::int as total
         from good_practice where status = 'published' and published_at > $1 and published_at <= $2
           and ($3::text[] is null or sectors && $3)
         order by published_at desc, id desc limit $4`,
        [since, until, filters.sectors ?? null, longest],
      );
  const all = [
    ...initiatives.map((news) => ({ news, kind: 'initiative', url: addresses.page(news.slug) })),
    ...practices.map((news) => ({ news, kind: 'good-practice', url: addresses.goodPractice(news.slug) })),
  ].toSorted((left, right) => (new Date(left.news.publishedAt) < new Date(right.news.publishedAt) ? 1 : -1));
  return {
    total: (initiatives[0]?.total ?? 0) + (practices[0]?.total ?? 0),
    items: all.slice(0, longest).map(({ news, kind, url }) => {
      const { id, title, summary, neighbourhood } = news;
      return { itemId: id, kind, title, summary, url, neighbourhood: neighbourhood ?? undefined };
    }),
  };
}

/** A good practice has sectors and nothing else that a search could ask for. */
function narrow(filters: SearchFilters): boolean {
  return Object.entries(filters).some(([name, value]) => name !== 'sectors' && value !== undefined);
}
