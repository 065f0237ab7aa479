import { randomBytes } from 'node:crypto';

import {
  createTestBroker,
  createTestDatabase,
  createTestIssuer,
  type TestBroker,
  type TestDatabase,
} from '@ateneu/testing';
import { createLogger } from '@ateneu/service-kit';
import { jetstream, type JsMsg } from '@nats-io/jetstream';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';

import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { entities, migrations } from '../src/persistence/index.ts';

/** What is asked of the service, and by whom. */
export interface Ask {
  token: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An answer, read. */
export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever came and says what it should be
  body: any;
  headers: Record<string, unknown>;
  etag: string;
}

export type PartnerCredentials = {
  creds: string;
  apiKey: string;
  nats: { servers: string[]; stream: string; consumer: string; apiPrefix: string };
};

/** A partner that was onboarded through the API. */
export interface OnboardedPartner extends PartnerCredentials {
  id: string;
  name: string;
}

/** The whole service, running on real servers, and what its tests ask of it. */
export interface Harness {
  database: TestDatabase;
  broker: TestBroker;
  tokens: { technician: string; coordinator: string };
  ask(method: 'GET' | 'POST' | 'PUT', url: string, ask: Ask): Promise<Answer>;
  onboard(name: string): Promise<OnboardedPartner>;
  /** How many rows a table has, to show that nothing changed. */
  count(table: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startHarness(): Promise<Harness> {
  const [database, broker, issuer] = await Promise.all([
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('accompaniment'),
    NATS_SYSTEM_CREDS: broker.systemCredentials,
    NATS_OPERATOR_SIGNING_SEED: broker.trust.operator.signingSeed,
    NATS_CORE_ACCOUNT: broker.trust.core.publicKey,
    CREDENTIALS_KEY: randomBytes(32).toString('base64url'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_JWKS_URL: issuer.jwksUrl,
    PUBLIC_URL: 'http://localhost:4000',
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  const service = await compose(config, { logger: createLogger({ service: 'accompaniment', level: 'silent' }) });
  await service.start();
  const tokens = {
    technician: await issuer.token(),
    coordinator: await issuer.token({ sub: 'carme', name: 'Carme Ribas', roles: ['coordinator'] }),
  };

  const ask: Harness['ask'] = async (method, url, { token, body, headers }) => {
    const response = await service.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const read = response.body === '' ? undefined : (JSON.parse(response.body) as unknown);
    return { status: response.statusCode, body: read, headers: response.headers, etag: String(response.headers.etag) };
  };

  return {
    database,
    broker,
    tokens,
    ask,
    onboard: async (name) => {
      const token = tokens.coordinator;
      const contactEmail = 'derivacions@example.org';
      const created = await ask('POST', '/v1/staff/partners', { token, body: { name, contactEmail } });
      const issued = await ask('POST', `/v1/staff/partners/${created.body.id}/credentials`, { token });
      if (issued.status !== 201) throw new Error(`No credentials: ${JSON.stringify(issued.body)}`);
      return { id: created.body.id, name, ...(issued.body as PartnerCredentials) };
    },
    count: async (table) => {
      const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return rows[0]?.count ?? -1;
    },
    stop: async () => {
      await service.app.close();
      await service.stop();
      await Promise.all([database.drop(), broker.close(), issuer.close()]);
    },
  };
}

/** A partner's own client: stock NATS libraries and what the partner was handed, nothing of ours. */
export async function connectAsPartner({ creds, nats }: PartnerCredentials): Promise<NatsConnection> {
  return connect({
    servers: nats.servers,
    authenticator: credsAuthenticator(new TextEncoder().encode(creds)),
    reconnect: false,
    timeout: 3_000,
  });
}

/** What a partner reads of an event. */
export interface PartnerEvent {
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

/** Reads what waits for a partner until there are `wanted` events, acknowledging each. */
export async function readPartnerEvents(
  connection: NatsConnection,
  { nats }: PartnerCredentials,
  wanted: number,
): Promise<PartnerEvent[]> {
  const consumer = await jetstream(connection, { apiPrefix: nats.apiPrefix }).consumers.get(nats.stream, nats.consumer);
  const events: PartnerEvent[] = [];
  const messages = await consumer.fetch({ max_messages: wanted, expires: 5_000 });
  for await (const message of messages) {
    events.push(await taken(message));
    if (events.length === wanted) break;
  }
  return events;
}

async function taken(message: JsMsg): Promise<PartnerEvent> {
  await message.ackAck();
  return message.json<PartnerEvent>();
}

/** A referral as a partner makes it. */
export const aReferral = {
  partnerReference: 'SCE-2026-118',
  modality: 'creation',
  project: {
    name: 'Economat de la Florida',
    description: 'Un grup de veïnes vol obrir una cooperativa d’alimentació.',
    sector: 'alimentacio',
    neighbourhood: '7',
    groupSize: 6,
  },
  person: { name: 'Fàtima El Amrani', email: 'fatima@example.org', phone: '+34 600 000 000', language: 'ca' },
  consent: { scope: 'referral-and-follow-up', givenOn: '2026-01-15', textVersion: '2026-01' },
};

/** What names the person or the project. */
export const personalTraces = /fàtima|fatima@|600 000|economat|veïnes/i;
