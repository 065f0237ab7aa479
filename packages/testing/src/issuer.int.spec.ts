import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestIssuer, type TestIssuer } from './issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await createTestIssuer();
});
afterAll(() => issuer.close());

const verify = async (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUrl)), { issuer: issuer.issuer, audience: issuer.audience });

describe('a test issuer', () => {
  it('signs tokens that its published keys verify', async () => {
    const { payload } = await verify(await issuer.token({ sub: 'carme', roles: ['coordinator'] }));
    expect(payload).toMatchObject({ sub: 'carme', roles: ['coordinator'] });
  });

  it('publishes where its keys are', async () => {
    const discovery = await fetch(`${issuer.issuer}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: issuer.issuer, jwks_uri: issuer.jwksUrl });
  });

  it.each([
    ['expired', { exp: 1 }],
    ['for another audience', { aud: 'another' }],
    ['of another issuer', { iss: 'https://example.org' }],
  ])('can sign a token that is %s', async (_what, claims) => {
    await expect(verify(await issuer.token({}, claims))).rejects.toThrow();
  });
});
