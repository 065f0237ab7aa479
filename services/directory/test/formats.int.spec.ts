import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generateInitiatives, initiativeRow, insertInitiatives } from './generated-initiatives.ts';
import { type Harness, startDirectory } from './harness.ts';

const hostile = [
  '=HYPERLINK("http://evil.example")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  'Cometes "i" coma, salt\nde línia',
  '<script>alert(1)</script> & ]]> ]]> <b>',
];

let directory: Harness;
beforeAll(async () => {
  directory = await startDirectory();
  await insertInitiatives(directory.database, [
    ...hostile.map((name, index) =>
      initiativeRow(name, {
        slug: `hostil-${index}`,
        sectors: ['oci', 'cultura'],
        neighbourhood: '7',
        longitude: -2.5,
        latitude: 41.4,
      }),
    ),
    initiativeRow('Sense lloc', { sectors: ['oci'], neighbourhood: null, longitude: null, latitude: null }),
    ...generateInitiatives(130, 7).map((row) => ({ ...row, sectors: ['energia'] })),
  ]);
});
afterAll(() => directory.close());

const get = (url: string, headers: Record<string, string> = {}) => directory.app.inject({ url, headers });

describe('the same search', () => {
  it.each([
    ['application/geo+json', 'geojson', 'application/geo+json; charset=utf-8'],
    ['text/csv', 'csv', 'text/csv; charset=utf-8; header=present'],
    ['application/atom+xml', 'atom', 'application/atom+xml; charset=utf-8'],
  ])('comes as %s by Accept and at its own address', async (accept, ending, type) => {
    const [negotiated, addressed] = await Promise.all([
      get('/v1/initiatives?sector=oci&sort=name', { accept }),
      get(`/v1/initiatives.${ending}?sector=oci&sort=name`),
    ]);
    expect([negotiated.statusCode, addressed.statusCode]).toEqual([200, 200]);
    expect([negotiated.headers['content-type'], addressed.headers['content-type']]).toEqual([type, type]);
    expect(negotiated.headers['vary']).toContain('Accept');
    const withoutSelf = (body: string) => body.replaceAll(/http:[^<"]*initiatives(\.atom)?\?[^<"]*/g, '');
    expect(withoutSelf(negotiated.body)).toBe(withoutSelf(addressed.body));
  });

  it('is answered 304 in the format that was read, and not in another', async () => {
    const csv = await get('/v1/initiatives', { accept: 'text/csv' });
    const tag = String(csv.headers['etag']);
    expect((await get('/v1/initiatives', { accept: 'text/csv', 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('/v1/initiatives', { accept: '*/*', 'if-none-match': tag })).statusCode).toBe(200);
  });

  it('is answered 304 without being run', async () => {
    const queries = [
      '/v1/initiatives?q=forn',
      '/v1/initiatives.csv',
      '/v1/initiatives/facets?q=forn',
      '/v1/sitemap.xml',
    ];
    const tags = await Promise.all(queries.map(async (url) => String((await get(url)).headers['etag'])));
    const client = await directory.database.pool.connect();
    try {
      // Whoever looks at an initiative waits from here on.
      await client.query('begin');
      await client.query('lock table initiative in access exclusive mode');
      for (const [index, url] of queries.entries()) {
        expect((await get(url, { 'if-none-match': tags[index] ?? '' })).statusCode, url).toBe(304);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it.each(['geojson', 'csv', 'atom'])('as %s refuses what the search refuses, as a problem', async (ending) => {
    for (const query of ['bbox=1', 'sector=mineria', 'cursor=x', 'limit=5001']) {
      const response = await get(`/v1/initiatives.${ending}?${query}`);
      expect([400, 422], query).toContain(response.statusCode);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
  });

  it.each(['geojson', 'csv', 'atom'])('as %s leads to what its limit left out', async (ending) => {
    const first = await get(`/v1/initiatives.${ending}?sector=energia&limit=100`);
    const next = /^<\?(.*)>; rel="next"$/.exec(String(first.headers['link']))?.[1];
    const second = await get(`/v1/initiatives.${ending}?${next}`);
    expect(second.headers['link']).toBeUndefined();
    const slugs = [first, second].flatMap(({ body }) => [...new Set(body.match(/initiatives\/[a-z0-9-]+/g))]);
    expect(new Set(slugs).size).toBe(130);
    expect(slugs).toHaveLength(130);
  });
});

describe('GeoJSON', () => {
  it('has a point where there is one, in the order of RFC 7946, and null where there is none', async () => {
    const { features } = (await get('/v1/initiatives.geojson?sector=oci')).json<{
      features: { id: string; geometry: object | null; properties: { slug: string; page: string } }[];
    }>();
    expect(features).toHaveLength(7);
    expect(features.find((feature) => feature.properties.slug === 'sense-lloc')?.geometry).toBeNull();
    expect(features.find((feature) => feature.properties.slug === 'hostil-0')).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-2.5, 41.4] },
      properties: { page: 'http://localhost:4000/directory/v1/initiatives/hostil-0' },
    });
  });
});

describe('CSV', () => {
  it('gives every text back, and begins none as a formula', async () => {
    const { body } = await get('/v1/initiatives.csv?sector=cultura');
    expect(body).toMatch(/^id,slug,name_ca,.*\r\n/);
    const rows = parse<Record<string, string>>(body, { columns: true, record_delimiter: '\r\n' });
    const names = new Map(rows.map((row) => [row['slug'], row['name_ca'] ?? '']));
    for (const [index, name] of hostile.entries()) {
      const written = names.get(`hostil-${index}`) ?? '';
      expect(written).not.toMatch(/^[=+\-@\t\r]/);
      expect(written.replace(/^'/, '')).toBe(name);
    }
    expect(rows[0]).toMatchObject({ sectors: 'oci cultura', district: 'IV', longitude: '-2.5', latitude: '41.4' });
  });
});

describe('the Atom feed', () => {
  it('has the newest first, 50 at most unless asked, each under a lasting id', async () => {
    const { body } = await get('/v1/initiatives.atom?sector=energia');
    const published = [...body.matchAll(/<published>(.*?)<\/published>/g)].map((match) => match[1] ?? '');
    expect(published).toHaveLength(50);
    expect(published).toEqual(published.toSorted().toReversed());
    expect(body).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/);
  });

  it('has all that RFC 4287 asks for, in the language asked for', async () => {
    const response = await get('/v1/initiatives.atom?sector=oci&limit=1', { 'accept-language': 'es' });
    expect(response.headers['content-language']).toBe('es');
    expect(response.body).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(response.body).toContain('Iniciativas de la economía social');
    for (const element of ['id', 'title', 'updated', 'author', 'entry'])
      expect(response.body).toContain(`<${element}>`);
    expect(response.body).toContain(
      'rel="self" href="http://localhost:4000/directory/v1/initiatives.atom?sector=oci&amp;limit=1"',
    );
  });

  it('carries names as text, whatever markup they hold', async () => {
    const { body } = await get('/v1/initiatives.atom?sector=cultura');
    expect(body).toContain(
      '<title type="html"><![CDATA[&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; ]]&gt; &lt;b&gt;]]></title>',
    );
    expect(body).not.toContain('<script>');
  });

  it('is a feed also where nothing is found', async () => {
    const { statusCode, body } = await get('/v1/initiatives.atom?sector=finances');
    expect([statusCode, body.includes('<entry>')]).toEqual([200, false]);
  });
});

describe('the sitemap', () => {
  it('lists the pages of all that is published', async () => {
    const response = await get('/v1/sitemap.xml');
    expect(response.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(response.body.match(/<loc>/g)).toHaveLength(137);
    expect(response.body).toContain('<loc>http://localhost:4000/directory/v1/initiatives/hostil-0</loc><lastmod>20');
  });
});
