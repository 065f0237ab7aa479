import { setTimeout as wait } from 'node:timers/promises';

import { jetstream, type JetStreamClient, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import {
  connect,
  ConnectionError,
  type ConnectionOptions,
  credsAuthenticator,
  type NatsConnection,
  TimeoutError,
} from '@nats-io/transport-node';
import type { Logger } from 'pino';

import { inboxPrefixOf } from './accounts/index.ts';

/** Where the broker is and who we are to it. */
export interface BrokerOptions {
  /** `nats://host:port`, or several of one cluster. */
  servers: string | readonly string[];
  /** The contents of a `.creds` file. */
  credentials: string;
  /** The service's name: names the connection and its private reply subjects. */
  name: string;
  logger?: Logger;
  /** How long to wait for a broker that does not answer yet, in milliseconds; half a minute where nothing is said. */
  patienceMs?: number;
}

/** A connection to the broker that comes back by itself. */
export interface Broker {
  readonly connection: NatsConnection;
  readonly jetstream: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Whether the broker is connected at this moment. */
  isConnected(): boolean;
  /** Resolves after a round trip to the server; rejects when there is none within `timeoutMs`. */
  ping(timeoutMs?: number): Promise<void>;
  /** Finishes what is under way and disconnects. */
  close(): Promise<void>;
}

/**
 * Connects, and stays connected: after the first success it reconnects for ever, with jitter. A broker that is slow to
 * come, as on a machine where everything starts at once, is waited for.
 *
 * @throws Error when no server answers in all that time, and the client's own, at once, when the credentials are refused
 */
export async function connectBroker(options: BrokerOptions): Promise<Broker> {
  const connection = await firstConnection(options, {
    servers: typeof options.servers === 'string' ? options.servers : [...options.servers],
    authenticator: credsAuthenticator(new TextEncoder().encode(options.credentials)),
    name: options.name,
    inboxPrefix: inboxPrefixOf(options.name),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 20_000,
  });
  let connected = true;
  void followStatus(connection, options.logger, (now) => {
    connected = now;
  });
  return {
    connection,
    jetstream: jetstream(connection),
    // Without the check of the API's availability: that would need a permission that nothing else does.
    manager: await jetstreamManager(connection, { checkAPI: false }),
    isConnected: () => connected && !connection.isClosed(),
    ping: async (timeoutMs = 2_000) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`The broker did not answer within ${timeoutMs} ms.`)), timeoutMs);
      });
      try {
        await Promise.race([connection.flush(), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => {
      if (connection.isClosed()) return;
      // Draining waits for the server; while it is away there is nobody to wait for.
      await (connected ? connection.drain() : connection.close());
    },
  };
}

const attemptMs = 10_000;
const betweenAttemptsMs = 250;

async function firstConnection(
  { servers, logger, patienceMs = 30_000 }: BrokerOptions,
  options: ConnectionOptions,
): Promise<NatsConnection> {
  const giveUpAt = performance.now() + patienceMs;
  let said = false;
  for (;;) {
    const left = Math.max(giveUpAt - performance.now(), betweenAttemptsMs);
    try {
      return await connect({ ...options, timeout: Math.min(attemptMs, left) });
    } catch (cause) {
      // Whatever else it is, above all a refusal, waiting does not change it.
      if (!(cause instanceof ConnectionError || cause instanceof TimeoutError)) throw cause;
      if (performance.now() + betweenAttemptsMs >= giveUpAt) {
        const where = typeof servers === 'string' ? servers : servers.join(', ');
        const seconds = Math.round(patienceMs / 1_000);
        throw new Error(`The broker at ${where} did not answer within ${seconds} s: ${cause.message}.`, { cause });
      }
      if (!said) logger?.warn({ component: 'broker', err: cause }, 'The broker does not answer yet; waiting for it.');
      said = true;
      await wait(betweenAttemptsMs);
    }
  }
}

async function followStatus(
  connection: NatsConnection,
  logger: Logger | undefined,
  setConnected: (connected: boolean) => void,
): Promise<void> {
  for await (const status of connection.status()) {
    switch (status.type) {
      case 'disconnect':
        setConnected(false);
        logger?.warn({ component: 'broker' }, 'Disconnected from the broker.');
        break;
      case 'reconnect':
        setConnected(true);
        logger?.info({ component: 'broker' }, 'Reconnected to the broker.');
        break;
      case 'error':
        logger?.error({ component: 'broker', err: status.error }, 'The broker reported an error.');
        break;
      default:
        break;
    }
  }
  setConnected(false);
}
