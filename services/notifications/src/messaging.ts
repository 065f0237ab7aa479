import {
  deliveryBounced,
  deliveryComplained,
  deliveryFailed,
  deliverySent,
  type EventContract,
  partnerUpdated,
  personDataErased,
  webhookEndpointDisabled,
} from '@ateneu/events';
import type { Subscription } from '@ateneu/messaging';

import type { WebhookQueue } from './delivery/webhook.queue.ts';
import { erasePerson } from './subscribers/erase-person.subscriber.ts';
import { knowPartner } from './subscribers/know-partner.subscriber.ts';
import { trackOpenWork, workContracts } from './subscribers/open-work.subscriber.ts';
import { partnerContracts, passOnReferralEvents } from './subscribers/pass-on-referral-event.subscriber.ts';
import { type MailSubscriberOptions, sendMailOn } from './subscribers/send-mail.subscriber.ts';
import { templates } from './templates/index.ts';

/** What notifications tell the others. */
export const publishes: readonly EventContract[] = [
  deliverySent,
  deliveryFailed,
  deliveryBounced,
  deliveryComplained,
  webhookEndpointDisabled,
];

/** What notifications hear: every event that has a template, what becomes of partners, and what partners are told. */
export const consumes: readonly EventContract[] = [
  ...templates.map((template) => template.contract),
  ...workContracts,
  personDataErased,
  partnerUpdated,
  ...partnerContracts,
];

/** What they do about it. */
export function subscriptions(options: MailSubscriberOptions & { webhooks: WebhookQueue }): Subscription[] {
  return [
    ...templates.map((template) => sendMailOn(template, options)),
    erasePerson(),
    ...trackOpenWork(),
    knowPartner(options.webhooks),
    ...passOnReferralEvents(options.webhooks),
  ];
}
