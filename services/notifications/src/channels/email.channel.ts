import { Readable } from 'node:stream';

import { createTransport, type SendMailOptions } from 'nodemailer';

import type { Attempt, Delivery } from '../delivery/delivery.ts';
import { createPlaces } from '../delivery/places.ts';
import type { DeliveryChannel } from './delivery-channel.ts';
import { outcomeOf, withoutAddresses } from './smtp-outcome.ts';

/** A mailbox by name and address. */
export interface Mailbox {
  name: string;
  address: string;
}

/** Where and as whom e-mail is sent. */
export interface EmailOptions {
  /** `smtp://user:password@host:port?rateLimit=10`, or `smtps://`; in the order in which they are asked. */
  urls: readonly string[];
  from: Mailbox;
  /** Where answers go, when not to the sender. */
  replyTo?: Mailbox | undefined;
  /** Where mail servers return what they cannot deliver, when not to the sender. */
  returnPath?: string | undefined;
  /** Connections at the same time. */
  connections: number;
  /** Longest silence of the server at any step, in milliseconds. */
  timeoutMs: number;
}

/** One address and nothing else: no list, no group, no route, no quoted part in which commands could hide. */
const singleAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** How long a server that did not take a message is asked last, in milliseconds. */
const cautionMs = 30_000;

/**
 * Sends e-mail by SMTP, over connections that stay open between messages. A message that a server certainly did not take
 * is offered to the next one at once; those that failed lately come last. Where nobody can know whether a server took a
 * message, no other server gets it.
 */
export function createEmailChannel(options: EmailOptions): DeliveryChannel {
  const servers = options.urls.map((url) => ({
    server: createServer(url, options),
    failedAt: Number.NEGATIVE_INFINITY,
  }));

  const deliver = async (message: Delivery, beginHandover: () => Promise<void>): Promise<Attempt> => {
    if (!singleAddress.test(message.recipient)) {
      return { outcome: 'refused', reason: 'The address of the recipient is no e-mail address.', addressRefused: true };
    }
    const now = performance.now();
    const isTrusted = ({ failedAt }: { failedAt: number }): boolean => now - failedAt > cautionMs;
    const inOrder = [...servers.filter(isTrusted), ...servers.filter((item) => !isTrusted(item))];
    let attempt: Attempt = { outcome: 'postponed', reason: 'There is no mail server.' };
    for (const item of inOrder) {
      attempt = await item.server.deliver(message, beginHandover);
      if (attempt.outcome === 'sent') item.failedAt = Number.NEGATIVE_INFINITY;
      if (attempt.outcome !== 'postponed') return attempt;
      item.failedAt = performance.now();
    }
    return attempt;
  };
  return {
    deliver,
    close: () => {
      for (const { server } of servers) server.close();
    },
  };
}

/** One mail server. `rateLimit` and `rateDelta` in the query of its address bound how many messages it is given. */
function createServer(url: string, options: EmailOptions): DeliveryChannel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: options.connections,
    connectionTimeout: options.timeoutMs,
    greetingTimeout: options.timeoutMs,
    socketTimeout: options.timeoutMs,
    // Servers drop idle connections; ours are let go first.
    idleTimeout: 30_000,
    // A message holds text alone. Nothing in it may make the sender read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const handovers = new Map<string, Handover>();
  // A message waits here, and not in the pool, for a connection: its time counts from the first word on.
  const places = createPlaces(options.connections);

  // The text of a message is first read once the server has asked for it (its answer 354 to DATA). Until the handover is
  // on record nothing of it leaves; from then on nobody can know whether the server took it, unless it says so.
  transport.use('stream', (mail, done) => {
    const handover = handovers.get(String(mail.data.messageId));
    mail.message.processFunc((stream) => (handover === undefined ? stream : Readable.from(gated(stream, handover))));
    done();
  });

  const deliver = async (message: Delivery, beginHandover: () => Promise<void>): Promise<Attempt> => {
    const handover: Handover = { begin: beginHandover, begun: false };
    await places.enter();
    handovers.set(message.messageId, handover);
    try {
      const info = await transport.sendMail({
        ...composed(message, options),
        // The whole dialogue is bounded too, so that a server that drips its answers cannot hold a worker.
        signal: AbortSignal.timeout(options.timeoutMs * 3),
      });
      return { outcome: 'sent', response: withoutAddresses(info.response) };
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      return outcomeOf(failure, handover.begun);
    } finally {
      handovers.delete(message.messageId);
      places.leave();
    }
  };
  return { deliver, close: () => transport.close() };
}

/** How far the text of a message has come. */
interface Handover {
  begin: () => Promise<void>;
  begun: boolean;
}

async function* gated(stream: Readable, handover: Handover): AsyncGenerator {
  await handover.begin();
  handover.begun = true;
  yield* stream;
}

/** For what a reader can do without: a button of the mail program's own, which posts (RFC 2369 and RFC 8058). */
function unsubscribeHeaders({ unsubscribeUrl }: Delivery): Record<string, string> {
  if (unsubscribeUrl === null) return {};
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function composed(message: Delivery, { from, replyTo, returnPath }: EmailOptions): SendMailOptions {
  return {
    from,
    ...(replyTo === undefined ? {} : { replyTo }),
    to: { name: message.recipientName, address: message.recipient },
    envelope: { from: returnPath ?? from.address, to: [message.recipient] },
    messageId: message.messageId,
    date: new Date(message.createdAt),
    subject: message.subject,
    text: message.text,
    html: message.html,
    headers: {
      'Content-Language': message.language,
      // Out-of-office programs do not answer what says this of itself (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Ateneu-Kind': message.kind,
      ...unsubscribeHeaders(message),
    },
  };
}
