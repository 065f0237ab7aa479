import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Clock } from '@ateneu/kernel';
import type { Composition } from '@ateneu/service-kit';
import type { Scheduler } from '@ateneu/service-kit/scheduler';
import {
  createTestBroker,
  createTestDatabase,
  createTestIssuer,
  type TestBroker,
  type TestDatabase,
} from '@ateneu/testing';
import { createLogger } from '@ateneu/service-kit';
import { jetstream, type JsMsg } from '@nats-io/jetstream';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { expect, vi } from 'vitest';

import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { clearFeed } from '../src/features/feed/index.ts';
import { forgetUnconfirmed } from '../src/features/intake/index.ts';
import { createReferralStore, sweepDeadlines } from '../src/features/referral/index.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import type { Attempt } from '../src/security.ts';

/** What is asked of the service, and by whom. */
export interface Ask {
  /** Empty for whoever has none. */
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

/** The links of the tests that decide past the service's own routes. */
const links = {
  urlOf: (kind: string, secret: string) =>
    `http://localhost:4000/accompaniment/v1/self-service/${kind === 'answer' ? 'referrals' : 'consents'}/${secret}`,
  expiryDays: 30,
  followUpDays: 365,
};

/** An attempt that is not allowed, as the log tells of it. */
export type LoggedAttempt = { security: Attempt } & Record<string, unknown>;

/** The whole service, running on real servers, and what its tests ask of it. */
export interface Harness {
  database: TestDatabase;
  broker: TestBroker;
  /** Where the service keeps documents. */
  folder: string;
  tokens: { technician: string; coordinator: string; otherCoordinator: string };
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, ask: Ask): Promise<Answer>;
  onboard(name: string): Promise<OnboardedPartner>;
  /** The service's clock: the real one, moved forward by as many milliseconds as a test says. */
  clock: Clock & { advance(ms: number): void };
  /** Puts a scheduled job in the queue. Nothing else does here: neither its hour nor the start of the service. */
  trigger(job: string): Promise<void>;
  /** Waits until a job is neither in line nor in hand. */
  settled(job: string): Promise<void>;
  /** Runs the deadlines of referrals at once, past the queue. */
  sweep(): Promise<void>;
  /** Writes what was counted of partners' calls. */
  flushUsage(): Promise<void>;
  /** Clears the feed at once, past the queue. */
  clear(): Promise<void>;
  /** Forgets the requests that nobody confirmed, past the queue. */
  forget(): Promise<void>;
  /** A request as a browser or a website makes it, with whatever headers and body. */
  raw(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Lets the service be reached over the network too, and gives its address. */
  listen(): Promise<string>;
  /**
   * Starts one more process of the service on the same servers, with some of its environment changed. Its jobs are done
   * once, as at every start.
   */
  another(changed?: Record<string, string>): Promise<{
    scheduler: Scheduler;
    listen: Harness['listen'];
    flushUsage: Harness['flushUsage'];
    raw: Harness['raw'];
    stop(): Promise<void>;
  }>;
  /** Stops the service, and leaves its servers. */
  stopService(): Promise<void>;
  /** What the log tells of attempts that are not allowed, oldest first. */
  attempts(): LoggedAttempt[];
  /** How many rows a table has, to show that nothing changed. */
  count(table: string): Promise<number>;
  /** Waits until somebody waits for a lock of a table. */
  waiting(table: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startHarness(environment: Record<string, string> = {}): Promise<Harness> {
  const [database, broker, issuer] = await Promise.all([
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'ateneu-documents-'));
  const whole = {
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
    INTAKE_PER_MINUTE: '1000',
    PARTNER_SIGN_INS_PER_MINUTE: '1000',
    DOCUMENTS_FOLDER: folder,
    ...environment,
  };
  let ahead = 0;
  const clock: Harness['clock'] = {
    now: () => new Date(Date.now() + ahead),
    advance: (ms) => {
      ahead += ms;
    },
  };
  const lines: string[] = [];
  const running = new Set<Composition>();
  const stopOne = async (composition: Composition): Promise<void> => {
    if (!running.delete(composition)) return;
    await composition.app.close();
    await composition.stop();
  };
  const startOne = async (changed: Record<string, string> = {}) => {
    const composition = await compose(readConfig({ ...whole, ...changed }), {
      logger: createLogger({
        service: 'accompaniment',
        level: 'warn',
        destination: { write: (line) => void lines.push(line) },
      }),
      clock,
    });
    running.add(composition);
    await composition.start();
    await database.pool.query('delete from pgboss.schedule');
    return composition;
  };
  const service = await startOne();
  await endRounds(database);
  const tokens = {
    technician: await issuer.token(),
    coordinator: await issuer.token({ sub: 'carme', name: 'Carme Ribas', roles: ['coordinator'] }),
    otherCoordinator: await issuer.token({ sub: 'nuria', name: 'Núria Sala', roles: ['coordinator'] }),
  };

  const ask: Harness['ask'] = async (method, url, { token, body, headers }) => {
    const response = await service.app.inject({
      method,
      url,
      headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const read = response.body === '' ? undefined : (JSON.parse(response.body) as unknown);
    return { status: response.statusCode, body: read, headers: response.headers, etag: String(response.headers.etag) };
  };

  const count: Harness['count'] = async (table) => {
    const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    return rows[0]?.count ?? -1;
  };

  return {
    database,
    broker,
    folder,
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
    count,
    waiting: async (table) => {
      const here = `database = (select oid from pg_database where datname = current_database())`;
      const waiting = `pg_locks where ${here} and relation = '${table}'::regclass and not granted`;
      await expect.poll(() => count(waiting)).toBeGreaterThan(0);
    },
    attempts: () =>
      lines
        .map((line) => JSON.parse(line) as Partial<LoggedAttempt>)
        .filter((line) => line.security !== undefined) as LoggedAttempt[],
    clock,
    trigger: (job) => service.scheduler.trigger(job),
    settled: async (job) => {
      const open = `pgboss.job where name = '${job}' and state < 'completed'`;
      await expect.poll(() => count(open)).toBe(0);
    },
    sweep: () =>
      sweepDeadlines({
        database,
        store: createReferralStore(database, links),
        clock,
        policy: { reminderDays: 10, expiryDays: 30 },
        logger: createLogger({ service: 'accompaniment', level: 'silent' }),
      }),
    flushUsage: () => service.usage.flush(),
    clear: () => clearFeed(database, clock),
    forget: () => forgetUnconfirmed(database, clock),
    raw: (request) => service.app.inject(request),
    listen: () => service.app.listen({ host: '127.0.0.1', port: 0 }),
    another: async (changed) => {
      const composition = await startOne(changed);
      return {
        raw: (request) => composition.app.inject(request),
        scheduler: composition.scheduler,
        listen: () => composition.app.listen({ host: '127.0.0.1', port: 0 }),
        flushUsage: () => composition.usage.flush(),
        stop: () => stopOne(composition),
      };
    },
    stopService: () => stopOne(service),
    stop: async () => {
      for (const composition of running) await stopOne(composition);
      await Promise.all([database.drop(), broker.close(), issuer.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Takes back the rounds that a start asks for, and waits for those in hand. A round that came by between two steps of a
 * test would expire, remind or forget what the test, whose clock runs ahead, is looking at.
 */
async function endRounds({ pool }: TestDatabase): Promise<void> {
  const inHand = async (): Promise<number> => {
    await pool.query(`delete from pgboss.job where state < 'active'`);
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where state = 'active'`,
    );
    return rows[0]?.count ?? -1;
  };
  await vi.waitFor(async () => expect(await inHand()).toBe(0), { timeout: 25_000, interval: 20 });
}

/** A partner's own client: stock NATS libraries and what the partner was handed, nothing of ours. */
export async function connectAsPartner({ creds, nats }: PartnerCredentials): Promise<NatsConnection> {
  return connect({
    servers: nats.servers,
    authenticator: credsAuthenticator(new TextEncoder().encode(creds)),
    reconnect: false,
    timeout: 20_000,
  });
}

/** What a partner reads of an event. */
export interface PartnerEvent {
  id: string;
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
  // The relay too waits for the oldest transaction of the whole server, so that one fetch may come back with less.
  for (let asked = 0; events.length < wanted && asked < 6; asked += 1) {
    const messages = await consumer.fetch({ max_messages: wanted - events.length, expires: 5_000 });
    for await (const message of messages) events.push(await taken(message));
  }
  return events;
}

/** Asks for a partner's feed once, which shows nothing while any older transaction of the whole server is open. */
export function askFeed(
  { ask }: Pick<Harness, 'ask'>,
  { apiKey }: Pick<OnboardedPartner, 'apiKey'>,
  query: Record<string, string> = {},
): Promise<Answer> {
  return ask('GET', `/v1/partner/events?${new URLSearchParams(query).toString()}`, { token: apiKey });
}

/**
 * A partner's feed, asked until it holds what a test looks for: it waits for the oldest open transaction of the whole
 * server, other suites' too, so that asking once may show less.
 *
 * @param wanted how many events, or whether these are the ones
 */
export async function feedOf(
  harness: Pick<Harness, 'ask'>,
  partner: Pick<OnboardedPartner, 'apiKey'>,
  wanted: number | ((events: PartnerEvent[]) => boolean),
  query: Record<string, string> = { limit: '500' },
): Promise<Answer & { body: { events: PartnerEvent[]; next: string; more: boolean } }> {
  let answer = await askFeed(harness, partner, query);
  const there = async (): Promise<number | boolean> => {
    answer = await askFeed(harness, partner, query);
    return typeof wanted === 'number' ? answer.body.events.length : wanted(answer.body.events);
  };
  await expect.poll(there).toBe(typeof wanted === 'number' ? wanted : true);
  return answer;
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
