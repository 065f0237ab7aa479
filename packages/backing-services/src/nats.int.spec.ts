import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreAdminUser, createTrust, type Trust } from '@ateneu/messaging/accounts';
import { connectBroker, ensureTopology, streams } from '@ateneu/messaging';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type NatsOptions, startNats } from './nats.ts';
import { freePorts } from './ports.ts';
import { BackingServiceUnavailable, type RunningService } from './running-service.ts';

let trust: Trust;
let folder: string;
let ports: number[];
const running: RunningService[] = [];

beforeAll(async () => {
  trust = await createTrust();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ateneu-nats-'));
  ports = await freePorts(3);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await rm(folder, { recursive: true });
});

const start = async (options: Partial<NatsOptions> = {}): Promise<RunningService> => {
  const [port = 0, monitorPort = 0] = ports;
  const service = await startNats({ trust, dataDir: folder, port, monitorPort, ...options });
  running.push(service);
  return service;
};
const stop = (service: RunningService): Promise<void> => {
  running.splice(running.indexOf(service), 1);
  return service.stop();
};
const asAdmin = async (url: string) =>
  connectBroker({ servers: url, credentials: await coreAdminUser(trust.core.seed), name: 'admin' });

describe('a nats-server on this machine', () => {
  it('keeps streams and what is in them from one run to the next', async () => {
    const first = await start({ syncAlways: true });
    const before = await asAdmin(first.url);
    await ensureTopology(before);
    await before.jetstream.publish('ateneu.training.session.published.v1', 'kept');
    await before.close();
    await stop(first);
    const broker = await asAdmin((await start()).url);
    expect((await broker.manager.streams.info(streams.events)).state.messages).toBe(1);
    await broker.close();
  });

  it('lets in only whom its own trust signed', async () => {
    const { url } = await start();
    const foreign = await createTrust();
    await expect(
      connectBroker({ servers: url, credentials: await coreAdminUser(foreign.core.seed), name: 'x' }),
    ).rejects.toThrow(/authorization/i);
  });

  it('answers over HTTP and over a web socket where it is asked to', async () => {
    const [, monitorPort = 0, websocketPort = 0] = ports;
    await start({ websocketPort });
    expect(await (await fetch(`http://127.0.0.1:${monitorPort}/healthz`)).json()).toMatchObject({ status: 'ok' });
    const socket = new WebSocket(`ws://127.0.0.1:${websocketPort}`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    socket.close();
  });

  it('names the port that is taken and says what to do, and starts nothing', async () => {
    const [, monitorPort = 0] = ports;
    const other = createServer().listen(monitorPort, '127.0.0.1');
    const failure = await start().catch((cause: unknown) => cause);
    other.close();
    expect(failure).toBeInstanceOf(BackingServiceUnavailable);
    expect(String(failure)).toMatch(new RegExp(`Port ${monitorPort}, which the event broker needs, is taken`));
    expect(await readdir(folder)).toEqual([]);
  });
});
