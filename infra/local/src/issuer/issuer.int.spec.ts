import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from '@ateneu/backing-services';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { keepIssuerKeys } from './keys.ts';
import { createIssuerServer } from './server.ts';
import { signIn } from './sign-in.ts';

describe('the local issuer', () => {
  let folder: string;
  let issuer: string;
  let server: Server;

  async function startIssuer(port: number): Promise<Server> {
    const created = createIssuerServer({ issuer, audience: 'ateneu-api', keys: await keepIssuerKeys(folder) });
    await new Promise<void>((resolve) => created.listen(port, '127.0.0.1', resolve));
    return created;
  }

  async function stopIssuer(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'issuer-'));
    const [port = 0] = await freePorts(1);
    issuer = `http://127.0.0.1:${port}/issuer`;
    server = await startIssuer(port);
  });

  afterAll(async () => {
    await stopIssuer();
    await rm(folder, { recursive: true });
  });

  const keySet = () => createRemoteJWKSet(new URL(`${issuer}/jwks`));

  it('signs in a member of the demo staff with a token that says who they are and what they may do', async () => {
    const { accessToken, expiresAt } = await signIn(issuer, 'carme');

    const { payload, protectedHeader } = await jwtVerify(accessToken, keySet(), { issuer, audience: 'ateneu-api' });
    expect(payload).toMatchObject({
      sub: 'carme',
      name: 'Carme Ribas',
      email: 'carme.ribas@ateneu.example',
      roles: ['coordinator'],
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
  });

  it('verifies after a restart what it signed before it', async () => {
    const { accessToken } = await signIn(issuer, 'adam');

    await stopIssuer();
    server = await startIssuer(Number(new URL(issuer).port));

    const { payload } = await jwtVerify(accessToken, keySet(), { issuer, audience: 'ateneu-api' });
    expect(payload['roles']).toEqual(['admin']);
    expect(decodeProtectedHeader((await signIn(issuer, 'adam')).accessToken).kid).toBe(
      decodeProtectedHeader(accessToken).kid,
    );
  });

  it('renews a token by its refresh token', async () => {
    const { refreshToken } = await signIn(issuer, 'tania');

    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'ateneu-console',
        refresh_token: refreshToken,
      }),
    });

    const tokens = (await response.json()) as { access_token: string };
    const { payload } = await jwtVerify(tokens.access_token, keySet(), { issuer, audience: 'ateneu-api' });
    expect(payload.sub).toBe('tania');
  });

  it('signs in nobody who is not of the demo staff', async () => {
    await expect(signIn(issuer, 'ningú')).rejects.toThrow('answered 400');
  });

  it('refuses an authorization request without PKCE', async () => {
    const query = new URLSearchParams({
      client_id: 'ateneu-console',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:5555/callback',
      scope: 'openid',
    });

    const response = await fetch(`${issuer}/auth?${query.toString()}`, { redirect: 'manual' });

    expect(response.headers.get('location')).toContain('error=invalid_request');
  });

  it('sends nobody to an address that is not registered', async () => {
    const query = new URLSearchParams({
      client_id: 'ateneu-console',
      response_type: 'code',
      redirect_uri: 'https://elsewhere.example/callback',
      scope: 'openid',
    });

    const response = await fetch(`${issuer}/auth?${query.toString()}`, { redirect: 'manual' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('No s’ha pogut iniciar la sessió');
  });

  it('names its public address in discovery, whatever host it is asked through', async () => {
    const response = await fetch(`${issuer.replace('127.0.0.1', 'localhost')}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
    });

    const discovery = (await response.json()) as Record<string, unknown>;
    expect(discovery).toMatchObject({ issuer, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` });
  });

  it('shows a sign-in page that says it is only a demonstration and lists everyone', async () => {
    const query = new URLSearchParams({
      client_id: 'ateneu-console',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:5555/callback',
      scope: 'openid',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    });
    const start = await fetch(`${issuer}/auth?${query.toString()}`, { redirect: 'manual' });
    const cookie = start.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');

    const response = await fetch(start.headers.get('location') ?? '', { headers: { cookie } });

    const text = await response.text();
    expect(text).toContain('Només per a demostració.');
    for (const name of ['Tània Soler', 'Carme Ribas', 'Adam Pujol']) expect(text).toContain(name);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
