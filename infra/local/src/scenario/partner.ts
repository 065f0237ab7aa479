import { jetstream } from '@nats-io/jetstream';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';

import { Broken, deadlineMs, must, tell } from './report.ts';

/** What a partner is handed once. */
export interface PartnerCredentials {
  creds: string;
  apiKey: string;
  nats: { servers: string[]; stream: string; consumer: string; apiPrefix: string };
}

/** One event as a partner's own program sees it. */
export interface SeenEvent {
  id: string;
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

/** A partner's program: a stock NATS client that reads its durable consumer and acknowledges what it has kept. */
export interface PartnerClient {
  readonly name: string;
  /** Every event seen so far, over every connection, in order. */
  readonly seen: readonly SeenEvent[];
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  /** The next event. @throws Broken where none comes in time or it is another one */
  expect(event: string): Promise<SeenEvent>;
  /** @throws Broken where an event is waiting */
  expectNothing(): Promise<void>;
}

/** Opens a connection with a `.creds` text. */
export function connectWith({ creds, nats }: PartnerCredentials): Promise<NatsConnection> {
  return connect({ servers: nats.servers, authenticator: credsAuthenticator(new TextEncoder().encode(creds)) });
}

/** Makes a partner's program; it connects when it is told to. */
export function createPartnerClient(name: string, credentials: PartnerCredentials): PartnerClient {
  const { stream, consumer, apiPrefix } = credentials.nats;
  const seen: SeenEvent[] = [];
  let connection: NatsConnection | undefined;

  const next = async (waitMs: number): Promise<SeenEvent | undefined> => {
    must(connection !== undefined, `${name} is not connected.`);
    const durable = await jetstream(connection, { apiPrefix }).consumers.get(stream, consumer);
    const message = await durable.next({ expires: waitMs });
    if (message === null) return undefined;
    const event = message.json<SeenEvent>();
    must(await message.ackAck(), `${name} could not acknowledge ${event.type}.`);
    if (seen.some((earlier) => earlier.id === event.id)) throw new Broken(`${name} saw ${event.type} twice.`);
    seen.push(event);
    tell(name, `sees ${event.type.replace('cat.ateneulh.', '')} ${JSON.stringify(event.data)}`);
    return event;
  };

  return {
    name,
    seen,
    connect: async () => {
      connection = await connectWith(credentials);
    },
    disconnect: async () => {
      await connection?.close();
      connection = undefined;
    },
    expect: async (expected) => {
      const event = await next(deadlineMs);
      if (event === undefined) throw new Broken(`${name} did not see “${expected}” within ${deadlineMs / 1_000} s.`);
      must(event.type.split('.').at(-2) === expected, `${name} saw ${event.type} where “${expected}” was due.`);
      return event;
    },
    expectNothing: async () => {
      // A pull waits a second at least at the server.
      const event = await next(1_000);
      must(event === undefined, `${name} saw ${event?.type}, which is not for it.`);
    },
  };
}
