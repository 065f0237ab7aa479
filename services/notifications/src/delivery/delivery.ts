import type { Language } from '@ateneu/kernel';

import type { Topic } from './topics.ts';

/**
 * `pending → sending → sent | failed`, back to `pending` after a failure that may pass, `possibly-sent` where nobody
 * can know whether the other side took it, `suppressed` where the person wants no such message.
 */
export const deliveryStatuses = ['pending', 'sending', 'sent', 'possibly-sent', 'failed', 'suppressed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** By which way a message goes. */
export const channels = ['email'] as const;
export type Channel = (typeof channels)[number];

/** A message to one person by one channel, because of one event. */
export interface Delivery {
  id: string;
  /** Goes up with every change; orders the events published about it. */
  version: number;
  kind: string;
  channel: Channel;
  eventId: string;
  eventType: string;
  correlationId: string;
  /** The address, normalised. */
  recipient: string;
  recipientName: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
  status: DeliveryStatus;
  /** How often the provider was spoken to. */
  attempts: number;
  lastError: string | null;
  providerResponse: string | null;
  /** Derived from the id: a second copy of the message would be recognised as such. */
  messageId: string;
  /** What it is about, for one that its reader can do without; null for what is essential. */
  topic: Topic | null;
  /** Where a mail program posts that its reader wants no more of these (RFC 8058); null for what is essential. */
  unsubscribeUrl: string | null;
  /** While it is being sent: whether its text is on the way. Null where nobody says. */
  handover: 'waiting' | 'begun' | null;
  /** Instants are ISO 8601 in UTC. */
  createdAt: string;
  updatedAt: string;
  sentAt: string | null;
  /** When it came back, after it had been taken. */
  bouncedAt: string | null;
  /** When its reader called it unwanted. */
  complainedAt: string | null;
}

/** What a new delivery is made from. */
export type NewDelivery = Pick<
  Delivery,
  | 'id'
  | 'kind'
  | 'channel'
  | 'eventId'
  | 'eventType'
  | 'correlationId'
  | 'recipient'
  | 'recipientName'
  | 'language'
  | 'subject'
  | 'text'
  | 'html'
  | 'messageId'
  | 'topic'
> & {
  unsubscribeUrl: string | null;
  /** The hash by which the reader's own page is found. */
  ownLinkHash: string;
};

/**
 * How an attempt ended.
 *
 * - `sent`: the provider took the message
 * - `refused`: it never will; with `addressRefused`, neither would it any other message to that address
 * - `postponed`: it did not, and may later
 * - `unknown`: the message was on its way when the line was lost, and may or may not have been taken
 */
export type Attempt =
  | { outcome: 'sent'; response: string }
  | { outcome: 'refused'; reason: string; addressRefused: boolean }
  | { outcome: 'postponed'; reason: string }
  | { outcome: 'unknown'; reason: string };

/** The states in which nothing more happens by itself, and from which staff may send the message again. */
export const settledStatuses: readonly DeliveryStatus[] = ['sent', 'possibly-sent', 'failed', 'suppressed'];

/**
 * The address with its domain in lower case. The part before the `@` stays as it is: only its own server knows what its
 * case means.
 */
export function normaliseAddress(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return at === -1 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}

/** The Message-ID of a delivery. */
export function messageIdOf(deliveryId: string, domain: string): string {
  return `<${deliveryId}@${domain}>`;
}
