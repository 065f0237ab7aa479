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

const read = async (path: string, headers: Record<string, string> = {}) =>
  directory.app.inject({ url: `/v1/${path}`, headers });
const staffRead = async (id: string) =>
  (await directory.app.inject({ url: `/v1/staff/initiatives/${id}`, headers: await directory.staff() })).json();

const full = {
  summary: { ca: 'Botiga cooperativa.', es: 'Tienda cooperativa.' },
  description: { ca: 'Primer paràgraf.\n\nSegon paràgraf.' },
  website: 'https://economat.example',
  foundedIn: 1987,
  offers: [
    { kind: 'product', name: { ca: 'Verdura ecològica', en: 'Organic vegetables' } },
    { kind: 'service', name: { ca: 'Repartiment en bicicleta' } },
  ],
  needs: ['alimentacio', 'salut'],
  networks: ['xes', 'coop57'],
  links: [{ kind: 'mastodon', url: 'https://social.example/@economat' }],
  openingHours: {
    weekly: [
      { days: ['mo', 'we'], opens: '17:00', closes: '20:30' },
      { days: ['sa'], opens: '22:00', closes: '02:00' },
    ],
    note: { ca: 'A l’agost, tancat.' },
  },
  criteria: {
    version: '2026-01',
    met: [{ code: 'transparencia', evidence: { ca: 'Publica els comptes.' }, url: 'https://economat.example/comptes' }],
  },
};

describe('what an initiative says of itself', () => {
  it('is read by the public as it was written, and has a history', async () => {
    const id = await moderation.publish('Completa', full);
    const shown = (await read(`initiatives/${id}`)).json();
    expect(shown).toMatchObject(full);
    const linked = (await read(`initiatives/${id}.jsonld`)).json();
    expect(linked).toMatchObject({
      foundingDate: '1987',
      sameAs: ['https://social.example/@economat'],
      memberOf: [{ name: 'Xarxa d’Economia Solidària de Catalunya' }, { name: 'Coop57' }],
      openingHoursSpecification: [
        { dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Wednesday'], opens: '17:00', closes: '20:30' },
        { dayOfWeek: ['https://schema.org/Saturday'] },
      ],
    });
    const {
      id: _,
      version,
      status,
      slug,
      origin,
      proposer,
      rejection,
      createdAt,
      updatedAt,
      ...details
    } = await staffRead(id);
    expect([version, status, slug, origin, rejection].every((value) => value !== undefined)).toBe(true);
    expect(proposer.name).toBe('Montserrat Puig');
    expect(createdAt <= updatedAt).toBe(true);
    // What staff read, they can send back: it changes nothing.
    expect((await moderation.edit(id, '', 3, details)).json()).toMatchObject({ version: 3 });
    expect((await moderation.edit(id, '', 3, { ...details, offers: [], needs: [] })).json()).toMatchObject({
      version: 4,
    });
    expect((await read(`initiatives/${id}`)).json()).toMatchObject({
      offers: [],
      needs: [],
      networks: ['xes', 'coop57'],
    });
  });

  it('is served in the language asked for, and says which each text is in', async () => {
    const id = await moderation.publish('Multilingüe', { ...full, summary: { ca: 'Resum.', es: 'Resumen.' } });
    const spanish = await read(`initiatives/${id}`, { 'accept-language': 'es-ES,es;q=0.9' });
    expect(spanish.headers['content-language']).toBe('ca, es');
    expect(spanish.headers.vary).toContain('Accept-Language');
    expect(spanish.json().localized).toMatchObject({
      name: { text: 'Multilingüe', language: 'ca' },
      summary: { text: 'Resumen.', language: 'es' },
    });
    const catalan = await read(`initiatives/${id}`, { 'accept-language': 'fr' });
    expect(catalan.headers['content-language']).toBe('ca');
    expect(catalan.json().localized.summary).toEqual({ text: 'Resum.', language: 'ca' });
    expect(catalan.headers.etag).not.toBe(spanish.headers.etag);
    const listed = (await read('initiatives?q=multilingue', { 'accept-language': 'es' })).json();
    expect(listed.items[0].localized.summary).toEqual({ text: 'Resumen.', language: 'es' });
  });

  it('names those it cooperates with, of them those that are public', async () => {
    const friend = await moderation.publish('Amiga');
    const { id: hidden } = (await moderation.propose(proposal('Encara no pública'))).json<{ id: string }>();
    const id = await moderation.publish('Cooperadora', { cooperatesWith: [friend, hidden, friend] });
    expect((await read(`initiatives/${id}`)).json().cooperatesWith).toEqual([
      { id: friend, slug: 'amiga', name: { ca: 'Amiga' } },
    ]);
    expect((await staffRead(id)).cooperatesWith).toEqual([friend, hidden]);
  });

  it('is found by the needs it covers and the networks it is in', async () => {
    await moderation.publish('Assegurances del Barri', { needs: ['assegurances'], networks: ['feicat'] });
    await moderation.publish('Finestreta', { needs: ['estalvi-i-credit'], networks: ['feicat', 'reas'] });
    const names = async (query: string) =>
      (await read(`initiatives?${query}`)).json().items.map((item: { name: { ca: string } }) => item.name.ca);
    expect(await names('need=assegurances')).toEqual(['Assegurances del Barri']);
    expect(await names('need=assegurances&need=estalvi-i-credit&network=reas')).toEqual(['Finestreta']);
    expect((await read('initiatives/facets?network=feicat')).json().total).toBe(2);
    expect((await read('initiatives?need=cap')).statusCode).toBe(422);
  });

  it.each([
    ['links', { links: [{ kind: 'myspace', url: 'https://x.example' }] }, 422],
    ['links', { links: [{ kind: 'altres', url: 'javascript:alert(1)' }] }, 400],
    ['needs', { needs: ['diners'] }, 422],
    ['networks', { networks: ['x'] }, 422],
    ['criteria', { criteria: { version: '1999-01', met: [{ code: 'transparencia', evidence: { ca: 'x' } }] } }, 422],
    ['criteria', { criteria: { version: '2026-01', met: [{ code: 'transparencia', evidence: {} }] } }, 400],
    ['openingHours', { openingHours: { weekly: [{ days: ['dl'], opens: '09:00', closes: '10:00' }] } }, 422],
    ['09:00', { openingHours: { weekly: [{ days: ['mo'], opens: '09:00', closes: '09:00' }] } }, 422],
    ['openingHours', { openingHours: { weekly: [{ days: ['mo'], opens: '25:00', closes: '09:00' }] } }, 400],
    ['foundedIn', { foundedIn: 12 }, 400],
    ['contact', { contact: { phone: { value: 'truca’m' } } }, 400],
    ['cooperatesWith', { cooperatesWith: ['amiga'] }, 400],
  ])('is refused where %s makes no sense', async (named, extra, status) => {
    const answer = await moderation.handIn(proposal('Refusada', extra));
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(named);
  });
});

describe('each contact field', () => {
  it('is published with its own consent alone, which says who agreed to what, when', async () => {
    const contact = {
      email: { value: 'hola@economat.example', consent: { textVersion: '2026-01' } },
      phone: { value: '+34 600 000 000' },
      person: { value: 'Núria Ferrer' },
    };
    const id = await moderation.publish('Amb contacte', { contact });
    expect((await read(`initiatives/${id}`)).json().contact).toEqual({ email: 'hola@economat.example' });
    for (const path of [`initiatives/${id}.jsonld`, 'initiatives.csv', 'initiatives.geojson', 'initiatives.atom']) {
      const body = (await read(path)).body;
      expect(body, path).not.toContain('600 000');
      expect(body, path).not.toContain('Núria Ferrer');
    }
    const stored = (await staffRead(id)).contact;
    expect(stored).toEqual({
      email: {
        value: 'hola@economat.example',
        consent: { textVersion: '2026-01', givenBy: 'Montserrat Puig', givenAt: directory.clock.now().toISOString() },
      },
      phone: { value: '+34 600 000 000' },
      person: { value: 'Núria Ferrer' },
    });
    const { rows } = await directory.database.pool.query(
      `select count(*)::int as n from outbox where payload like '%600 000%' or payload like '%Núria%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('disappears when its consent does, and staff must say who gave one', async () => {
    const { proposer: _, ...details } = proposal('Retirada');
    const id = await moderation.publish('Retirada');
    const withConsent = (consent?: object) => ({ ...details, contact: { phone: { value: '600000000', consent } } });
    const unnamed = await moderation.edit(id, '', 3, withConsent({ textVersion: '1' }));
    expect(unnamed.json()).toMatchObject({ status: 422, code: 'directory.initiative.consent-unnamed' });
    const named = await moderation.edit(id, '', 3, withConsent({ textVersion: '1', givenBy: 'Núria Ferrer' }));
    expect(named.statusCode).toBe(200);
    expect((await read(`initiatives/${id}`)).json().contact).toEqual({ phone: '600000000' });
    expect((await moderation.edit(id, '', 4, withConsent())).statusCode).toBe(200);
    expect((await read(`initiatives/${id}`)).json().contact).toEqual({});
  });
});

describe('reference data', () => {
  it.each(['sectors', 'legal-forms', 'needs', 'networks', 'link-kinds', 'weekdays', 'districts', 'neighbourhoods'])(
    '%s is told in the language asked for, and in all three',
    async (list) => {
      const answer = await read(`reference/${list}`, { 'accept-language': 'es' });
      expect(answer.headers).toMatchObject({ 'content-language': 'es', etag: expect.stringContaining('"') as string });
      const { items } = answer.json<{ items: { name: string; label: Record<string, string> }[] }>();
      expect(items.length).toBeGreaterThan(5);
      for (const { name, label } of items) {
        expect(name).toBe(label['es']);
        expect(Object.keys(label)).toEqual(['ca', 'es', 'en']);
      }
      const again = await read(`reference/${list}`, {
        'accept-language': 'es',
        'if-none-match': String(answer.headers.etag),
      });
      expect(again.statusCode).toBe(304);
    },
  );

  it('tells the criteria by version, with the evidence that each asks for', async () => {
    const { items } = (await read('reference/criteria', { 'accept-language': 'en' })).json();
    expect(items[0]).toMatchObject({ version: '2026-01' });
    expect(items[0].criteria).toContainEqual(expect.objectContaining({ code: 'transparencia', name: 'Transparency' }));
  });
});
