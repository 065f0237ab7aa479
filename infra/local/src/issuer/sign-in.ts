import { createHash, randomBytes } from 'node:crypto';

import { z } from 'zod';

import { consoleClientId } from './provider.ts';

/** What a sign-in brings. */
export interface SignedIn {
  /** A JWT for the platform's APIs, good for an hour. */
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
  readonly expiresAt: Date;
}

const discoverySchema = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  id_token: z.string(),
  expires_in: z.number(),
});

const redirectUri = 'http://127.0.0.1/callback';

/**
 * Signs in as one of the demo staff the way a browser does (authorization code with PKCE, redirects, cookies and the
 * sign-in page's form), without a browser.
 *
 * @param issuer the issuer's identifier: `http://localhost:4000/issuer`
 * @param staffId `tania`, `carme` or `adam`
 * @throws Error when the issuer cannot be reached or does not let that person in
 */
export async function signIn(issuer: string, staffId: string): Promise<SignedIn> {
  const endpoints = discoverySchema.parse(await readJson(await fetch(`${issuer}/.well-known/openid-configuration`)));
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    client_id: consoleClientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile email roles offline_access api',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
  });

  const browser = createBrowser();
  const signInPage = await browser.follow(`${endpoints.authorization_endpoint}?${query.toString()}`);
  const callback = await browser.follow(`${signInPage}/login`, new URLSearchParams({ account: staffId }));
  const answer = new URL(callback).searchParams;
  const code = answer.get('code');
  if (!callback.startsWith(redirectUri) || code === null || answer.get('state') !== state) {
    throw new Error(`The issuer did not sign in “${staffId}”: it ended at ${callback}.`);
  }

  const tokens = tokensSchema.parse(
    await readJson(
      await fetch(endpoints.token_endpoint, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: consoleClientId,
          redirect_uri: redirectUri,
          code,
          code_verifier: verifier,
        }),
      }),
    ),
  );
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    expiresAt: new Date(Date.now() + tokens.expires_in * 1_000),
  };
}

/** As much of a browser as signing in takes: it keeps cookies and follows redirects as far as our own callback. */
function createBrowser(): { follow(url: string, form?: URLSearchParams): Promise<string> } {
  const cookies = new Map<string, string>();

  return {
    async follow(url, form) {
      let next = url;
      let body = form;
      for (let hop = 0; hop < 10; hop += 1) {
        const response = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(body === undefined ? {} : { method: 'POST', body }),
        });
        keepCookies(cookies, response);
        const location = response.headers.get('location');
        if (location === null) {
          if (response.ok) return next;
          throw new Error(`The issuer answered ${response.status} at ${new URL(next).pathname}.`);
        }
        await response.body?.cancel();
        next = new URL(location, next).href;
        body = undefined;
        if (next.startsWith(redirectUri)) return next;
      }
      throw new Error('The issuer redirects without end.');
    },
  };
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const expires = attributes.find((attribute) => /^\s*expires=/i.test(attribute))?.split('=')[1];
    if (value === '' || (expires !== undefined && new Date(expires).getTime() < Date.now())) cookies.delete(name);
    else cookies.set(name, value);
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`The issuer answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
}
