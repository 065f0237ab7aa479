import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { defineEvent } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { carryTrace, continueTrace, publication, publishAll, subscription, type TraceCarrier } from '@ateneu/messaging';
import { platformMigrations, transact } from '@ateneu/persistence';
import { createTestBroker, createTestDatabase, type TestBroker, type TestDatabase } from '@ateneu/testing';
import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented } from '../test/test-app.ts';
import {
  baseConfig,
  type BaseConfig,
  type Composition,
  connectPlatform,
  createApp,
  createLogger,
  readConfig,
  startTracing,
  type Tracing,
} from './index.ts';

const referred = defineEvent({
  service: 'accompaniment',
  aggregate: 'referral',
  event: 'received',
  version: 1,
  summary: 'For tests.',
  data: z.object({ note: z.string() }),
  example: { note: 'x' },
});
const logger = createLogger({ service: 'test', level: 'silent' });
const callersTrace = '0af7651916cd43dd8448eb211c80319c';

let broker: TestBroker;
let databases: TestDatabase[];
let running: Composition[] = [];
let tracing: Tracing | undefined;

beforeAll(async () => {
  const database = (): Promise<TestDatabase> => createTestDatabase({ entities: [], migrations: platformMigrations });
  [broker, ...databases] = await Promise.all([createTestBroker(), database(), database()]);
});
afterEach(async () => {
  await Promise.all(running.map((composition) => composition.stop()));
  running = [];
});
afterAll(async () => {
  await broker.close();
  await Promise.all(databases.map((database) => database.drop()));
});

async function configOf(service: string): Promise<BaseConfig> {
  return readConfig(z.object(baseConfig), {
    PORT: '0',
    DATABASE_URL: 'postgres://unused/unused',
    NATS_URL: broker.url,
    NATS_CREDS: await broker.credentials(service),
    OIDC_ISSUER: 'http://127.0.0.1:1/issuer',
    PUBLIC_URL: 'http://localhost:4000',
  });
}

/** A service that publishes what is posted to a secret link, and one that reacts and does the rest as a job. */
async function startTwoServices(onMailed: (carrier: TraceCarrier) => Promise<void>) {
  const [one, two] = databases as [TestDatabase, TestDatabase];
  const begin = async (service: string, database: TestDatabase, parts: Partial<Parts>) => {
    const config = await configOf(service);
    // The databases are the suite's and stay open.
    const lent = { ...database, close: async () => {} };
    const platform = await connectPlatform(config, { logger }, { service, database: lent });
    const app = await createApp({
      ...platform.appOptions,
      service: { name: service, title: service, description: 'For tests.', version: '1.0.0' },
      routes: parts.routes ?? (() => {}),
    });
    const composition = platform.composition(app, parts.subscriptions ?? []);
    running.push(composition);
    await composition.start();
    return app;
  };
  const publisher = await begin('accompaniment', one, {
    routes: (app) => {
      app.post(
        '/v1/links/:secret',
        {
          config: anybody,
          schema: { ...documented('refer'), body: z.object({ note: z.string() }), response: { 201: z.object({}) } },
        },
        async ({ body: { note } }, reply) => {
          await transact(one, async (tx) => {
            publishAll(tx, [
              publication(referred, { aggregateId: newId(), sequence: 1, data: { note }, occurredAt: new Date() }),
            ]);
            if (note.includes('fails')) throw new Error(`the value «${note}» is taken`);
          });
          return reply.code(201).send({});
        },
      );
    },
  });
  await begin('notifications', two, {
    subscriptions: [subscription(referred, { name: 'mail', handle: async () => onMailed(carryTrace()) })],
  });
  return publisher;
}

interface Parts {
  routes: Parameters<typeof createApp>[0]['routes'];
  subscriptions: Parameters<Awaited<ReturnType<typeof connectPlatform>>['composition']>[1];
}

/** The names from the first span to this one. */
function pathTo(span: ReadableSpan | undefined, spans: readonly ReadableSpan[]): string[] {
  if (span === undefined) return [];
  const parent = spans.find((other) => other.spanContext().spanId === span.parentSpanContext?.spanId);
  return [...pathTo(parent, spans), span.name];
}

describe('traces', () => {
  const exporter = new InMemorySpanExporter();
  beforeAll(async () => {
    tracing = await startTracing({}, 'test', [exporter]);
  });
  afterEach(() => exporter.reset());
  afterAll(() => tracing?.stop());

  test('follow one referral from its request through the outbox and the broker to the message of another service', async () => {
    const app = await startTwoServices((carrier) =>
      continueTrace(carrier, { name: 'deliver message' }, async () => undefined),
    );
    const response = await app.inject({
      method: 'POST',
      url: '/v1/links/s3cret?search=carme',
      headers: { traceparent: `00-${callersTrace}-b7ad6b7169203331-01` },
      payload: { note: 'carme@ateneu.example' },
    });
    expect(response.statusCode).toBe(201);

    const path = (): string[] => {
      const spans = exporter.getFinishedSpans();
      return pathTo(
        spans.find(({ name }) => name === 'deliver message'),
        spans,
      );
    };
    // Each span is told when it ends, in no order.
    await expect
      .poll(path)
      .toEqual([
        'POST /v1/links/:secret',
        'transaction',
        'publish accompaniment.referral.received',
        'process accompaniment.referral.received',
        'transaction',
        'deliver message',
      ]);
    const ofCaller = exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === callersTrace);
    expect(ofCaller.length).toBeGreaterThanOrEqual(6);
    expect(
      JSON.stringify(ofCaller.map(({ name, attributes, status, events }) => ({ name, attributes, status, events }))),
    ).not.toMatch(/s3cret|carme/);
  });

  test('say that something failed, and not what people wrote', async () => {
    const app = await startTwoServices(async () => undefined);
    expect(
      (await app.inject({ method: 'POST', url: '/v1/links/x', payload: { note: 'carme fails' } })).statusCode,
    ).toBe(500);
    expect((await app.inject({ method: 'POST', url: '/v1/links/x', payload: { note: 3 } })).statusCode).toBe(400);
    await expect.poll(() => exporter.getFinishedSpans().filter(({ name }) => name.startsWith('POST')).length).toBe(2);
    const [failed, refused] = exporter.getFinishedSpans().filter(({ name }) => name.startsWith('POST'));
    expect(failed?.status).toEqual({ code: 2 });
    expect(refused?.status.code).toBe(1);
    expect(exporter.getFinishedSpans().find(({ name }) => name === 'transaction')?.status).toEqual({
      code: 2,
      message: 'Error',
    });
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ status, events }) => ({ status, events })))).not.toContain(
      'carme',
    );
  });
});

describe('traces of a process', () => {
  test('go to a file where one is named, as OTLP in JSON, and the health of the service is no trace', async () => {
    const path = join(tmpdir(), `traces-${newId()}.jsonl`);
    tracing = await startTracing({ TRACES_LOG: path }, 'accompaniment');
    let mailed = 0;
    const app = await startTwoServices(async () => {
      mailed += 1;
    });
    await app.inject('/health/ready');
    await app.inject('/metrics');
    await app.inject({ method: 'POST', url: '/v1/links/x', payload: { note: 'x' } });
    // The next one would be given it otherwise.
    await expect.poll(() => mailed).toBe(1);
    await tracing.stop();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const text = lines.join('');
    expect(() => lines.map((line) => JSON.parse(line) as unknown)).not.toThrow();
    expect(text).toContain('"POST /v1/links/:secret"');
    expect(text).toContain('{"key":"service.name","value":{"stringValue":"accompaniment"}}');
    expect(text).not.toMatch(/"GET /);
    await rm(path);
  });

  test('are not recorded, and the event keeps its caller’s, where nobody asks for them', async () => {
    tracing = await startTracing({}, 'test');
    const seen: TraceCarrier[] = [];
    const app = await startTwoServices(async (carrier) => {
      seen.push(carrier);
      expect(trace.getActiveSpan()?.isRecording() ?? false).toBe(false);
    });
    await app.inject({
      method: 'POST',
      url: '/v1/links/x',
      headers: { traceparent: `00-${callersTrace}-b7ad6b7169203331-01` },
      payload: { note: 'x' },
    });
    await expect.poll(() => seen).toEqual([{}]);
    const result = await databases[0]?.pool.query<{ payload: string }>(
      'select payload from outbox order by id desc limit 1',
    );
    expect((JSON.parse(result?.rows[0]?.payload ?? '{}') as { traceparent?: string }).traceparent).toContain(
      callersTrace,
    );
  });
});
