import type { EventContract, EventOf } from '@ateneu/events';
import { issueSecret, type Language, newId } from '@ateneu/kernel';
import { type Subscription, subscription, type TraceCarrier } from '@ateneu/messaging';
import type { Logger } from '@ateneu/service-kit';

import type { DeliveryQueue } from '../delivery/delivery.queue.ts';
import { insertDeliveries } from '../delivery/delivery.store.ts';
import { messageIdOf, type NewDelivery, normaliseAddress } from '../delivery/delivery.ts';
import { type EditedText, fillText } from '../templates/edited-text.ts';
import type { MailContent, MailTemplate, ToolsFor, Written } from '../templates/mail-template.ts';
import { oneLine } from '../templates/plain-text.ts';
import { renderMail } from '../templates/render.ts';
import { currentText } from '../templates/template-texts.store.ts';

/** What it takes to turn an event into a message. */
export interface MailSubscriberOptions {
  queue: Pick<DeliveryQueue, 'enqueueMany'>;
  toolsFor: ToolsFor;
  logger: Logger;
  /** Where the links to readers' own pages begin. */
  ownPages: string;
  /** The domain of our Message-IDs. */
  domain: string;
}

/**
 * Writes the messages that events ask for, and the jobs that will send them, in the transaction that marks the events as
 * read. Whatever happens afterwards, the intent is kept, and it is kept once.
 */
export function sendMailOn(template: MailTemplate, options: MailSubscriberOptions): Subscription {
  const write = async (event: EventOf<EventContract>, textOf: TextOf): Promise<NewDelivery | undefined> => {
    const recipient = template.recipientOf(event.data);
    if (recipient === undefined || isNobodys(recipient.email)) return undefined;
    const written = template.write(event.data, recipient.language, options.toolsFor);
    const edited = await textOf(written.language);
    const { secret, hash } = issueSecret('own');
    const ownPage = `${options.ownPages}/${secret}`;
    const elsewhere = template.unsubscribeOf(event.data);
    const mail = renderMail(filled(edited, written, event.data), {
      name: recipient.name,
      language: written.language,
      own: { url: elsewhere?.pageUrl ?? ownPage, optional: template.topic !== null },
    });
    const id = newId();
    return {
      id,
      kind: template.kind,
      channel: 'email',
      eventId: event.id,
      eventType: event.type,
      correlationId: event.correlationid,
      recipient: normaliseAddress(recipient.email),
      recipientName: oneLine(recipient.name),
      ...mail,
      topic: template.topic,
      unsubscribeUrl: elsewhere?.oneClickUrl ?? (template.topic === null ? null : `${ownPage}/unsubscribe`),
      ownLinkHash: hash,
      messageId: messageIdOf(id, options.domain),
    };
  };

  const filled = (
    edited: EditedText | null,
    { content, language }: Written,
    data: Record<string, unknown>,
  ): MailContent => {
    if (edited === null) return content;
    try {
      return fillText(edited, content, data, language);
    } catch (err) {
      // It was tried with the example alone. Better the built-in words than no message.
      options.logger.error({ err, kind: template.kind, language }, 'An edited text could not be filled in.');
      return content;
    }
  };

  return subscription(template.contract, {
    name: `mail-${template.kind}`,
    handleMany: async (events, tx) => {
      const texts = new Map<Language, Promise<EditedText | null>>();
      const textOf: TextOf = (language) => {
        const known = texts.get(language) ?? currentText(tx, template.kind, language).then(({ content }) => content);
        texts.set(language, known);
        return known;
      };
      const deliveries: NewDelivery[] = [];
      const traces = new Map<string, TraceCarrier>();
      for (const event of events) {
        const delivery = await write(event, textOf);
        if (delivery === undefined) continue;
        deliveries.push(delivery);
        traces.set(delivery.id, event.traceparent === undefined ? {} : { traceparent: event.traceparent });
      }
      if (deliveries.length === 0) return;
      const added = await insertDeliveries(tx, deliveries);
      await options.queue.enqueueMany(
        tx,
        [...added].map((deliveryId) => ({ deliveryId, ...traces.get(deliveryId) })),
      );
    },
  });
}

/** The text that coordinators have written, where they have; read once for all messages of a batch. */
type TextOf = (language: Language) => Promise<EditedText | null>;

/** Services put such an address (RFC 2606) where a person was erased. */
function isNobodys(address: string): boolean {
  return address.toLowerCase().endsWith('.invalid');
}
