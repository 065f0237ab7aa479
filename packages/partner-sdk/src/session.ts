import { setTimeout as delay } from 'node:timers/promises';

import { type Consumer, jetstream, type JsMsg } from '@nats-io/jetstream';
import { connect, credsAuthenticator, errors, type NatsConnection } from '@nats-io/transport-node';

import { CredentialsRefusedError } from './credentials.ts';

const stream = 'REFERRALS';
/** Where a partner's account finds its part of the JetStream API. */
const apiPrefix = 'ATENEU.API';
/** Taken at once. Few, because what is taken and not handled waits for the broker to notice when a process dies. */
const batchSize = 20;
const batchMs = 30_000;
/** The broker repeats what is silent for 30 seconds. */
const heartbeatMs = 10_000;

/** Connects once, without the client's own reconnection: the caller tells a refusal from an absence, and tries again. */
export async function openSession(options: {
  servers: string | readonly string[];
  credentials: string;
  name?: string;
}): Promise<NatsConnection> {
  return connect({
    servers: typeof options.servers === 'string' ? options.servers : [...options.servers],
    authenticator: credsAuthenticator(new TextEncoder().encode(options.credentials)),
    name: options.name ?? 'ateneu-partner-sdk',
    reconnect: false,
    timeout: 10_000,
    pingInterval: 20_000,
  });
}

/**
 * Hands over messages one after another until `stopping`. What was taken is kept from repeating while it waits its turn.
 *
 * @throws the connection's error when it ends, or the client's when the broker does not serve the consumer
 */
export async function readReferrals(
  connection: NatsConnection,
  consumerName: string,
  deliver: (message: JsMsg) => Promise<void>,
  stopping: AbortSignal,
  onReady: () => void,
): Promise<void> {
  // This asks CONSUMER.INFO and nothing else, which is all that a partner's account may ask.
  const consumer = await jetstream(connection, { apiPrefix }).consumers.get(stream, consumerName);
  onReady();
  const inHand = new Set<JsMsg>();
  const leftOver: JsMsg[] = [];
  const heartbeat = setInterval(() => {
    for (const message of inHand) message.working();
  }, heartbeatMs);
  const closed = connection.closed().then((error) => {
    throw error ?? new errors.ClosedConnectionError();
  });
  closed.catch(() => {});
  let waiting = 1;
  try {
    while (!stopping.aborted) {
      // Never more than the broker has: a request still open while events are handled would get back what is given back.
      const size = Math.min(batchSize, Math.max(1, waiting));
      const batch = await Promise.race([consumer.fetch({ max_messages: size, expires: batchMs }), closed]);
      const endBatch = (): void => batch.stop();
      stopping.addEventListener('abort', endBatch, { once: true });
      const askedAt = Date.now();
      let received = 0;
      waiting = 1;
      let turn: Promise<void> = Promise.resolve();
      try {
        // Checked here because the signal may have come while the batch was being asked for.
        if (stopping.aborted) endBatch();
        for await (const message of batch) {
          received += 1;
          waiting = message.info.pending;
          inHand.add(message);
          turn = turn
            .then(() => (stopping.aborted ? void leftOver.push(message) : deliver(message)))
            .finally(() => inHand.delete(message));
          // Its failure is told below, when its turn is awaited.
          turn.catch(() => {});
        }
        await turn;
      } finally {
        await turn.catch(() => {});
        stopping.removeEventListener('abort', endBatch);
      }
      if (connection.isClosed()) await closed;
      if (!stopping.aborted && received === 0 && Date.now() - askedAt < 1_000) {
        throw new Error('The broker does not serve the consumer at the moment.');
      }
    }
    // First the broker must know that nobody waits here any more: it would send them here again, and out of order.
    await Promise.race([connection.flush(), closed]);
    await Promise.race([untilNobodyWaits(consumer), closed]);
    for (const message of leftOver) message.nak();
    await Promise.race([connection.flush(), closed]);
  } finally {
    clearInterval(heartbeat);
  }
}

/** How long the broker may take to notice that a request was given up, in milliseconds. */
const noticeMs = 1_000;

/**
 * Waits until no request is open at the consumer. The broker notices after the fact that a request was given up, and
 * what it sends there until then would come again only when its wait for an acknowledgement is over, out of order. With
 * another process of the same partner there is always one open, hence the limit.
 */
async function untilNobodyWaits(consumer: Consumer): Promise<void> {
  const until = Date.now() + noticeMs;
  while ((await consumer.info()).num_waiting > 0 && Date.now() < until) await delay(20);
}

/** What a connection error says about the credentials; nothing where it says nothing about them. */
export function refusalOf(error: Error): CredentialsRefusedError | undefined {
  if (error instanceof errors.AuthorizationError || error instanceof errors.UserAuthenticationExpiredError) {
    return new CredentialsRefusedError('revoked-or-unknown', error);
  }
  if (/maximum account active connections|account authentication expired/i.test(error.message)) {
    return new CredentialsRefusedError('no-connections', error);
  }
  return undefined;
}

/** Whether the other side hung up, without a word that arrived. */
export function wasCutOff(error: Error): boolean {
  return /EPIPE|ECONNRESET/.test(error.message);
}
