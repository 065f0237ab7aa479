import { hashSecret, type Language } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { ownLinkUnknown } from '../delivery/delivery.errors.ts';
import type { DeliveryStatus } from '../delivery/delivery.ts';
import type { Topic } from '../delivery/topics.ts';

/** Who holds a link, and the message that it came in. */
export interface LinkHolder {
  deliveryId: string;
  address: string;
  language: Language;
  topic: Topic | null;
}

/** What a person was sent, and what they want. */
export interface OwnMessages {
  messages: { subject: string; at: string; status: DeliveryStatus }[];
  optedOut: Topic[];
  suppressed: boolean;
}

/** How long a link shows anything, and how far back. */
const linkDays = 180;

/** Finds who a link was sent to. @throws DomainError `notifications.own-link.unknown`, also once it is old */
export async function findLinkHolder(database: Database, secret: string): Promise<LinkHolder> {
  const { rows } = await database.pool.query<LinkHolder>({
    name: 'own-link-holder',
    text: `select id as "deliveryId", recipient as address, language, topic from delivery
      where own_link_hash = $1 and created_at > now() - interval '${linkDays} days'`,
    values: [hashSecret(secret)],
  });
  const [holder] = rows;
  if (holder === undefined) throw ownLinkUnknown();
  return holder;
}

/** The messages of an address, latest first; subjects alone, because texts hold links that are for one person only. */
export async function readOwnMessages(database: Database, address: string): Promise<OwnMessages> {
  const key = emailKey(address);
  const { rows: messages } = await database.pool.query<OwnMessages['messages'][number]>({
    name: 'own-messages',
    text: `select subject, status,
        ${isoTimestamp('coalesce(sent_at, created_at)')} as at
      from delivery where lower(recipient) = $1 and created_at > now() - interval '${linkDays} days'
      order by id desc limit 50`,
    values: [key],
  });
  const { rows } = await database.pool.query<{ optedOut: Topic[]; suppressed: boolean }>({
    name: 'own-preferences',
    text: `select array(select topic from opt_out where address = $1) as "optedOut",
      exists (select from suppression where address = $1) as suppressed`,
    values: [key],
  });
  return { messages, optedOut: rows[0]?.optedOut ?? [], suppressed: rows[0]?.suppressed ?? false };
}
