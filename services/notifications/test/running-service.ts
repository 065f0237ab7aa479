import { setTimeout as delay } from 'node:timers/promises';

import { createEvent, type DataOf, type EventContract, type EventOf, partnerUpdated } from '@ateneu/events';
import { hashSecret, issueSecret, newId } from '@ateneu/kernel';
import { type Composition, createLogger } from '@ateneu/service-kit';
import {
  createTestBroker,
  createTestDatabase,
  createTestIssuer,
  type TestBroker,
  type TestDatabase,
} from '@ateneu/testing';

import { compose } from '../src/composition.ts';
import { configSchema } from '../src/config.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { startSmtpInbox, type SmtpInbox } from './smtp-inbox.ts';

/** The whole service on real servers, with what a test needs to drive it and to look at it. */
export interface RunningService {
  readonly composition: Composition;
  readonly database: TestDatabase;
  readonly broker: TestBroker;
  readonly inbox: SmtpInbox;
  /** Publishes an event of a contract's example, changed; for a person of the test's own. */
  publish<C extends EventContract>(
    contract: C,
    change: (data: Example<C>) => unknown,
    id?: string,
  ): Promise<EventOf<C>>;
  /** Publishes a body as it is. */
  publishRaw(subject: string, body: string): Promise<void>;
  deliveries(where?: string): Promise<DeliveryRow[]>;
  /** Asks over HTTP as staff of a role. */
  ask(
    role: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    headers?: Record<string, string>,
    payload?: object,
  ): Promise<Answer>;
  /** Publishes the partner as it stands, until the service knows; each time under the next sequence. */
  tellPartner(partner: TestPartner, change?: Partial<DataOf<typeof partnerUpdated>>): Promise<void>;
  /** A partner that the service knows of, with an account and an API key. */
  onboard(name?: string): Promise<TestPartner>;
  /** Publishes a partner's copy of an event, as the service that owns partners does. */
  tell<C extends EventContract>(
    partner: Pick<TestPartner, 'accountKey'>,
    contract: C,
    fields?: CopyFields,
  ): Promise<EventOf<C>>;
  /** Asks over HTTP with an API key. */
  askWithKey(apiKey: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<Answer>;
  /** Ends and starts anew, as a new process would, with other settings where some are given. */
  restart(settings?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** The example data of a contract, as its type says. */
export type Example<C extends EventContract> = DataOf<C>;

/** The answer to a request. */
export interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  body: string;
  json: () => any; // oxlint-disable-line typescript/no-explicit-any -- a test looks into whatever comes
}

/** What tests look at in a delivery. */
export interface DeliveryRow {
  id: string;
  kind: string;
  recipient: string;
  language: string;
  status: string;
  attempts: number;
  last_error: string | null;
  provider_response: string | null;
  message_id: string;
  event_id: string;
}

/** A partner of a test's own. */
export interface TestPartner {
  id: string;
  name: string;
  accountKey: string;
  apiKey: string;
  email: string;
  sequence: number;
}

/** What a test chooses of a partner's copy. */
export interface CopyFields {
  referralId?: string;
  sequence?: number;
}

/** Starts it; `settings` are environment variables. */
export async function startNotifications(settings: Record<string, string> = {}): Promise<RunningService> {
  const [inbox, database, broker, issuer] = await Promise.all([
    startSmtpInbox(),
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
  const own: Record<string, string> = {
    PORT: '0',
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('notifications'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_JWKS_URL: issuer.jwksUrl,
    PUBLIC_URL: 'http://localhost:4000',
    SMTP_URL: inbox.url,
    RATE_LIMIT_PER_MINUTE: '100000',
    MAIL_FROM: 'Ateneu Cooperatiu <hola@ateneu.example>',
    MAIL_RETRY_DELAY_SECONDS: '1',
    MAIL_RETRY_MAX_DELAY_SECONDS: '1',
    ...settings,
  };
  const logger = createLogger({ service: 'notifications', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const begin = async (changed: Record<string, string> = {}): Promise<Composition> => {
    const made = await compose(configSchema.parse({ ...own, ...changed }), { logger });
    await made.start();
    return made;
  };
  let composition = await begin();
  const end = async (): Promise<void> => {
    await composition.app.close();
    await composition.stop();
  };

  const publishRaw = async (subject: string, body: string): Promise<void> => {
    await broker.admin.jetstream.publish(subject, body);
  };
  const tellPartner = async (
    partner: TestPartner,
    change: Partial<DataOf<typeof partnerUpdated>> = {},
  ): Promise<void> => {
    partner.sequence += 1;
    const event = createEvent(partnerUpdated, {
      aggregateId: partner.id,
      sequence: partner.sequence,
      time: new Date(),
      correlationId: newId(),
      data: {
        partnerId: partner.id,
        name: partner.name,
        standing: 'active',
        accountKey: partner.accountKey,
        apiKeys: [{ sha256: hashSecret(partner.apiKey) }],
        personal: { email: partner.email, language: 'ca' },
        ...change,
      },
    });
    await publishRaw(partnerUpdated.subject, JSON.stringify(event));
    await until(async () => {
      const { rows } = await database.pool.query(`select sequence from partner where id = $1`, [partner.id]);
      return Number(rows[0]?.sequence ?? 0) >= partner.sequence;
    });
  };
  const askWithKey: RunningService['askWithKey'] = (apiKey, method, url, payload) =>
    composition.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${apiKey}` },
      ...(payload === undefined ? {} : { payload }),
    });
  return {
    tellPartner,
    askWithKey,
    onboard: async (name = 'Coop de prova') => {
      const partner: TestPartner = {
        id: newId(),
        name,
        accountKey: `A${newId().replaceAll('-', '').toUpperCase()}`,
        apiKey: issueSecret('atk').secret,
        email: `${newId()}@partner.example`,
        sequence: 0,
      };
      await tellPartner(partner);
      return partner;
    },
    tell: async (partner, contract, fields = {}) => {
      const referralId = fields.referralId ?? newId();
      const example = contract.dataSchema.parse(contract.example);
      const event = createEvent(contract, {
        aggregateId: referralId,
        sequence: fields.sequence ?? 1,
        data: { ...example, referralId } as never,
        time: new Date(),
        correlationId: newId(),
      });
      await publishRaw(contract.subjectFor(partner.accountKey), JSON.stringify(event));
      return event;
    },
    get composition() {
      return composition;
    },
    database,
    broker,
    inbox,
    publishRaw,
    publish: async (contract, change, id = newId()) => {
      const example = contract.dataSchema.parse(contract.example) as Example<typeof contract>;
      const event = createEvent(contract, {
        id,
        aggregateId: newId(),
        sequence: 1,
        data: change(example) as never,
        time: new Date(),
        correlationId: newId(),
      });
      await publishRaw(contract.subject, JSON.stringify(event));
      return event;
    },
    deliveries: async (where = 'true') =>
      (await database.pool.query<DeliveryRow>(`select * from delivery where ${where} order by id`)).rows,
    ask: async (role, method, url, headers = {}, payload) => {
      const token = await issuer.token({ sub: role, name: 'Carme Ribas', roles: [role] });
      return composition.app.inject({
        method,
        url,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
    },
    restart: async (changed) => {
      await end();
      composition = await begin(changed);
    },
    close: async () => {
      await end();
      await Promise.all([inbox.stop(), broker.close(), database.drop(), issuer.close()]);
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to hold in time.');
    await delay(10);
  }
}

/** Makes the person of an event somebody else. */
export function to(person: { email: string; name?: string; language?: string }): (data: unknown) => unknown {
  return (data) => {
    const { personal, ...rest } = data as { personal: object };
    return { ...rest, personal: { ...personal, ...person } };
  };
}
