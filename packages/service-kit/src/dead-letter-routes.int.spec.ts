import { createEvent, entityCreated } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { subscription } from '@ateneu/messaging';
import { platformMigrations } from '@ateneu/persistence';
import { createTestBroker, createTestDatabase, createTestIssuer } from '@ateneu/testing';
import type { TestBroker, TestDatabase, TestIssuer } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  type App,
  baseConfig,
  type Composition,
  connectPlatform,
  createApp,
  createLogger,
  readConfig,
} from './index.ts';

let broker: TestBroker;
let database: TestDatabase;
let issuer: TestIssuer;
let app: App;
let composition: Composition;
const handled: string[] = [];

beforeAll(async () => {
  [broker, database, issuer] = await Promise.all([
    createTestBroker(),
    createTestDatabase({ entities: [], migrations: platformMigrations }),
    createTestIssuer(),
  ]);
  const config = readConfig(z.object(baseConfig), {
    PORT: '0',
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials('directory'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_JWKS_URL: issuer.jwksUrl,
    PUBLIC_URL: 'http://localhost:4000',
  });
  const logger = createLogger({ service: 'directory', level: 'silent' });
  const platform = await connectPlatform(config, { logger }, { service: 'directory', database });
  app = await createApp({
    ...platform.appOptions,
    service: { name: 'directory', title: 'Directory', description: 'For tests.', version: '1.0.0' },
    routes: () => {},
  });
  composition = platform.composition(app, [
    subscription(entityCreated, {
      name: 'remember',
      handle: async ({ id }) => {
        handled.push(id);
      },
    }),
  ]);
  await composition.start();
});
afterAll(async () => {
  await app.close();
  await composition.stop();
  await Promise.all([broker.close(), issuer.close()]);
  await database.drop();
});

const as = async (roles: readonly string[]) => ({
  authorization: `Bearer ${await issuer.token({ roles, sub: 'adam' })}`,
});
const list = async () => {
  const response = await app.inject({ url: '/v1/ops/dead-letters', headers: await as(['admin']) });
  return response.json<{ items: { sequence: number; reason: string; body: string }[] }>().items;
};

describe('an admin', () => {
  it('sees why a message could not be handled, has it handled again, and drops it with a reason', async () => {
    const event = createEvent(entityCreated, {
      aggregateId: newId(),
      sequence: 1,
      time: new Date(),
      correlationId: newId(),
      data: entityCreated.example,
    });
    const broken = JSON.stringify({ ...event, data: { ...event.data, sectors: 'all' } });
    await broker.admin.jetstream.publish(entityCreated.subject, broken);
    await expect.poll(list).toMatchObject([{ reason: 'schema', body: broken }]);
    const [letter] = await list();
    const at = `/v1/ops/dead-letters/${letter?.sequence}`;
    const headers = await as(['admin']);
    expect((await app.inject({ method: 'POST', url: `${at}/replay`, headers })).statusCode).toBe(202);
    // Still broken, so it is buried a second time; what it broke did not stop the next message.
    await expect.poll(async () => (await list()).length).toBe(2);
    await broker.admin.jetstream.publish(entityCreated.subject, JSON.stringify(event));
    await expect.poll(() => handled).toEqual([event.id]);
    const drop = { method: 'POST' as const, url: `${at}/drop`, headers };
    expect((await app.inject({ ...drop, payload: {} })).statusCode).toBe(400);
    expect((await app.inject({ ...drop, payload: { reason: 'Made by a test.' } })).statusCode).toBe(200);
    expect((await app.inject({ url: at, headers })).statusCode).toBe(404);
    const { rows } = await database.pool.query(
      `select action, details ->> 'reason' as reason from audit_record where subject_id = $1 order by at`,
      [String(letter?.sequence)],
    );
    expect(rows).toEqual([
      { action: 'replay', reason: null },
      { action: 'drop', reason: 'Made by a test.' },
    ]);
  });

  it('is the only one who may look', async () => {
    for (const roles of [['technician'], ['coordinator']]) {
      const response = await app.inject({ url: '/v1/ops/dead-letters', headers: await as(roles) });
      expect(response.statusCode).toBe(403);
    }
    expect((await app.inject({ url: '/v1/ops/dead-letters' })).statusCode).toBe(401);
  });
});
