import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import ipaddr from 'ipaddr.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAddressGuard } from './address-guard.ts';
import { createWebhookChannel, createWebhookSecret } from './webhook.channel.ts';

let requests = 0;
const server = createServer((_request, response) => {
  requests += 1;
  response.end();
});
let port = 0;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

/** A resolver that gives each name a list of answers, one after another. */
const resolving = (...answers: string[][]): never =>
  ((_host: string, _options: object, callback: (error: null, found: object[]) => void) => {
    const now = answers.length > 1 ? (answers.shift() ?? []) : (answers[0] ?? []);
    callback(
      null,
      now.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as never;
const posting = async (url: string, guard: ReturnType<typeof createAddressGuard>, times = 1) => {
  const channel = createWebhookChannel({ guard, timeoutMs: 20_000 });
  const results = [];
  for (let time = 0; time < times; time += 1) {
    results.push(await channel.post({ url, id: 'x', payload: '{}', secrets: [createWebhookSecret()] }));
  }
  await channel.close();
  return results;
};

describe('the guard of addresses', () => {
  const guard = createAddressGuard();
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::',
    '2001:db8::1',
    'not an address',
  ])('lets nothing out to %s', (address) => {
    expect(guard.allows(address)).toBe(false);
  });

  it.each(['8.8.8.8', '217.70.184.38', '2606:4700:4700::1111'])('lets requests out to %s', (address) => {
    expect(guard.allows(address)).toBe(true);
  });

  it('makes exceptions for the networks that it is told of, and for no other', () => {
    const local = createAddressGuard([ipaddr.parseCIDR('127.0.0.0/8'), ipaddr.parseCIDR('::1/128')]);
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(local.allows)).toEqual([true, true, true]);
    expect(['10.0.0.1', '::2', '169.254.169.254'].map(local.allows)).toEqual([false, false, false]);
  });
});

describe('a request', () => {
  it.each([
    ['http://127.0.0.1'],
    ['http://2130706433'],
    ['http://0x7f.1'],
    ['http://127.1'],
    ['http://[::1]'],
    ['http://[::ffff:127.0.0.1]'],
    ['http://localhost'],
  ])('to %s never leaves, however it is written', async (origin) => {
    const before = requests;
    const [attempt] = await posting(`${origin}:${port}/`, createAddressGuard());
    expect(attempt).toMatchObject({ outcome: 'failed', error: expect.stringContaining('not at a public address') });
    expect(requests).toBe(before);
  });

  it('to a name is refused where any of its addresses is private', async () => {
    const [attempt] = await posting(
      `http://partner.example:${port}/`,
      createAddressGuard([], resolving(['93.184.215.14', '127.0.0.1'])),
    );
    expect(attempt?.error).toContain('not at a public address');
  });

  it('to a name that changes its address between two looks goes only where the look at that moment allows', async () => {
    const before = requests;
    const allowed = [ipaddr.parseCIDR('127.0.0.1/32')] as const;
    const guard = createAddressGuard(allowed, resolving(['127.0.0.1'], ['127.0.0.2']));
    // The server hangs up after each answer, so that each request makes a connection and a look of its own.
    server.keepAliveTimeout = 1;
    const closing = createServer((_request, response) => {
      requests += 1;
      response.setHeader('connection', 'close').end();
    });
    closing.listen(0, '127.0.0.1');
    await once(closing, 'listening');
    const url = `http://partner.example:${(closing.address() as AddressInfo).port}/`;
    const [first, second] = await posting(url, guard, 2);
    expect(first?.outcome).toBe('delivered');
    expect(second).toMatchObject({ outcome: 'failed', error: expect.stringContaining('not at a public address') });
    expect(requests).toBe(before + 1);
    closing.close();
  });
});
