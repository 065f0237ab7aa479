import secureSession from '@fastify/secure-session';
import type { App } from '@ateneu/service-kit';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, testConfig } from './app.ts';
import { type Route, routesOf } from './routes.ts';

const browser = { accept: 'text/html' };
const form = { ...browser, 'content-type': 'application/x-www-form-urlencoded' };
const isDesk = ({ path }: Route): boolean => /^\/\w\w\/(console|desk)(\/|$)/.test(path);
const addressOf = (path: string): string => path.replaceAll(/:\w+/g, '0198c1d2-7a10-7c3e-9f00-0000000000ff');

/** What every route of the site promises, whoever made it and whenever: the router itself tells which there are. */
describe('every route of the site', () => {
  let app: App;
  let routes: readonly Route[];

  beforeAll(async () => {
    // Nobody answers there, whatever else runs on this machine.
    app = await createTestApp({ OIDC_ISSUER: 'http://127.0.0.1:9/issuer' });
    routes = routesOf(app);
  });

  afterAll(() => app.close());

  const get = async (path: string, cookie = '') =>
    app.inject({ url: addressOf(path), headers: { ...browser, ...(cookie === '' ? {} : { cookie }) } });
  /** A session, begun anew or of somebody who is signed in, and the token of its forms. */
  const sessionAt = async (path: string, signedIn = ''): Promise<{ cookie: string; token: string }> => {
    const answer = await get(path, signedIn);
    const token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    return { cookie: `ateneu=${encodeURIComponent(answer.cookies[0]?.value ?? '')}`, token };
  };

  it('is one of those that are tried here', () => {
    const posts = routes.filter(({ method }) => method === 'POST');
    expect(posts.filter(isDesk).length).toBeGreaterThan(200);
    expect(posts.filter((route) => !isDesk(route)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/ca/proposa', '/es/acompanamiento/solicitud', '/en/training/:id']),
    );
    expect(routes.filter(({ method }) => method === 'GET').length).toBeGreaterThan(200);
  });

  it('of a session refuses every form without its token, and with one of somebody else’s', async () => {
    const mine = await sessionAt('/ca/console/rooms/new', await staffCookie());
    const theirs = await sessionAt('/ca/console/rooms/new', await staffCookie());
    expect(mine.token).not.toBe(theirs.token);
    const send = (path: string, cookie: string, body: string) =>
      app.inject({ method: 'POST', url: addressOf(path), headers: { ...form, cookie }, body });
    const forged: string[] = [];
    for (const { path } of routes.filter((route) => route.method === 'POST' && isDesk(route))) {
      for (const body of ['', '_csrf=', `_csrf=${theirs.token}`]) {
        const { statusCode } = await send(path, mine.cookie, body);
        if (statusCode !== 403) forged.push(`${path} ${body}: ${statusCode}`);
      }
      // Nobody's, with a token that is good for somebody.
      const { statusCode } = await send(path, 'other=1', `_csrf=${mine.token}`);
      if (![401, 403].includes(statusCode)) forged.push(`${path}: ${statusCode}`);
    }
    expect(forged).toEqual([]);
    // With its own, it is handed on: the service that would make it is down here.
    expect((await send('/ca/console/rooms/new', mine.cookie, `_csrf=${mine.token}&name=Sala`)).statusCode).toBe(503);
  });

  it('of a session takes no form that carries a file without its token either', async () => {
    const { cookie } = await sessionAt('/ca/console/rooms/new', await staffCookie());
    const boundary = 'parts';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na;b\r\n--${boundary}--\r\n`;
    for (const path of ['/ca/console/imports', '/ca/console/projects/:id/documents']) {
      const headers = { ...browser, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
      const answer = await app.inject({ method: 'POST', url: addressOf(path), headers, payload });
      expect(answer.statusCode, path).toBe(403);
    }
  });

  it('of a desk shows nothing to whoever is not signed in', async () => {
    const open: string[] = [];
    for (const route of routes.filter((one) => one.method === 'GET' && isDesk(one))) {
      const answer = await get(route.path);
      const leadsToDoor = /^\/\w\w\/(console|desk)\/sign-in/.test(String(answer.headers.location));
      if (!leadsToDoor) open.push(route.path.replace(/^\/\w\w/, ''));
    }
    expect([...new Set(open)].toSorted()).toEqual([
      '/console/sign-in',
      '/desk/enter/:secret',
      '/desk/events/stream',
      '/desk/sign-in',
      '/desk/sign-in/sent',
    ]);
    // What tells a browser to ask no more, and nothing else.
    expect((await get('/ca/desk/events/stream')).statusCode).toBe(204);
  });

  it('that is public sets no cookie, whatever it answers and whoever asks', async () => {
    const { cookie } = await sessionAt('/ca/desk/sign-in');
    const given: string[] = [];
    for (const { method, path } of routes.filter((route) => !isDesk(route) && route.path !== '/callback')) {
      for (const headers of [form, { ...form, cookie }]) {
        const answer = await app.inject({
          method,
          url: addressOf(path),
          headers,
          ...(method === 'POST' ? { body: 'name=x' } : {}),
        });
        if (answer.headers['set-cookie'] !== undefined) given.push(`${method} ${path}`);
      }
    }
    expect(given).toEqual([]);
  });

  it('lets no page have a script or a style of its own, nor stand in another’s frame', async () => {
    const cookie = await staffCookie();
    const loose: string[] = [];
    let pages = 0;
    for (const route of routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('/stream'))) {
      const answer = await get(route.path, isDesk(route) ? cookie : '');
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
      pages += 1;
      const policy = String(answer.headers['content-security-policy']);
      const own = /<script(?![^>]*(?: src=| type="application\/))|<style|\s(?:style|on\w+)="/.exec(answer.body)?.[0];
      const guarded =
        policy.includes("default-src 'none'") &&
        policy.includes("script-src 'self'") &&
        policy.includes("frame-ancestors 'none'") &&
        policy.includes("base-uri 'none'") &&
        !policy.includes('unsafe') &&
        answer.headers['x-content-type-options'] === 'nosniff';
      if (!guarded || own !== undefined) loose.push(`${route.path}: ${policy} ${own}`);
    }
    expect(pages).toBeGreaterThan(150);
    expect(loose).toEqual([]);
  });

  it('of a session is kept from every cache', async () => {
    const cookie = await staffCookie();
    const kept: string[] = [];
    for (const route of routes.filter((one) => one.method === 'GET' && isDesk(one) && !one.path.endsWith('/stream'))) {
      const answer = await get(route.path, cookie);
      if (answer.headers['cache-control'] !== 'no-store')
        kept.push(`${route.path}: ${answer.headers['cache-control']}`);
    }
    expect(kept).toEqual([]);
  });
});

/** The cookie of somebody who is signed in with a token that no service takes: all of them are down here. */
async function staffCookie(): Promise<string> {
  const sealer = fastify();
  await sealer.register(secureSession, { key: [...testConfig().SESSION_KEYS], cookieName: 'ateneu' });
  await sealer.ready();
  const session = sealer.createSecureSession({
    staff: {
      accessToken: 'a.b.c',
      expiresAt: Date.now() + 3_600_000,
      id: 'adam',
      name: 'Adam Pujol',
      roles: ['technician', 'coordinator', 'admin'],
    },
    partner: { apiKey: 'atk_of-nobody', name: 'Entitat' },
  });
  const cookie = `ateneu=${encodeURIComponent(sealer.encodeSecureSession(session))}`;
  await sealer.close();
  return cookie;
}
