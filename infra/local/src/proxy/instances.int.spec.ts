import { freePorts } from '@ateneu/backing-services';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';

import { createProxyApp } from './app.ts';
import { routes } from './routes.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of open) app.server.closeAllConnections();
  await Promise.all(open.splice(0).map((app) => app.close()));
});

/** An instance of a service that says whether it is ready, and who it is. */
const startInstance = async (name: string, port = 0) => {
  const state = { ready: true };
  const app = fastify({ forceCloseConnections: true });
  app.get('/health/ready', (_request, reply) => reply.code(state.ready ? 200 : 503).send({}));
  app.all('/v1/who', (request, reply) => {
    if (!state.ready) void reply.header('connection', 'close');
    return { name, body: request.body ?? null };
  });
  const origin = await app.listen({ host: '127.0.0.1', port });
  open.push(app);
  return { app, origin, leave: () => (state.ready = false) };
};

const startOrigin = async (upstreams: readonly string[], lookEveryMs = 10) => {
  const app = createProxyApp({
    routes,
    upstreamsOf: (route) => (route.name === 'directory' ? upstreams : ['http://127.0.0.1:9']),
    landing: { origin: '', issuer: '', natsUrl: '', natsWebsocketUrl: '' },
    readDocument: () => Promise.resolve(undefined),
    lookEveryMs,
  });
  open.push(app);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = (method = 'GET') =>
    fetch(`${address}/directory/v1/who`, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
  const who = async (): Promise<string> => ((await (await ask()).json()) as { name: string }).name;
  const several = async (): Promise<string[]> => {
    const names = new Set<string>();
    for (let asked = 0; asked < 6; asked += 1) names.add(await who());
    return [...names].sort();
  };
  return { ask, several };
};

describe('a part with several instances', () => {
  it('has them take turns', async () => {
    const [one, two] = [await startInstance('one'), await startInstance('two')];
    const { several } = await startOrigin([one.origin, two.origin]);
    expect(await several()).toEqual(['one', 'two']);
  });

  it('sends nothing more to one that is leaving, and its share to one that has come', async () => {
    const [port = 0] = await freePorts(1);
    const [one, two] = [await startInstance('one', port), await startInstance('two')];
    const { several } = await startOrigin([one.origin, two.origin]);
    one.leave();
    await expect.poll(several).toEqual(['two']);
    await one.app.close();
    const again = fastify({ forceCloseConnections: true });
    again.get('/health/ready', () => ({}));
    again.get('/v1/who', () => ({ name: 'three' }));
    open.push(again);
    await again.listen({ host: '127.0.0.1', port });
    await expect.poll(several).toEqual(['three', 'two']);
  });

  it('sends nothing more to one that lets go of its connections, before it has looked again', async () => {
    const [one, two] = [await startInstance('one'), await startInstance('two')];
    const { several } = await startOrigin([one.origin, two.origin], 60_000);
    one.leave();
    await several();
    expect(await several()).toEqual(['two']);
  });

  it('still sends requests where none is ready but some answer: much works without a broker', async () => {
    const one = await startInstance('one');
    one.leave();
    const { several } = await startOrigin(['http://127.0.0.1:9', one.origin]);
    expect(await several()).toEqual(['one']);
  });

  it('asks another instance what one that is gone cannot answer, and sends nothing twice that may not be', async () => {
    const [one, two] = [await startInstance('one'), await startInstance('two')];
    // It is looked at once, and then gone.
    const { ask } = await startOrigin([one.origin, two.origin]);
    one.app.server.closeAllConnections();
    await one.app.close();
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await ask()).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    two.app.server.closeAllConnections();
    await two.app.close();
    const refused = await ask('POST');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
  });

  it('rather asks one that is slow to say how it is than one that is gone', async () => {
    const busy = fastify({ forceCloseConnections: true });
    busy.get('/health/ready', () => new Promise(() => {}));
    busy.get('/v1/who', () => ({ name: 'busy' }));
    open.push(busy);
    const slow = await busy.listen({ host: '127.0.0.1', port: 0 });
    const { several } = await startOrigin(['http://127.0.0.1:9', slow]);
    expect(await several()).toEqual(['busy']);
  });

  it('finds the instances behind a name', async () => {
    const one = await startInstance('one');
    const { several } = await startOrigin([one.origin.replace('127.0.0.1', 'localhost')]);
    expect(await several()).toEqual(['one']);
  });
});
