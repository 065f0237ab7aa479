import { createManualClock, type ManualClock } from '@ateneu/kernel';
import { type App, type Composition, createLogger } from '@ateneu/service-kit';
import type { Scheduler } from '@ateneu/service-kit/scheduler';
import {
  createTestBroker,
  createTestDatabase,
  createTestIssuer,
  type TestBroker,
  type TestDatabase,
  type TestIssuer,
} from '@ateneu/testing';

import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { entities, migrations } from '../src/persistence/index.ts';
import { runSweeps, scheduleSweeps, type Sweep } from '../src/sweeps.ts';

/** What `inject` answers with. */
export type Answer = Awaited<ReturnType<App['inject']>>;

/** An event as the broker holds it. */
export interface StoredEvent {
  type: string;
  subject: string;
  sequence: number;
  correlationid: string;
  data: Record<string, unknown> & { personal?: { manageUrl: string; email: string; language: string } };
}

/** Training, composed as in production, on a database and a broker account of its own, at a time the test chooses. */
export interface Harness {
  app: App;
  database: TestDatabase;
  broker: TestBroker;
  issuer: TestIssuer;
  clock: ManualClock;
  /** Headers of a staff request. */
  staff(roles?: readonly string[]): Promise<Record<string, string>>;
  /** Drafts a session and answers with its id. */
  draft(changes?: object): Promise<string>;
  /** Drafts and publishes a session and answers with its id. */
  publish(changes?: object): Promise<string>;
  /** One step of a session by staff, with the version they read. */
  move(id: string, step: string, version: number, payload?: object): Promise<Answer>;
  enrol(sessionId: string, email: string, changes?: object, headers?: Record<string, string>): Promise<Answer>;
  /** The address, within the service, of the newest link that was sent about an enrolment. */
  linkOf(enrolmentId: string): Promise<string>;
  /** Everything the service has said of an aggregate, in order. */
  eventsOf(aggregateId: string): Promise<StoredEvent[]>;
  /** What a process of its own is started with, on the same database and broker. */
  environment(): Promise<Record<string, string>>;
  /** Another instance of the service, on the same database. */
  another(): Promise<App>;
  /** Does everything that is due by the clock, as the scheduler does every minute. */
  sweep(): Promise<void>;
  /** Makes the parts of the funder's workbook that wait for it, as the job does. */
  keepWorkbooks(): Promise<void>;
  /** Starts a scheduler as production has one. */
  schedule(): Promise<Scheduler>;
  /** A request of staff. */
  asStaff(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers?: object): Promise<Answer>;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

export const publicUrl = 'http://localhost:4000';

/** What staff send to draft a session of two places in April. */
export const sessionInput = {
  title: { ca: 'Com fer una cooperativa', es: 'Cómo hacer una cooperativa' },
  summary: { ca: 'De la idea als estatuts.' },
  startsAt: '2026-04-14T18:00:00+02:00',
  endsAt: '2026-04-14T20:00:00+02:00',
  mode: 'in-person',
  venue: 'Can Serra',
  capacity: 2,
};

/** What a person sends to enrol. */
export const enrolInput = (email: string, changes: object = {}) => ({
  name: 'Núria Vidal',
  email,
  consents: { textVersion: '2026-01', data: true },
  ...changes,
});

/** Starts everything but the listening socket. */
export async function startTraining(): Promise<Harness> {
  const [database, broker, issuer] = await Promise.all([
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
  const variables = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('training'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_JWKS_URL: issuer.jwksUrl,
    PUBLIC_URL: publicUrl,
    RATE_LIMIT_PER_MINUTE: '1000000',
  };
  const config = readConfig(variables);
  const clock = createManualClock('2026-03-02T09:00:00Z');
  const logger = createLogger({ service: 'training', level: 'silent' });
  const instances: Composition[] = [];
  const sweeps: Sweep[] = [];
  const keepers: ((signal: AbortSignal) => Promise<void>)[] = [];
  const another = async (): Promise<App> => {
    const composition = await compose(config, { logger, clock, sweepsBySchedule: false });
    instances.push(composition);
    if (sweeps.length === 0) sweeps.push(...composition.sweeps);
    keepers.push(composition.workbooks);
    await composition.start();
    return composition.app;
  };
  const app = await another();

  const staff = async (roles: readonly string[] = ['technician']) => ({
    authorization: `Bearer ${await issuer.token({ roles })}`,
  });
  const move: Harness['move'] = async (id, step, version, payload) =>
    app.inject({
      method: 'POST',
      url: `/v1/staff/sessions/${id}/${step}`,
      headers: { ...(await staff()), 'if-match': `"${version}"` },
      ...(payload === undefined ? {} : { payload }),
    });
  const draft = async (changes: object = {}): Promise<string> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/staff/sessions',
      headers: await staff(),
      payload: { ...sessionInput, ...changes },
    });
    if (answer.statusCode !== 201) throw new Error(`The draft was refused: ${answer.body}`);
    return answer.json<{ id: string }>().id;
  };
  const eventsOf = async (aggregateId: string): Promise<StoredEvent[]> => {
    const { rows } = await database.pool.query<{ payload: string }>(
      'select payload from outbox where aggregate_id = $1 order by xid, id',
      [aggregateId],
    );
    return rows.map(({ payload }) => JSON.parse(payload) as StoredEvent);
  };

  return {
    app,
    database,
    broker,
    issuer,
    clock,
    staff,
    draft,
    move,
    another,
    environment: () => Promise.resolve({ ...variables, LOG_LEVEL: 'info' }),
    eventsOf,
    sweep: () =>
      runSweeps(sweeps, clock.now(), (_name, error) => {
        throw error;
      }),
    keepWorkbooks: async () => keepers[0]?.(new AbortController().signal),
    schedule: async () => {
      const scheduler = scheduleSweeps({ url: database.url, sweeps, clock, logger });
      await scheduler.start();
      return scheduler;
    },
    asStaff: async (method, url, payload, headers = {}) =>
      app.inject({
        method,
        url,
        headers: { ...(await staff()), ...headers },
        ...(payload === undefined ? {} : { payload }),
      }),
    publish: async (changes) => {
      const id = await draft(changes);
      const answer = await move(id, 'publish', 1);
      if (answer.statusCode !== 200) throw new Error(`The publication was refused: ${answer.body}`);
      return id;
    },
    enrol: async (sessionId, email, changes = {}, headers = {}) =>
      app.inject({
        method: 'POST',
        url: `/v1/sessions/${sessionId}/enrolments`,
        headers,
        payload: enrolInput(email, changes),
      }),
    linkOf: async (enrolmentId) => {
      const last = (await eventsOf(enrolmentId)).at(-1);
      return (last?.data.personal?.manageUrl ?? '').replace(`${publicUrl}/training`, '');
    },
    count: async (table) =>
      (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1,
    close: async () => {
      await Promise.all(instances.map((instance) => instance.app.close()));
      await Promise.all(instances.map((instance) => instance.stop()));
      await Promise.all([broker.close(), issuer.close()]);
      await database.drop();
    },
  };
}
