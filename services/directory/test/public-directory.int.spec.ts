import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const moderate: Moderation['moderate'] = (...step) => moderation.moderate(...step);
const publish: Moderation['publish'] = (...named) => moderation.publish(...named);
const search = async (query: string): Promise<string[]> => {
  const response = await directory.app.inject({ url: `/v1/initiatives?${query}` });
  expect(response.statusCode).toBe(200);
  return response.json<{ items: { name: { ca: string } }[] }>().items.map((item) => item.name.ca);
};

describe('the public directory', () => {
  it('finds without accents, in any case, by the beginning of a word, and by a mistyped name', async () => {
    await publish('Ràdio Cooperativa Pubilla');
    for (const query of ['q=radio', 'q=R%C3%80DIO', 'q=coop%20pubi', 'q=Radoi%20Cooperativa%20Publila']) {
      expect(await search(query)).toContain('Ràdio Cooperativa Pubilla');
    }
  });

  it('finds inflected and unfinished words together', async () => {
    await publish('Banca ètica popular', { summary: { ca: 'Finances ètiques per a cooperatives.' } });
    for (const query of ['ètiq', 'etiques cooperativa', 'cooper finan', 'bancs etic']) {
      expect(await search(`q=${encodeURIComponent(query)}`), query).toContain('Banca ètica popular');
    }
    expect(await search('q=banca%20inexistent')).not.toContain('Banca ètica popular');
  });

  it('filters by sector, legal form and neighbourhood', async () => {
    await publish('Cures de Bellvitge', {
      sectors: ['cures'],
      neighbourhood: '12',
      legalForm: 'cooperativa-treball-associat',
    });
    expect(await search('sector=cures&neighbourhood=12&legalForm=cooperativa-treball-associat')).toEqual([
      'Cures de Bellvitge',
    ]);
    expect(await search('sector=cures&neighbourhood=1')).toEqual([]);
  });

  it('pages without skipping or repeating while others are published', async () => {
    for (let index = 0; index < 7; index += 1) await publish(`Pàgina ${index}`, { sectors: ['oci'] });
    const seen: string[] = [];
    let cursor = '';
    do {
      const response = await directory.app.inject({ url: `/v1/initiatives?sector=oci&limit=2${cursor}` });
      const page = response.json<{ items: { name: { ca: string } }[]; next: string | null }>();
      seen.push(...page.items.map((item) => item.name.ca));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
      if (seen.length === 2) await publish('Abans de tot', { sectors: ['oci'] });
    } while (cursor !== '');
    expect(seen).toEqual(Array.from({ length: 7 }, (_, index) => `Pàgina ${index}`));
  });

  it('shows an initiative by its slug without who proposed it, and answers 304 while nothing changes', async () => {
    await publish('L’Àgora, SCCL');
    const response = await directory.app.inject({ url: '/v1/initiatives/l-agora-sccl' });
    expect(response.statusCode).toBe(200);
    expect(response.body).not.toContain('montserrat');
    const again = await directory.app.inject({
      url: '/v1/initiatives/l-agora-sccl',
      headers: { 'if-none-match': String(response.headers['etag']) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const list = await directory.app.inject({ url: '/v1/initiatives' });
    const tag = { 'if-none-match': String(list.headers['etag']) };
    expect((await directory.app.inject({ url: '/v1/initiatives', headers: tag })).statusCode).toBe(304);
    await publish('Una de nova');
    expect((await directory.app.inject({ url: '/v1/initiatives', headers: tag })).statusCode).toBe(200);
  });

  it('gives two initiatives of one name two addresses', async () => {
    await publish('Bessones');
    await publish('Bessones');
    expect((await directory.app.inject({ url: '/v1/initiatives/bessones-2' })).statusCode).toBe(200);
  });

  it('no longer shows what was unpublished, under the same answer as what never was', async () => {
    const id = await publish('Fugaç');
    expect((await moderate(id, 'unpublish', 3)).statusCode).toBe(200);
    const [gone, never] = await Promise.all([
      directory.app.inject({ url: '/v1/initiatives/fugac' }),
      directory.app.inject({ url: '/v1/initiatives/mai' }),
    ]);
    expect([gone.statusCode, never.statusCode]).toEqual([404, 404]);
    expect(gone.json<{ code: string }>().code).toBe(never.json<{ code: string }>().code);
  });

  it('refuses unknown filters and broken cursors, and survives any text', async () => {
    const forged = Buffer.from('["a","not a uuid"]').toString('base64url');
    for (const query of [
      'sector=mineria',
      'cursor=xxx',
      `cursor=${forged}`,
      'limit=0',
      'limit=1000',
      'limit=many',
      'q=',
      `q=${'a'.repeat(201)}`,
      `bbox=${'1'.repeat(101)}`,
      'district=IX',
      'need=or',
      'network=cap',
      'legalForm=sl%27--',
      'colour=blue&limit=-1',
    ]) {
      const response = await directory.app.inject({ url: `/v1/initiatives?${query}` });
      expect([400, 422], query).toContain(response.statusCode);
    }
    for (const text of hostileTexts) {
      const q = encodeURIComponent(text.isWellFormed() ? text : 'x');
      const response = await directory.app.inject({ url: `/v1/initiatives?q=${q}` });
      expect(response.statusCode, text.slice(0, 40)).toBeLessThan(500);
    }
  });
});

describe('the OpenAPI document', () => {
  it('says which filters may be repeated, and every format of the search', async () => {
    const document = (await directory.app.inject({ url: '/openapi.json' })).json<{
      paths: Record<
        string,
        {
          get: {
            parameters: { name: string; schema: { type?: string } }[];
            responses: Record<string, { content?: object }>;
          };
        }
      >;
    }>();
    const search = document.paths['/v1/initiatives']?.get;
    const repeated = search?.parameters.filter(({ schema }) => schema.type === 'array').map(({ name }) => name);
    expect(repeated).toEqual(['sector', 'legalForm', 'neighbourhood', 'district', 'need', 'network']);
    expect(Object.keys(search?.responses['200']?.content ?? {})).toEqual([
      'application/json',
      'application/geo+json',
      'text/csv',
      'application/atom+xml',
    ]);
    expect(Object.keys(document.paths)).toContain('/v1/initiatives/{slug}.jsonld');
  });
});
