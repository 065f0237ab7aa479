import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A real issuer of tokens on this machine: keys over HTTP, and a discovery document. */
export interface TestIssuer extends AsyncDisposable {
  issuer: string;
  jwksUrl: string;
  /** How many times its keys were asked for. */
  requests(): number;
  /** Signs a token with the issuer's key. */
  token(claims?: Record<string, unknown>, header?: { alg?: string; kid?: string }): Promise<string>;
  /** Its public key, which everybody has: for forging. */
  publicKeyText(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts an issuer. */
export async function startIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' };
  let requests = 0;
  let base = '';
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/issuer/jwks') {
      requests += 1;
      response.end(JSON.stringify({ keys: [jwk] }));
      return;
    }
    response.end(JSON.stringify({ issuer: `${base}/issuer`, jwks_uri: `${base}/issuer/jwks` }));
  });
  base = `http://127.0.0.1:${await listen(server)}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return {
    issuer: `${base}/issuer`,
    jwksUrl: `${base}/issuer/jwks`,
    requests: () => requests,
    token: async (claims = {}, header = {}) =>
      new SignJWT({
        iss: `${base}/issuer`,
        aud: 'ateneu-api',
        sub: 'carme',
        name: 'Carme Ribas',
        roles: ['coordinator'],
        iat: Math.floor(Date.now() / 1_000),
        exp: Math.floor(Date.now() / 1_000) + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: header.alg ?? 'ES256', kid: header.kid ?? 'key-1' })
        .sign(privateKey),
    publicKeyText: async () => JSON.stringify(jwk),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
