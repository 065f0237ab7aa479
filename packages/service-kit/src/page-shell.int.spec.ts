import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type App, createApp, createLogger, kitErrors, type PageShell } from './index.ts';

const pages: PageShell = {
  language: (request) => (request.url.startsWith('/es') ? 'es' : 'ca'),
  sendError: (problem, _request, reply) =>
    reply.type('text/html; charset=utf-8').send(`<h1>${problem.status}</h1><p>${problem.detail}</p>`),
};

describe('an app of pages', () => {
  let app: App;

  beforeAll(async () => {
    app = await createApp({
      service: { name: 'pages', title: 'Pages', description: 'Pages.', version: '1.0.0' },
      config: {
        PUBLIC_URL: 'http://localhost:4000',
        CORS_ORIGINS: [],
        TRUST_PROXY: false,
        RATE_LIMIT_PER_MINUTE: 1_000,
        OIDC_ISSUER: 'http://localhost:4000/issuer',
        OIDC_AUDIENCE: 'ateneu-api',
        OIDC_JWKS_URL: undefined,
      },
      logger: createLogger({ service: 'pages', level: 'silent' }),
      readiness: async () => ({}),
      pages,
      routes: (routes) => {
        const config = { access: { kind: 'public' } } as const;
        routes.get('/es/away', { schema: { hide: true }, config }, () => {
          throw kitErrors.routeNotFound();
        });
        routes.post('/form', { schema: { hide: true }, config }, (request) => Promise.resolve({ read: request.body }));
        routes.get('/desk', { schema: { hide: true }, config: { access: { kind: 'session' } } }, () =>
          Promise.resolve({}),
        );
      },
    });
  });

  afterAll(() => app.close());

  it('shows a failure as a page to a browser, in the language of the page', async () => {
    const spanish = await app.inject({ url: '/es/away', headers: { accept: 'text/html', 'accept-language': 'ca' } });
    expect(spanish.statusCode).toBe(404);
    expect(spanish.headers['content-language']).toBe('es');
    expect(spanish.body).toMatch(/^<h1>404<\/h1><p>.*direcci/);
    const unknown = await app.inject({ url: '/nowhere', headers: { accept: 'text/html', 'accept-language': 'es' } });
    expect(unknown.statusCode).toBe(404);
    expect(unknown.headers['content-language']).toBe('ca');
    expect(unknown.headers['content-type']).toMatch('text/html');
  });

  it('gives a program problem details all the same', async () => {
    const answer = await app.inject({ url: '/nowhere', headers: { accept: 'application/json' } });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404 });
  });

  it('reads forms on every route, and what a form repeats as a list', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/form',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=N%C3%BAria&sectors=cures&sectors=cultura',
    });
    expect(answer.json()).toEqual({ read: { name: 'Núria', sectors: ['cures', 'cultura'] } });
  });

  it('lets no cache keep what is for somebody who is signed in', async () => {
    expect((await app.inject('/desk')).headers['cache-control']).toBe('no-store');
  });
});
