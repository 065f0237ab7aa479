import { setTimeout as delay } from 'node:timers/promises';

import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, credsAuthenticator } from '@nats-io/transport-node';

import type { PartnerCredentials } from '../../scenario/partner.ts';
import type { SeenByPartner } from '../check/evidence.ts';

/** A partner's program: it keeps what it sees in the order it sees it, repeats included, and acknowledges after. */
export interface PartnerProgram {
  readonly seen: readonly SeenByPartner[];
  stop(): Promise<void>;
}

/** Starts a program made of a stock NATS client, which reconnects and reads on for as long as it is wanted. */
export async function startPartner({ creds, nats }: PartnerCredentials): Promise<PartnerProgram> {
  const seen: SeenByPartner[] = [];
  const stopping = new AbortController();
  const isOver = (): boolean => stopping.signal.aborted;
  const connection = await connect({
    servers: nats.servers,
    authenticator: credsAuthenticator(new TextEncoder().encode(creds)),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
  });
  const finished = (async () => {
    while (!isOver()) {
      await read(connection, nats, seen, isOver).catch(() => undefined);
      await delay(200);
    }
  })();
  return {
    seen,
    stop: async () => {
      stopping.abort();
      await connection.close();
      await finished;
    },
  };
}

async function read(
  connection: NatsConnection,
  { stream, consumer, apiPrefix }: PartnerCredentials['nats'],
  seen: SeenByPartner[],
  isOver: () => boolean,
): Promise<void> {
  const durable = await jetstream(connection, { apiPrefix }).consumers.get(stream, consumer);
  while (!isOver()) {
    const messages = await durable.fetch({ max_messages: 50, expires: 1_000 });
    for await (const message of messages) {
      const { id, type, subject, sequence } = message.json<SeenByPartner & { subject: string }>();
      seen.push({ id, type, aggregateId: subject, sequence });
      await message.ackAck();
    }
  }
}
