import { currentContext, issueSecret, newId } from '@ateneu/kernel';
import { type Subscription, subscription } from '@ateneu/messaging';

import type { Logger } from '@ateneu/service-kit';

import type { DeliveryQueue } from '../delivery/delivery.queue.ts';
import { insertDelivery } from '../delivery/delivery.store.ts';
import { messageIdOf, normaliseAddress } from '../delivery/delivery.ts';
import { fillText } from '../templates/edited-text.ts';
import type { MailContent, MailTemplate, ToolsFor, Written } from '../templates/mail-template.ts';
import { oneLine } from '../templates/plain-text.ts';
import { renderMail } from '../templates/render.ts';
import { currentText } from '../templates/template-texts.store.ts';

/** What it takes to turn an event into a message. */
export interface MailSubscriberOptions {
  queue: Pick<DeliveryQueue, 'enqueue'>;
  toolsFor: ToolsFor;
  logger: Logger;
  /** Where the links to readers' own pages begin. */
  ownPages: string;
  /** The domain of our Message-IDs. */
  domain: string;
}

/**
 * Writes the message that an event asks for, and the job that will send it, in the transaction that marks the event as
 * read. Whatever happens afterwards, the intent is kept, and it is kept once.
 */
export function sendMailOn(template: MailTemplate, options: MailSubscriberOptions): Subscription {
  return subscription(template.contract, {
    name: `mail-${template.kind}`,
    handle: async (event, tx) => {
      const wordsOf = async ({ content, language }: Written): Promise<MailContent> => {
        const { content: edited } = await currentText(tx, template.kind, language);
        if (edited === null) return content;
        try {
          return fillText(edited, content, event.data, language);
        } catch (err) {
          // It was tried with the example alone. Better the built-in words than no message.
          options.logger.error({ err, kind: template.kind, language }, 'An edited text could not be filled in.');
          return content;
        }
      };
      const recipient = template.recipientOf(event.data);
      if (recipient === undefined || isNobodys(recipient.email)) return;
      const written = template.write(event.data, recipient.language, options.toolsFor);
      const { secret, hash } = issueSecret('own');
      const ownPage = `${options.ownPages}/${secret}`;
      const elsewhere = template.unsubscribeOf(event.data);
      const mail = renderMail(await wordsOf(written), {
        name: recipient.name,
        language: written.language,
        own: { url: elsewhere?.pageUrl ?? ownPage, optional: template.topic !== null },
      });
      const id = newId();
      const isNew = await insertDelivery(tx, {
        id,
        kind: template.kind,
        channel: 'email',
        eventId: event.id,
        eventType: event.type,
        correlationId: currentContext()?.correlationId ?? event.correlationid,
        recipient: normaliseAddress(recipient.email),
        recipientName: oneLine(recipient.name),
        ...mail,
        topic: template.topic,
        unsubscribeUrl: elsewhere?.oneClickUrl ?? (template.topic === null ? null : `${ownPage}/unsubscribe`),
        ownLinkHash: hash,
        messageId: messageIdOf(id, options.domain),
      });
      if (isNew) await options.queue.enqueue(tx, id);
    },
  });
}

/** Services put such an address (RFC 2606) where a person was erased. */
function isNobodys(address: string): boolean {
  return address.toLowerCase().endsWith('.invalid');
}
