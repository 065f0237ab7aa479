import { once } from 'node:events';
import { createServer } from 'node:net';

import { defineMigration, platformMigrations } from '@ateneu/persistence';
import { createTestDatabase } from '@ateneu/testing';
import { describe, expect, test, vi } from 'vitest';

import { spawnService } from '../test/spawn-service.ts';

describe('a service that is told to stop', { timeout: 60_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s ends with 0 once its messaging has stopped', async (signal) => {
    const service = spawnService();
    await service.origin();
    service.process.kill(signal);
    expect(await service.exit).toEqual({ code: 0, signal: null });
    const messages = service
      .output()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages.filter((message) => message !== 'Request answered.')).toEqual([
      'Messaging started.',
      expect.stringMatching(/^fixture listens at http:\/\/127\.0\.0\.1:\d+\.$/),
      'Stopping.',
      'Messaging stopped.',
      'Stopped.',
    ]);
    expect(service.errors()).toBe('');
  });

  test('answers the requests in hand first, and takes no more', async () => {
    const service = spawnService();
    const origin = await service.origin();
    const slow = fetch(`${origin}/v1/slow`);
    await vi.waitFor(() => expect(service.output()).toContain('Slow request begun.'), { timeout: 10_000 });
    service.process.kill('SIGTERM');
    await vi.waitFor(() => expect(service.output()).toContain('Stopping.'), { timeout: 10_000 });
    // It says so before it does it.
    const another = () =>
      fetch(`${origin}/health/live`).then(
        () => 'taken',
        () => 'refused',
      );
    await expect.poll(another).toBe('refused');
    const response = await slow;
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ slow: true });
    expect((await service.exit).code).toBe(0);
  });

  test('serves on for its grace, and says meanwhile that it is leaving', async () => {
    const service = spawnService({ SHUTDOWN_GRACE_MS: '60000' });
    const origin = await service.origin();
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    service.process.kill('SIGTERM');
    await vi.waitFor(() => expect(service.output()).toContain('Leaving.'), { timeout: 10_000 });
    const ready = await fetch(`${origin}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ failing: ['shutting-down'] });
    const served = await fetch(`${origin}/v1/slow`);
    expect(served.status).toBe(200);
    expect(served.headers.get('connection')).toBe('close');
    expect(service.output()).not.toContain('Messaging stopped.');
    // A second signal is for whoever cannot wait.
    service.process.kill('SIGTERM');
    expect((await service.exit).code).toBe(1);
  });

  test('stops in order once its grace is over', async () => {
    const service = spawnService({ SHUTDOWN_GRACE_MS: '200', SHUTDOWN_TIMEOUT_MS: '40000' });
    await service.origin();
    service.process.kill('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(service.output()).toContain('Messaging stopped.');
  });

  test('while it starts ends in order too', async () => {
    const service = spawnService({ FIXTURE: 'slow-start' });
    await vi.waitFor(() => expect(service.output()).toContain('Messaging starts slowly.'), { timeout: 20_000 });
    service.process.kill('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(service.output()).toContain('Messaging stopped.');
    expect(service.errors()).toBe('');
  });

  test('ends anyway when stopping takes too long', async () => {
    const service = spawnService({ FIXTURE: 'stuck', SHUTDOWN_TIMEOUT_MS: '300' });
    await service.origin();
    service.process.kill('SIGTERM');
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toContain('The shutdown took too long');
  });

  test('ends at once when it is told again', async () => {
    const service = spawnService({ FIXTURE: 'stuck', SHUTDOWN_TIMEOUT_MS: '60000' });
    await service.origin();
    service.process.kill('SIGTERM');
    await vi.waitFor(() => expect(service.output()).toContain('Stopping.'), { timeout: 10_000 });
    service.process.kill('SIGTERM');
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toContain('Second signal');
  });
});

describe('a service that cannot start', { timeout: 60_000 }, () => {
  test('for its configuration says everything that is wrong, once', async () => {
    const service = spawnService({ PORT: 'x', NATS_URL: '' });
    expect((await service.exit).code).toBe(1);
    expect(service.output()).toBe('');
    expect(service.errors()).toMatch(
      /^fixture cannot start\. The configuration cannot be used:\n {2}- PORT is not valid/,
    );
    expect(service.errors()).toContain('- NATS_URL is not set.');
    expect(service.errors()).not.toContain('    at ');
  });

  test('because its port is taken names the port and what to do, and leaves nothing running', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const service = spawnService({ PORT: String(port) });
    expect((await service.exit).code).toBe(1);
    taken.close();
    expect(service.errors()).toBe(
      `fixture cannot start. Port ${port} on 127.0.0.1 is already taken. Stop what uses it, or set PORT to another one.\n`,
    );
    expect(service.output()).toContain('Messaging stopped.');
  });

  test('because its database is away says which, without the password', async () => {
    const service = spawnService({ FIXTURE: 'database' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toBe(
      'fixture cannot start. The database at 127.0.0.1:1/fixture does not answer. Start it, or correct DATABASE_URL.\n',
    );
  });

  test('because its broker is away says which', async () => {
    const service = spawnService({ FIXTURE: 'broker' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toBe(
      'fixture cannot start. The broker at 127.0.0.1:2 does not answer. Start it, or correct NATS_URL.\n',
    );
  });

  test('because a route is open by mistake says which', async () => {
    const service = spawnService({ FIXTURE: 'undeclared-route' });
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toContain('GET /v1/slow declares no config.access');
  });

  test('because nobody knows the command says which there are', async () => {
    const service = spawnService({}, ['mgirate']);
    expect((await service.exit).code).toBe(2);
    expect(service.errors()).toBe('Unknown command. Usage: fixture [serve | migrate | migrate --status]\n');
  });

  test('to migrate says why in the same way', async () => {
    const service = spawnService({}, ['migrate', '--status']);
    expect((await service.exit).code).toBe(1);
    expect(service.errors()).toContain('The database at 127.0.0.1:1/fixture does not answer.');
  });
});

test('an error that nobody handles is logged, and ends the process', { timeout: 60_000 }, async () => {
  const service = spawnService();
  const origin = await service.origin();
  await fetch(`${origin}/v1/reject`).catch(() => {});
  expect((await service.exit).code).toBe(1);
  expect(service.output()).toContain('nobody handles this');
  expect(service.output()).toContain('"level":"fatal"');
});

describe('the schema of a service', { timeout: 60_000 }, () => {
  test('is looked at, brought up to date, and is then what serving needs', async () => {
    const database = await createTestDatabase({ entities: [], migrations: [] });
    const env = { FIXTURE: 'database', DATABASE_URL: database.url };
    const names = platformMigrations.map((step) => step.name).join(', ');
    try {
      const tooEarly = spawnService(env);
      expect((await tooEarly.exit).code).toBe(1);
      expect(tooEarly.errors()).toContain('fixture cannot start. The database is behind this version');
      expect(tooEarly.errors()).toContain('Run "migrate".');

      const before = spawnService(env, ['migrate', '--status']);
      expect((await before.exit).code).toBe(0);
      expect(before.output()).toBe(`pending: ${names}\nunknown: none\n`);

      const migrating = spawnService(env, ['migrate']);
      expect((await migrating.exit).code).toBe(0);
      expect(migrating.output()).toBe(`Migrated: ${names}\n`);

      const again = spawnService(env, ['migrate']);
      expect((await again.exit).code).toBe(0);
      expect(again.output()).toBe('Nothing to migrate.\n');

      const serving = spawnService(env);
      expect((await fetch(`${await serving.origin()}/health/live`)).status).toBe(200);
      serving.process.kill('SIGTERM');
      expect((await serving.exit).code).toBe(0);
    } finally {
      await database.drop();
    }
  });

  test('that is newer is served with a warning, and not migrated', async () => {
    const newer = [...platformMigrations, defineMigration('209901010000_from_the_future', { up: ['select 1'] })];
    const database = await createTestDatabase({ entities: [], migrations: newer });
    const env = { FIXTURE: 'database', DATABASE_URL: database.url };
    try {
      const serving = spawnService(env);
      await serving.origin();
      expect(serving.output()).toContain('The database is newer than this version.');

      const migrating = spawnService(env, ['migrate']);
      expect((await migrating.exit).code).toBe(1);
      expect(migrating.errors()).toContain('209901010000_from_the_future');
    } finally {
      await database.drop();
    }
  });
});
