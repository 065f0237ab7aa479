import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { currentActor } from '@ateneu/kernel';
import { createTestIssuer, type TestIssuer } from '@ateneu/testing';
import { base64url, exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { documented, staff, testApp } from '../test/test-app.ts';
import type { App } from './index.ts';

let issuer: TestIssuer;
let app: App;
let bodiesRead = 0;

const answer = { response: { 200: z.object({ kind: z.string(), id: z.string(), name: z.string().optional() }) } };

function routes(app: App): void {
  const whoami = async () => {
    await Promise.resolve();
    const actor = currentActor();
    return { kind: actor.kind, id: actor.id, ...('name' in actor ? { name: actor.name } : {}) };
  };
  app.get(
    '/v1/technician',
    { config: staff('technician'), schema: { ...documented('technician'), ...answer } },
    whoami,
  );
  app.get('/v1/admin', { config: staff('admin'), schema: { ...documented('admin'), ...answer } }, whoami);
  app.post(
    '/v1/staff-only',
    {
      config: staff('technician'),
      schema: { ...documented('staffOnly'), ...answer, body: z.object({}) },
      preValidation: async () => {
        bodiesRead += 1;
      },
    },
    whoami,
  );
  app.get(
    '/v1/partner',
    { config: { access: { kind: 'partner' } }, schema: { ...documented('partner'), ...answer } },
    whoami,
  );
  app.get(
    '/v1/public',
    { config: { access: { kind: 'public' } }, schema: { ...documented('public'), ...answer } },
    whoami,
  );
}

beforeAll(async () => {
  issuer = await createTestIssuer();
  app = await testApp(routes, {
    config: { OIDC_ISSUER: issuer.issuer, OIDC_JWKS_URL: issuer.jwksUrl },
    auth: {
      partner: async (key) => (key === 'atp_good' ? { kind: 'partner', id: 'p-1', name: 'Coop57' } : undefined),
    },
  });
});

afterAll(async () => {
  await app.close();
  await issuer.close();
});

function get(url: string, authorization?: string) {
  return app.inject({ url, headers: authorization === undefined ? {} : { authorization } });
}

describe('a staff route', () => {
  test('lets in a token of the issuer with the role, and knows who it is', async () => {
    const response = await get('/v1/technician', `Bearer ${await issuer.token({ roles: ['technician'] })}`);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ kind: 'staff', id: 'tania', name: 'Tània Soler' });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('lets in a higher role, and whatever case the scheme is in', async () => {
    expect((await get('/v1/technician', `bearer ${await issuer.token({ roles: ['admin'] })}`)).statusCode).toBe(200);
  });

  test('asks whoever brings nothing to identify themselves', async () => {
    const response = await get('/v1/technician');
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'kit.auth.required', status: 401 });
    expect(response.headers['www-authenticate']).toBe('Bearer realm="ateneu"');
  });

  test('refuses a lower role, and one without any, with 403', async () => {
    for (const roles of [['coordinator'], [], 'admin', undefined, [{ admin: true }]]) {
      const response = await get('/v1/admin', `Bearer ${await issuer.token({}, { roles })}`);
      expect(response.statusCode, JSON.stringify(roles)).toBe(403);
      expect(response.json().code).toBe('kit.auth.forbidden');
    }
  });

  test('refuses every token that is not right, and says nothing of why', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const publicKeys = await (await fetch(issuer.jwksUrl)).text();
    const stranger = await generateKeyPair('ES256');
    const signed = (kid: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(stranger.privateKey);
    const claims = { iss: issuer.issuer, aud: 'ateneu-api', sub: 'x', roles: ['admin'], exp: now + 60 };
    const unsigned = `${base64url.encode(JSON.stringify({ alg: 'none', kid: 'test' }))}.${base64url.encode(JSON.stringify(claims))}.`;
    const [head = '', , signature = ''] = (await issuer.token()).split('.');
    const bad: Record<string, string> = {
      'another issuer': await issuer.token({}, { iss: 'https://evil.example' }),
      'another audience': await issuer.token({}, { aud: 'another-api' }),
      'no audience': await issuer.token({}, { aud: undefined }),
      expired: await issuer.token({}, { exp: now - 60 }),
      'no expiry': await issuer.token({}, { exp: undefined }),
      'not yet valid': await issuer.token({}, { nbf: now + 600 }),
      'nobody in it': await issuer.token({}, { sub: undefined }),
      'a key of somebody else': await signed('test'),
      'an unknown key': await signed('unknown'),
      'no signature': unsigned,
      'the public key as a shared secret': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'test' })
        .sign(new TextEncoder().encode(publicKeys)),
      'other claims under a good signature': `${head}.${base64url.encode(JSON.stringify(claims))}.${signature}`,
      'not a token': 'abc',
      empty: '..',
    };
    for (const [what, token] of Object.entries(bad)) {
      const response = await get('/v1/technician', `Bearer ${token}`);
      expect(response.statusCode, what).toBe(401);
      expect(response.json(), what).toMatchObject({ code: 'kit.auth.invalid' });
      expect(response.headers['www-authenticate'], what).toBe('Bearer realm="ateneu", error="invalid_token"');
    }
  });

  test('refuses credentials that are no bearer token', async () => {
    for (const header of ['Basic YTpi', 'Bearer', 'Bearer a b', `Bearer ${'a'.repeat(9_000)}`]) {
      expect((await get('/v1/technician', header)).statusCode, header).toBe(401);
    }
  });

  test('allows a clock that is a few seconds off', async () => {
    const exp = Math.floor(Date.now() / 1_000) - 5;
    expect((await get('/v1/technician', `Bearer ${await issuer.token({}, { exp })}`)).statusCode).toBe(200);
  });

  test('is checked before its body is read, HEAD included', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/staff-only',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(401);
    expect(bodiesRead).toBe(0);
    expect((await app.inject({ method: 'HEAD', url: '/v1/technician' })).statusCode).toBe(401);
  });
});

describe('a partner route', () => {
  test('lets in the holder of a key, and knows who it is', async () => {
    const response = await get('/v1/partner', 'Bearer atp_good');
    expect(response.json()).toEqual({ kind: 'partner', id: 'p-1', name: 'Coop57' });
  });

  test('refuses an unknown key, and a token of the staff', async () => {
    for (const credentials of ['atp_bad', await issuer.token({ roles: ['admin'] })]) {
      const response = await get('/v1/partner', `Bearer ${credentials}`);
      expect(response.statusCode).toBe(401);
      expect(response.json().code).toBe('kit.auth.invalid');
    }
    expect((await get('/v1/partner')).json().code).toBe('kit.auth.required');
  });
});

test('a public route asks for nothing and ignores credentials', async () => {
  const response = await get('/v1/public', 'Bearer nonsense');
  expect(response.json()).toEqual({ kind: 'citizen', id: 'anonymous' });
});

describe('when the keys of the issuer cannot be had', () => {
  test('staff are told to try again, and not that their token is bad', async () => {
    const token = await issuer.token();
    await using away = await testApp(routes, {
      auth: { partner: async () => undefined },
      config: { OIDC_ISSUER: issuer.issuer, OIDC_JWKS_URL: 'http://127.0.0.1:1/jwks' },
    });
    const response = await away.inject({ url: '/v1/technician', headers: { authorization: `Bearer ${token}` } });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'kit.auth.unavailable' });
    expect(response.headers['retry-after']).toBe('5');
    expect(response.headers['www-authenticate']).toBeUndefined();
    expect(response.body).not.toContain('127.0.0.1');
  });

  test('a token that could not be good anyway is refused without asking', async () => {
    await using away = await testApp(routes, { auth: { partner: async () => undefined } });
    const response = await away.inject({ url: '/v1/technician', headers: { authorization: 'Bearer abc' } });
    expect(response.statusCode).toBe(401);
  });

  test('the service recovers by itself once they can', async () => {
    let open = false;
    const keys = await (await fetch(issuer.jwksUrl)).text();
    const shaky = createServer((_request, response) => {
      response.writeHead(open ? 200 : 502, { 'content-type': 'application/json' }).end(keys);
    }).listen(0, '127.0.0.1');
    await once(shaky, 'listening');
    const { port } = shaky.address() as AddressInfo;
    await using recovering = await testApp(routes, {
      auth: { partner: async () => undefined },
      config: { OIDC_ISSUER: issuer.issuer, OIDC_JWKS_URL: `http://127.0.0.1:${port}` },
    });
    const ask = async () =>
      recovering.inject({ url: '/v1/technician', headers: { authorization: `Bearer ${await issuer.token()}` } });
    expect((await ask()).statusCode).toBe(503);
    open = true;
    expect((await ask()).statusCode).toBe(200);
    shaky.close();
  });
});

test('only the algorithms that are allowed are, also where the issuer’s key could sign by others', async () => {
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(rsa.publicKey)), kid: 'rsa' }] });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await using app = await testApp(routes, {
    auth: { partner: async () => undefined },
    config: { OIDC_ISSUER: issuer.issuer, OIDC_JWKS_URL: `http://127.0.0.1:${port}` },
  });
  const pkcs8 = await exportPKCS8(rsa.privateKey);
  const statusFor = async (alg: string): Promise<number> => {
    const token = await new SignJWT({ iss: issuer.issuer, aud: 'ateneu-api', sub: 'tania', roles: ['technician'] })
      .setProtectedHeader({ alg, kid: 'rsa' })
      .setExpirationTime('1 minute')
      .sign(await importPKCS8(pkcs8, alg));
    const response = await app.inject({ url: '/v1/technician', headers: { authorization: `Bearer ${token}` } });
    return response.statusCode;
  };
  expect(await statusFor('RS256')).toBe(200);
  expect(await statusFor('PS256')).toBe(401);
  expect(await statusFor('RS512')).toBe(401);
  server.close();
});

test('the keys are found through the discovery document where their address is not given', async () => {
  await using app = await testApp(routes, {
    auth: { partner: async () => undefined },
    config: { OIDC_ISSUER: issuer.issuer, OIDC_JWKS_URL: undefined },
  });
  const authorization = `Bearer ${await issuer.token()}`;
  expect((await app.inject({ url: '/v1/technician', headers: { authorization } })).statusCode).toBe(200);
});
