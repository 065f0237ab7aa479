import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createApi } from './api.ts';

describe('a caller of the platform', () => {
  const server = createServer((request, response) => {
    request.resume();
    asked += 1;
    response.statusCode = asked <= busy ? 503 : 201;
    response.end(JSON.stringify({ asked }));
  });
  let [asked, busy] = [0, 0];
  let origin: string;

  beforeEach(async () => {
    [asked, busy] = [0, 0];
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('with patience asks a service that is busy again, until it answers otherwise', async () => {
    busy = 2;
    const { body } = await createApi(origin, undefined, { patienceMs: 60_000 }).done('/', { name: 'Ada' });
    expect(body).toEqual({ asked: 3 });
  });

  it('without patience takes the first answer for what it is', async () => {
    busy = 1;
    await expect(createApi(origin).done('/', {})).rejects.toThrow('was answered 503');
    expect(asked).toBe(1);
  });
});
