import { type AddressInfo, connect as dial, createServer, type Server } from 'node:net';

import { createTestBroker, freePorts, type TestBroker } from '@ateneu/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectBroker } from './index.ts';

let testBroker: TestBroker;
let credentials: string;

beforeAll(async () => {
  testBroker = await createTestBroker();
  credentials = await testBroker.credentials('training');
});
afterAll(() => testBroker.close());

const listen = async (server: Server, port = 0): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
/** A door to the real broker that opens when a test says so. */
async function doorTo(url: string): Promise<{ url: string; open(): Promise<unknown>; close(): void }> {
  const { hostname, port: target } = new URL(url);
  const [port = 0] = await freePorts(1);
  const door: Server = createServer((socket) => {
    const inside = dial(Number(target), hostname);
    socket.pipe(inside).pipe(socket);
    socket.on('error', () => inside.destroy());
    inside.on('error', () => socket.destroy());
  });
  return {
    url: `nats://127.0.0.1:${port}`,
    open: () => listen(door, port),
    close: () => door.close(),
  };
}

/** A logger, and a promise for its first line. */
function hearing() {
  let heard: (line: string) => void = () => {};
  const first = new Promise<string>((resolve) => {
    heard = resolve;
  });
  return { logger: pino({}, { write: (line: string) => heard(line) }), first };
}

describe('connecting to a broker', () => {
  it('waits for one that begins to listen late, and says so', async () => {
    const door = await doorTo(testBroker.url);
    const { logger, first } = hearing();
    const connecting = connectBroker({ servers: door.url, credentials, name: 'training', logger });
    expect(await first).toContain('The broker does not answer yet');
    await door.open();
    const broker = await connecting;
    try {
      await broker.ping();
      expect(broker.isConnected()).toBe(true);
    } finally {
      await broker.close();
      door.close();
    }
  });

  it('gives up on one that never comes, with where it was looked for and how long', async () => {
    const { url } = await doorTo(testBroker.url);
    const connecting = connectBroker({ servers: url, credentials, name: 'training', patienceMs: 1_000 });
    await expect(connecting).rejects.toThrow(`The broker at ${url} did not answer within 1 s`);
  });

  it('gives up on one that takes the connection and says nothing', async () => {
    const silent = createServer(() => {});
    const servers = `nats://127.0.0.1:${await listen(silent)}`;
    const connecting = connectBroker({ servers, credentials, name: 'training', patienceMs: 1_000 });
    await expect(connecting).rejects.toThrow(/did not answer within 1 s/);
    silent.close();
  });

  it('does not wait where the credentials are refused', async () => {
    const { logger, first } = hearing();
    const other = credentials.replace(
      /(BEGIN NATS USER JWT-+\n)[^\n]+/,
      '$1eyJ0eXAiOiJKV1QiLCJhbGciOiJlZDI1NTE5In0.e30.e30',
    );
    const refused = connectBroker({ servers: testBroker.url, credentials: other, name: 'training', logger });
    const outcome = await Promise.race([first, refused.catch((cause: unknown) => cause)]);
    expect(outcome).toBeInstanceOf(Error);
    expect(String(outcome)).toMatch(/authorization/i);
  });
});
