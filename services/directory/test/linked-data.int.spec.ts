import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { type Moderation, moderationOf, proposal } from './moderation.ts';

let directory: Harness;
let moderation: Moderation;
beforeAll(async () => {
  directory = await startDirectory();
  moderation = moderationOf(directory);
});
afterAll(() => directory.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  directory.app.inject({ url: `/v1/initiatives/${path}`, headers });
const position = { longitude: 2.1075, latitude: 41.368 };

describe('an initiative with a position', () => {
  it('shows it to the public and to staff, until an edit leaves it out', async () => {
    const id = await moderation.publish('Economat situat', { position });
    expect((await get('economat-situat')).json()).toMatchObject({ position });
    const headers = await directory.staff();
    const staff = () => directory.app.inject({ url: `/v1/staff/initiatives/${id}`, headers });
    expect((await staff()).json()).toMatchObject({ position });
    const { proposer: _, ...details } = proposal('Economat situat');
    expect((await moderation.edit(id, '', 3, details)).statusCode).toBe(200);
    expect((await get('economat-situat')).json()).toMatchObject({ position: null });
    expect((await staff()).json()).not.toHaveProperty('position');
  });

  it.each([
    [{ longitude: 181, latitude: 41 }, '/body/position/longitude'],
    [{ longitude: 2, latitude: -91 }, '/body/position/latitude'],
    [{ longitude: '2', latitude: 41 }, '/body/position/longitude'],
    [{ longitude: 2 }, '/body/position/latitude'],
    [null, '/body/position'],
  ])('is refused at %j, naming the field', async (wrong, pointer) => {
    const response = await moderation.propose(proposal('Fora del món', { position: wrong }));
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { pointer: string }[] }>().errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('is refused where it is not a finite number', async () => {
    const payload = JSON.stringify(proposal('Infinit', { position })).replace('2.1075', '1e999');
    const response = await directory.app.inject({
      method: 'POST',
      url: '/v1/initiative-proposals',
      headers: { 'content-type': 'application/json' },
      payload,
      remoteAddress: '10.2.0.1',
    });
    expect(response.statusCode).toBe(400);
  });
});

describe('an initiative as linked data', () => {
  it('is an organization of schema.org and an initiative of ESSGlobal, by Accept and at its own address', async () => {
    const id = await moderation.publish('Cures del barri', {
      position,
      sectors: ['cures'],
      address: 'Carrer de la Florida, 3',
      website: 'https://cures.example/',
      name: { ca: 'Cures del barri', es: 'Cuidados del barrio' },
    });
    const negotiated = await get('cures-del-barri', { accept: 'application/ld+json' });
    const addressed = await get('cures-del-barri.jsonld');
    expect(negotiated.headers['content-type']).toContain('application/ld+json');
    expect(addressed.headers['content-type']).toContain('application/ld+json');
    expect(negotiated.json()).toEqual(addressed.json());
    expect(addressed.json()).toMatchObject({
      '@type': ['Organization', 'essglobal:SSEInitiative'],
      '@id': `http://localhost:4000/directory/v1/initiatives/${id}`,
      name: [
        { '@language': 'ca', '@value': 'Cures del barri' },
        { '@language': 'es', '@value': 'Cuidados del barrio' },
      ],
      url: 'https://cures.example/',
      mainEntityOfPage: 'http://localhost:4000/directory/v1/initiatives/cures-del-barri',
      address: { streetAddress: 'Carrer de la Florida, 3', addressLocality: "L'Hospitalet de Llobregat" },
      location: { geo: { '@type': 'GeoCoordinates', ...position } },
      'essglobal:economicSector': ['Health, Social Care & Wellbeing'],
      'essglobal:legalForm': 'http://purl.org/essglobal/standard/legal-form/L2',
    });
    expect(addressed.body).not.toContain('montserrat');
    expect((await get(id, { accept: 'application/ld+json' })).json()).toEqual(addressed.json());
  });

  it('is not there where the initiative is not public', async () => {
    expect((await get('cap.jsonld')).statusCode).toBe(404);
  });

  it('stays JSON for who names no type', async () => {
    const response = await get('cures-del-barri', { accept: 'text/html,*/*;q=0.8' });
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.headers['vary']).toContain('Accept');
  });
});

describe('the address of an initiative', () => {
  it('once changed by staff redirects for good from every former one, in each format', async () => {
    const id = await moderation.publish('Nom antic');
    expect((await moderation.edit(id, '/slug', 3, { slug: 'nom-nou' })).json()).toMatchObject({ slug: 'nom-nou' });
    expect((await moderation.edit(id, '/slug', 4, { slug: 'nom-definitiu' })).statusCode).toBe(200);
    for (const former of ['nom-antic', 'nom-nou']) {
      const response = await get(former);
      expect([response.statusCode, response.headers['location']]).toEqual([301, 'nom-definitiu']);
      expect((await get(`${former}.jsonld`)).headers['location']).toBe('nom-definitiu.jsonld');
    }
    expect((await get('nom-definitiu')).statusCode).toBe(200);
    await expect
      .poll(async () => {
        const { rows } = await directory.database.pool.query<{ payload: string }>(
          `select payload from outbox where aggregate_id = $1 and type like '%.updated.v1' order by id`,
          [id],
        );
        return rows.map((row) => (JSON.parse(row.payload) as { data: { slug: string } }).data.slug);
      })
      .toEqual(['nom-nou', 'nom-definitiu']);
  });

  it('can be taken back by the one that had it, and by no other', async () => {
    const id = await moderation.publish('Primera');
    const other = await moderation.publish('Segona');
    await moderation.edit(id, '/slug', 3, { slug: 'primera-nova' });
    for (const slug of ['primera', 'primera-nova', 'facets']) {
      const refused = await moderation.edit(other, '/slug', 3, { slug });
      expect([refused.statusCode, refused.json<{ code: string }>().code], slug).toEqual([
        409,
        'directory.initiative.slug-taken',
      ]);
    }
    expect((await moderation.edit(id, '/slug', 4, { slug: 'primera' })).statusCode).toBe(200);
    expect((await get('primera')).statusCode).toBe(200);
    expect((await get('primera-nova')).headers['location']).toBe('primera');
  });

  it('is not given to a namesake after it was given up', async () => {
    const id = await moderation.publish('Homònima');
    await moderation.edit(id, '/slug', 3, { slug: 'una-altra' });
    await moderation.publish('Homònima');
    expect((await get('homonima')).statusCode).toBe(301);
    expect((await get('homonima-2')).statusCode).toBe(200);
  });

  it('never hides one of the API', async () => {
    await moderation.publish('Facets');
    expect((await get('facets-2')).statusCode).toBe(200);
    expect((await get('facets')).json()).toHaveProperty('total');
  });

  it('leads nowhere, like one that never was, once it is no longer public', async () => {
    const id = await moderation.publish('Amagada');
    await moderation.edit(id, '/slug', 3, { slug: 'amagada-nova' });
    await moderation.moderate(id, 'unpublish', 4);
    expect((await get('amagada')).statusCode).toBe(404);
  });

  it.each(['A', 'Majúscules', 'dos--guions', '-a', 'a/b', 'a.jsonld', 'x'.repeat(81), ''])(
    'is refused as %j, and nothing changes',
    async (slug) => {
      const id = await moderation.publish(`Forma ${slug.length} ${slug.slice(0, 12)}`);
      const refused = await moderation.edit(id, '/slug', 3, { slug });
      expect(refused.statusCode).toBe(400);
      expect((await get(id)).headers['etag']).toMatch(/^"3/);
    },
  );

  it('is changed by staff alone, who say which version they saw, and only once there is one', async () => {
    const { id } = (await moderation.propose(proposal('Sense adreça'))).json<{ id: string }>();
    const url = `/v1/staff/initiatives/${id}/slug`;
    const payload = { slug: 'amb-adreca' };
    expect((await directory.app.inject({ method: 'PUT', url, payload })).statusCode).toBe(401);
    const headers = await directory.staff();
    expect((await directory.app.inject({ method: 'PUT', url, payload, headers })).statusCode).toBe(428);
    expect((await moderation.edit(id, '/slug', 9, payload)).statusCode).toBe(412);
    expect((await moderation.edit(id, '/slug', 1, payload)).statusCode).toBe(409);
  });
});
