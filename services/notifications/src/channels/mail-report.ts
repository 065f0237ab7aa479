import type { Attachment } from 'mailparser';

import { withoutAddresses } from './smtp-outcome.ts';

/** What a report says became of one message. */
export type MailReport =
  | { kind: 'bounce'; messageId: string | undefined; recipient: string | undefined; permanent: boolean; reason: string }
  | { kind: 'complaint'; messageId: string | undefined; recipient: string | undefined; feedback: string };

/**
 * Enhanced status codes (RFC 3463) by which a server says that the address itself is dead: no such mailbox or host, or a
 * mailbox that was closed. Full mailboxes, policies and reputation say nothing of the kind.
 */
const deadAddress = /(?:^|\D)5\.(?:1\.(?:1|2|3|6|10)|2\.1)(?!\d)/;

/** Whether an answer of a mail server says that nothing should be sent to the address again. */
export function saysAddressIsDead(text: string): boolean {
  return deadAddress.test(text);
}

/**
 * Reads a delivery status notification (RFC 3464) or a feedback report (RFC 5965), as a mail server hands them over.
 * Anything else, and news of mere delay, gives nothing.
 */
export async function readMailReport(raw: Buffer): Promise<MailReport[]> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipTextToHtml: true, skipHtmlToText: true });
  const part = (type: string): Attachment | undefined => mail.attachments.find((item) => item.contentType === type);
  const messageId = originalMessageId(part('message/rfc822') ?? part('text/rfc822-headers'));
  const status = part('message/delivery-status');
  if (status !== undefined) return bouncesOf(status.content.toString('utf8'), messageId);
  const feedback = part('message/feedback-report');
  if (feedback === undefined) return [];
  const [fields = new Map<string, string>()] = blocksOf(feedback.content.toString('utf8'));
  const kind = fields.get('feedback-type')?.toLowerCase() ?? 'other';
  if (kind === 'not-spam') return [];
  return [
    {
      kind: 'complaint',
      messageId,
      recipient: addressOf(fields.get('original-rcpt-to')),
      feedback: knownFeedback(kind),
    },
  ];
}

/** The kind of a complaint, among those that the events know. */
export function knownFeedback(text: string): string {
  return ['abuse', 'fraud', 'virus'].includes(text) ? text : 'other';
}

/** The first block is about the message, each one after it about a recipient. */
function bouncesOf(text: string, messageId: string | undefined): MailReport[] {
  return blocksOf(text)
    .filter((fields) => fields.get('action')?.toLowerCase() === 'failed')
    .map((fields) => {
      const status = fields.get('status') ?? '';
      const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^\w+;\s*/, '');
      return {
        kind: 'bounce',
        messageId,
        recipient: addressOf(fields.get('original-recipient') ?? fields.get('final-recipient')),
        permanent: saysAddressIsDead(status),
        reason: withoutAddresses(`${status} ${diagnostic}`.trim()).slice(0, 300),
      };
    });
}

/** Blocks of fields with empty lines between them; a line that begins with a space goes on with the one before. */
function blocksOf(text: string): Map<string, string>[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.replace(/\n[ \t]+/g, ' ').split('\n');
      return new Map(
        lines.flatMap((line) => {
          const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
          return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
        }),
      );
    })
    .filter((fields) => fields.size > 0);
}

function addressOf(field: string | undefined): string | undefined {
  const address = field
    ?.replace(/^[\w-]+;\s*/, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  return address === undefined || address === '' ? undefined : address;
}

function originalMessageId(part: Attachment | undefined): string | undefined {
  const head = part?.content.toString('utf8').replaceAll('\r\n', '\n').split('\n\n')[0];
  return /^message-id:\s*(<[^<>\s]+>)/im.exec(head ?? '')?.[1];
}
