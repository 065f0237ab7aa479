import type { App } from '@ateneu/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { safeReturn } from '../src/shell/desk-page.ts';
import { createTestApp } from './app.ts';

const browser = { accept: 'text/html' };
const form = { ...browser, 'content-type': 'application/x-www-form-urlencoded' };

describe('the desks of staff and partners', () => {
  let app: App;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  it('lead whoever is not signed in to the door, and remember what was asked for', async () => {
    const answer = await app.inject({ url: '/es/console/sessions?status=draft', headers: browser });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/es/console/sign-in?to=%2Fes%2Fconsole%2Fsessions%3Fstatus%3Ddraft');
  });

  it('take no form without the token of its session', async () => {
    for (const cookie of ['', await sessionOf(app)]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/ca/console/sign-out',
        headers: { ...form, cookie },
        body: '_csrf=forged',
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('Aquest formulari ha caducat');
    }
  });

  it('take no token of another session', async () => {
    const [mine, theirs] = [await signInPage(app), await signInPage(app)];
    const send = (token: string) =>
      app.inject({
        method: 'POST',
        url: '/ca/desk/sign-in',
        headers: { ...form, cookie: mine.cookie },
        body: new URLSearchParams({ _csrf: token, apiKey: 'short' }).toString(),
      });
    expect((await send(theirs.token)).statusCode).toBe(403);
    expect((await send(mine.token)).statusCode).toBe(422);
  });

  it('never write a key back into the page', async () => {
    const { cookie, token } = await signInPage(app);
    const answer = await app.inject({
      method: 'POST',
      url: '/es/desk/sign-in',
      headers: { ...form, cookie },
      body: new URLSearchParams({ _csrf: token, apiKey: 'atk_a-key-that-might-be-good' }).toString(),
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain('atk_a-key');
  });

  it('seal their cookie, keep it from scripts, other sites and caches', async () => {
    const answer = await app.inject({ url: '/ca/console/sign-in', headers: browser });
    expect(String(answer.headers['set-cookie'])).toMatch(/^ateneu=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('bind the cookie to the host over https', async () => {
    const secure = await createTestApp({
      PUBLIC_URL: 'https://ateneu.example',
      OIDC_ISSUER: 'https://id.example/realms/ateneu',
    });
    const answer = await secure.inject({ url: '/ca/console/sign-in', headers: browser });
    await secure.close();
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-ateneu=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(String(answer.headers['content-security-policy'])).toContain("form-action 'self' https://id.example");
    expect(answer.headers['strict-transport-security']).toBeDefined();
  });

  it('let nobody in by an answer to a sign-in that nobody began here', async () => {
    const answer = await app.inject({ url: '/callback?code=stolen&state=guessed', headers: browser });
    expect(answer.headers.location).toBe('/ca/console/sign-in?failed=yes');
  });

  it('say so where the issuer does not answer', async () => {
    const away = await createTestApp({ OIDC_ISSUER: 'http://127.0.0.1:9/issuer' });
    const answer = await away.inject({ url: '/es/console/sign-in/start', headers: browser });
    expect(answer.headers.location).toBe('/es/console/sign-in?failed=yes');
    const page = await away.inject({ url: '/es/console/sign-in?failed=yes', headers: browser });
    await away.close();
    expect(page.body).toContain('el servicio de identidad no responde');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/ca/console\\@elsewhere',
    '/ca/consolex',
    '/ca/directori',
    7,
    undefined,
  ])('lead back to no place but a desk: %s', (to) => {
    expect(safeReturn(to, 'console', 'ca')).toBe('/ca/console');
  });
});

async function signInPage(app: App): Promise<{ cookie: string; token: string }> {
  const answer = await app.inject({ url: '/ca/desk/sign-in', headers: browser });
  const token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
  return { cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '', token };
}

async function sessionOf(app: App): Promise<string> {
  return (await signInPage(app)).cookie;
}
