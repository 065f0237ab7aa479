import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { anybody, documented, testApp } from '../test/test-app.ts';
import { type App, linkHeader, pageOf, pageQuery, withLink } from './index.ts';

const all = ['a', 'b', 'c', 'd', 'e'];

function routes(app: App): void {
  app.get(
    '/v1/letters',
    {
      config: anybody,
      schema: {
        ...documented('letters'),
        querystring: pageQuery({ defaultSize: 2, maxSize: 3 }).extend({ q: z.string().optional() }),
        response: { 200: pageOf(z.object({ letter: z.string() })) },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query;
      const start = cursor === undefined ? 0 : all.indexOf(cursor) + 1;
      const items = all.slice(start, start + limit).map((letter) => ({ letter }));
      return withLink(request, reply, {
        items,
        next: start + limit < all.length ? (items.at(-1)?.letter ?? null) : null,
      });
    },
  );
}

describe('a list', () => {
  test('is read to its end by following its links, keeping the query', async () => {
    await using app = await testApp(routes);
    const letters: string[] = [];
    const addresses: string[] = [];
    const read = async (address: URL): Promise<void> => {
      addresses.push(address.href);
      // The proxy takes the prefix off.
      const response = await app.inject(address.pathname.replace('/training', '') + address.search);
      letters.push(...response.json<{ items: { letter: string }[] }>().items.map(({ letter }) => letter));
      const next = /^<([^>]+)>; rel="next"$/.exec(String(response.headers['link'] ?? ''))?.[1];
      if (next !== undefined) await read(new URL(next, address));
    };
    await read(new URL('http://ateneu.example/training/v1/letters?q=a%20b'));
    expect(letters).toEqual(all);
    expect(addresses[1]).toBe('http://ateneu.example/training/v1/letters?q=a+b&cursor=b');
  });

  test('has pages no longer than it allows', async () => {
    await using app = await testApp(routes);
    for (const limit of ['0', '4', '-1', '1.5', 'x', '', '1&limit=2', 'Infinity', '1e9']) {
      expect((await app.inject(`/v1/letters?limit=${limit}`)).statusCode, limit).toBe(400);
    }
    expect((await app.inject('/v1/letters?limit=3')).json<{ items: unknown[] }>().items).toHaveLength(3);
  });
});

test('the last page has no link', () => {
  expect(linkHeader({ url: '/v1/letters' }, null)).toBeUndefined();
  expect(linkHeader({ url: '/v1/letters?cursor=a' }, 'b>')).toBe('<?cursor=b%3E>; rel="next"');
});
