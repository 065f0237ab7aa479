import { createServer } from 'node:http';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who a token speaks of. */
export interface TestStaff {
  sub?: string;
  name?: string;
  email?: string;
  roles?: readonly string[];
}

/** An OpenID Connect issuer with real keys, for tests of services that verify staff tokens. */
export interface TestIssuer {
  /** The `iss` of its tokens. */
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** Signs an access token; `claims` replace or, when undefined, remove what is usual. */
  token(staff?: TestStaff, claims?: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

/** Starts an issuer on a free port of this machine. */
export async function createTestIssuer(audience = 'ateneu-api'): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') response.end(JSON.stringify({ keys: [jwk] }));
    else response.end(JSON.stringify({ issuer: origin(), jwks_uri: `${origin()}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  function origin(): string {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The issuer is not listening.');
    return `http://127.0.0.1:${address.port}`;
  }
  const issuer = origin();
  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    audience,
    token: async (staff = {}, claims = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT({
        iss: issuer,
        aud: audience,
        sub: staff.sub ?? 'tania',
        name: staff.name ?? 'Tània Soler',
        email: staff.email ?? 'tania@example.org',
        roles: staff.roles ?? ['technician'],
        iat: now,
        exp: now + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .sign(privateKey);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
