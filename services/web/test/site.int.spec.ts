import { languages } from '@ateneu/kernel';
import type { App } from '@ateneu/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pathTo } from '../src/shell/paths.ts';
import { createTestApp } from './app.ts';

const browser = { accept: 'text/html,application/xhtml+xml' };

describe('the site while every service is down', () => {
  let app: App;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { ...browser, ...headers } });

  it.each(languages)('shows its pages in %s, each part that is missing with a sentence', async (language) => {
    for (const page of ['home', 'directory', 'training'] as const) {
      const answer = await get(pathTo(language, page));
      expect(answer.statusCode, page).toBe(200);
      expect(answer.body).toContain(`<html lang="${language}">`);
      expect(answer.body).toMatch(/notice-warning/);
      expect(answer.body).toMatch({ ca: /no podem mostrar/, es: /no podemos mostrar/, en: /cannot show/ }[language]);
    }
    for (const page of ['propose', 'accompaniment', 'request', 'privacy', 'accessibility', 'cookies'] as const) {
      const answer = await get(pathTo(language, page));
      expect(answer.statusCode, page).toBe(200);
      expect(answer.body).not.toMatch(/notice-warning/);
    }
  });

  it('says 503 in words where a page’s own subject cannot be had', async () => {
    const answer = await get('/es/directorio/sol-de-santa-eulalia');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['content-language']).toBe('es');
    expect(answer.body).toContain('no responde ahora mismo');
  });

  it('keeps what somebody wrote when it cannot be sent', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: pathTo('ca', 'propose'),
      headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name.ca=Ràdio%20Pubilla&sectors=cultura&sectors=cures&proposer.name=%3Cb%3ENúria',
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('el que heu escrit continua aquí');
    expect(answer.body).toContain('value="Ràdio Pubilla"');
    expect(answer.body).toContain('value="&lt;b&gt;Núria"');
    expect(answer.body.match(/checked/g)).toHaveLength(2);
  });
});

describe('the site', () => {
  let app: App;

  beforeAll(async () => {
    app = await createTestApp({ MAP_TILES_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png' });
  });

  afterAll(() => app.close());

  it('begins in the reader’s language', async () => {
    const to = async (language: string) =>
      (await app.inject({ url: '/', headers: { 'accept-language': language } })).headers.location;
    expect(await to('es-ES,ca;q=0.5')).toBe('/es');
    expect(await to('en-GB')).toBe('/en');
    expect(await to('de')).toBe('/ca');
  });

  it('allows no inline script or style, no frame and no other site', async () => {
    for (const url of ['/ca', '/ca/nowhere']) {
      const { headers } = await app.inject({ url, headers: browser });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("img-src 'self' data: https://*.tiles.example");
    }
  });

  it('sets no cookie for whoever visits it', async () => {
    for (const page of ['home', 'directory', 'request', 'cookies'] as const) {
      const answer = await app.inject({ url: pathTo('ca', page), headers: browser });
      expect(answer.cookies, page).toEqual([]);
    }
  });

  it('says in the language of the address that there is no such page', async () => {
    const answer = await app.inject({ url: '/es/nada', headers: { ...browser, 'accept-language': 'ca' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('No encontramos esta página');
  });

  it('offers each page in the other languages, filters and all', async () => {
    const { body } = await app.inject({ url: '/ca/directori?sector=cures', headers: browser });
    expect(body).toContain('href="/es/directorio?sector=cures"');
    expect(body).toContain('rel="alternate" hreflang="en" href="http://localhost:4000/en/directory"');
  });

  it('leads the addresses that services write to pages in the reader’s language', async () => {
    const to = async (url: string) =>
      (await app.inject({ url, headers: { 'accept-language': 'es' } })).headers.location;
    expect(await to('/initiatives/radio-pubilla')).toBe('/es/directorio/radio-pubilla');
    expect(await to('/initiatives?sort=newest&sector=cures&sector=cultura')).toBe(
      '/es/directorio?sort=newest&sector=cures&sector=cultura',
    );
    expect(await to('/good-practices/obrador')).toBe('/es/buenas-practicas/obrador');
    expect(await to('/sessions/0198')).toBe('/es/formacion/0198');
  });

  it('lets browsers keep its assets for good, and serves none of its code', async () => {
    const { body } = await app.inject({ url: '/ca/directori', headers: browser });
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThan(4);
    for (const url of assets) {
      const answer = await app.inject({ url });
      expect(answer.statusCode, url).toBe(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    for (const url of [
      '/assets/x/../app.ts',
      '/assets/x/%2e%2e/app.ts',
      '/assets/x/leaflet/leaflet-src.js',
      '/assets/x/leaflet/../package.json',
    ]) {
      expect((await app.inject({ url })).statusCode, url).toBe(404);
    }
  });

  it('documents no API, since it has none', async () => {
    expect((await app.inject({ url: '/openapi.json' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/docs/' })).statusCode).toBe(404);
  });
});
