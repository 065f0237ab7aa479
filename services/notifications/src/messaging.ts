import { deliveryFailed, deliverySent, type EventContract } from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import { type MailSubscriberOptions, sendMailOn } from './subscribers/send-mail.subscriber.ts';
import { templates } from './templates/index.ts';

/** What notifications tell the others. */
export const publishes: readonly EventContract[] = [deliverySent, deliveryFailed];

/** What notifications hear: every event that has a template. */
export const consumes: readonly EventContract[] = templates.map((template) => template.contract);

/** What they do about it. */
export function subscriptions(options: MailSubscriberOptions): Subscription[] {
  return templates.map((template) => sendMailOn(template, options));
}
