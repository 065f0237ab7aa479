import { coreServiceUser, createTrust } from '@ateneu/messaging/accounts';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { type Database, openDatabase, platformMigrations } from '@ateneu/persistence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import {
  baseConfig,
  type BaseConfig,
  connectPlatform,
  createApp,
  createLogger,
  createMetrics,
  readConfig,
} from './index.ts';

const logger = createLogger({ service: 'training', level: 'silent' });
const service = { name: 'training', title: 'Training', description: 'For tests.', version: '1.0.0' };

let broker: TestBroker;
let testDatabase: TestDatabase;
let config: BaseConfig;

beforeAll(async () => {
  [broker, testDatabase] = await Promise.all([
    createTestBroker(),
    createTestDatabase({ entities: [], migrations: platformMigrations }),
  ]);
  config = readConfig(z.object(baseConfig), {
    PORT: '0',
    DATABASE_URL: testDatabase.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('training'),
    OIDC_ISSUER: 'http://127.0.0.1:1/issuer',
    PUBLIC_URL: 'http://localhost:4000',
  });
});

afterAll(async () => {
  await testDatabase.drop();
  await broker.close();
});

/** A database that tells when it is closed. */
async function open(onClosed: () => void = () => {}): Promise<Database> {
  const database = await openDatabase({
    url: testDatabase.url,
    entities: [],
    migrations: platformMigrations,
    applicationName: 'platform',
  });
  return {
    ...database,
    close: async () => {
      onClosed();
      await database.close();
    },
  };
}

describe('what a service stands on', () => {
  test('starts and stops in order, what the service adds innermost', async () => {
    const steps: string[] = [];
    const database = await open(() => steps.push('database closed'));
    const metrics = createMetrics();
    const platform = await connectPlatform(config, { logger, metrics }, { service: 'training', database });
    const app = await createApp({ ...platform.appOptions, service, routes: () => {} });
    const composition = platform.composition(app, [], {
      start: async () => {
        steps.push(`start, broker ${platform.broker.isConnected() ? 'there' : 'away'}`);
      },
      stop: async () => {
        await database.ping();
        steps.push(`stop, broker ${platform.broker.isConnected() ? 'there' : 'away'}`);
      },
    });
    await composition.start();
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' });
    await expect.poll(() => metrics.getSingleMetricAsString('outbox_relay_leader')).toContain('outbox_relay_leader 1');
    await app.close();
    await composition.stop();
    expect(steps).toEqual(['start, broker there', 'stop, broker there', 'database closed']);
    expect(platform.broker.isConnected()).toBe(false);
  });

  test('tells at each scrape what waits, what died and what it counts, and leaves out what it cannot know', async () => {
    const database = await open();
    const metrics = createMetrics();
    const measures = [
      { name: 'training_kinds', help: 'For tests.', labels: ['kind'], sql: `select 'a' as kind, 3::bigint as value` },
      { name: 'training_broken', help: 'For tests.', labels: [], sql: 'select value from nowhere' },
    ];
    const platform = await connectPlatform(config, { logger, metrics }, { service: 'training', database, measures });
    await database.pool.query(
      `insert into outbox (event_id, type, aggregate_id, aggregate_version, subject, payload, created_at)
       values (gen_random_uuid(), 't', 'a', 1, 'ateneu.training.t.v1', '{}', now() - interval '90 seconds')`,
    );
    await broker.admin.jetstream.publish('dead.training.7', 'x');
    await broker.admin.jetstream.publish('dead.directory.8', 'x');
    const text = await metrics.metrics();
    expect(text).toContain('\noutbox_depth 1\n');
    expect(text).toMatch(/\noutbox_oldest_seconds 9\d\./);
    expect(text).toContain('\ndead_letters 1\n');
    expect(text).toContain('\nbroker_connected 1\n');
    expect(text).toMatch(/\ndatabase_connections\{state="idle"\} \d/);
    expect(text).toContain('\ntraining_kinds{kind="a"} 3\n');
    expect(text).not.toMatch(/\ntraining_broken \d/);
    expect(text).not.toMatch(/\nconsumer_pending \d/);

    await broker.admin.manager.consumers.add('EVENTS', {
      durable_name: 'training',
      ack_policy: 'explicit',
      filter_subject: 'ateneu.directory.>',
    });
    await broker.admin.jetstream.publish('ateneu.directory.initiative.published.v1', '{}');
    await expect.poll(() => metrics.metrics()).toContain('\nconsumer_pending 1\n');
    await database.pool.query('truncate outbox');
    await platform.broker.close();
    await database.close();
    await expect.poll(() => metrics.metrics()).not.toMatch(/\noutbox_depth \d/);
  });

  test('is not ready without its broker, and says so', async () => {
    const database = await open();
    const platform = await connectPlatform(config, { logger }, { service: 'training', database });
    const app = await createApp({ ...platform.appOptions, service, routes: () => {} });
    await platform.broker.close();
    const response = await app.inject('/health/ready');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ status: 'not-ready', failing: ['broker'] });
    await app.close();
    await database.close();
  });

  test('is not half there: where the broker refuses it, the database is let go', async () => {
    let closed = 0;
    const database = await open(() => {
      closed += 1;
    });
    const { core } = await createTrust();
    const refused = { ...config, NATS_CREDS: await coreServiceUser(core.seed, 'training') };
    await expect(connectPlatform(refused, { logger }, { service: 'training', database })).rejects.toThrow();
    expect(closed).toBe(1);
  });
});
