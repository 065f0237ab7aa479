import { connect } from 'node:net';

import { currentContext } from '@ateneu/kernel';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, listen, testApp } from '../test/test-app.ts';
import type { App } from './index.ts';
import { parseTraceparent } from './trace-context.ts';

const contextSchema = z.object({
  correlationId: z.string().optional(),
  traceparent: z.string().optional(),
  name: z.string(),
});

function routes(app: App): void {
  const show = async (name: string) => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const context = currentContext();
    return { correlationId: context?.correlationId, traceparent: context?.traceparent, name };
  };
  app.get('/v1/context', { config: anybody, schema: { ...documented('get'), response: { 200: contextSchema } } }, () =>
    show(''),
  );
  app.post(
    '/v1/context',
    {
      config: anybody,
      schema: { ...documented('post'), body: z.object({ name: z.string() }), response: { 200: contextSchema } },
    },
    (request) => show(request.body.name),
  );
}

describe('inside a handler', () => {
  test('the context is that of the request, also after its body was read from the network', async () => {
    await using app = await testApp(routes);
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_value, index) => {
        const response = await fetch(`${origin}/v1/context`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-correlation-id': `c-${index}` },
          body: JSON.stringify({ name: `n-${index}` }),
        });
        return (await response.json()) as z.infer<typeof contextSchema>;
      }),
    );
    expect(answers.map(({ correlationId, name }) => ({ correlationId, name }))).toEqual(
      answers.map((_answer, index) => ({ correlationId: `c-${index}`, name: `n-${index}` })),
    );
  });

  test('the context holds when the body arrives in pieces, among the requests of others', async () => {
    let arrived = 0;
    await using app = await testApp((app) => {
      app.addHook('preParsing', async () => {
        arrived += 1;
      });
      routes(app);
    });
    const port = await listen(app);
    const sockets = Array.from({ length: 5 }, (_value, index) => openRequest(port, `slow-${index}`));
    await expect.poll(() => arrived).toBe(sockets.length);
    const answers = await Promise.all(sockets.map(({ finish }) => finish()));
    for (const [index, answer] of answers.entries()) expect(answer).toContain(`"correlationId":"slow-${index}"`);
  });

  test('the trace is that of the caller, and this request a span of it', async () => {
    await using app = await testApp(routes);
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const response = await app.inject({
      url: '/v1/context',
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    });
    const span = parseTraceparent(response.json<z.infer<typeof contextSchema>>().traceparent);
    expect(span).toMatchObject({ traceId, traceFlags: 1 });
    expect(span?.spanId).not.toBe('b7ad6b7169203331');
  });
});

describe('every answer', () => {
  test('carries a new request id, and the correlation id of its caller', async () => {
    await using app = await testApp(routes);
    const first = await app.inject({ url: '/v1/context', headers: { 'x-correlation-id': 'web:42' } });
    const second = await app.inject({ url: '/v1/nowhere' });
    expect(first.headers['x-correlation-id']).toBe('web:42');
    expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(second.headers['x-correlation-id']).toBe(second.headers['x-request-id']);
  });

  test.each(['', ' ', 'a b', '../etc', '<script>', 'x'.repeat(101), 'ateneu\u00e9'])(
    'has a correlation id of ours where the caller’s is not sane: %j',
    async (header) => {
      await using app = await testApp(routes);
      const response = await app.inject({ url: '/v1/context', headers: { 'x-correlation-id': header } });
      expect(response.headers['x-correlation-id']).toBe(response.headers['x-request-id']);
    },
  );
});

/** Sends all of a request but the end of its body. */
function openRequest(port: number, correlationId: string): { finish: () => Promise<string> } {
  const body = '{"name":"in pieces"}';
  const socket = connect({ port, host: '127.0.0.1' });
  const head = [
    'POST /v1/context HTTP/1.1',
    'Host: localhost',
    'Connection: close',
    `X-Correlation-Id: ${correlationId}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        let received = '';
        socket.on('error', reject).on('data', (data) => {
          received += data.toString();
        });
        socket.on('end', () => resolve(received));
        socket.write(body.slice(5));
      }),
  };
}
