import type { Actor } from '@ateneu/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import { kitErrors } from './errors.ts';

/** Finds out who a bearer token belongs to. */
export type StaffAuthenticator = (token: string) => Promise<Actor>;

/** The issuer whose tokens are good. */
export interface StaffAuthenticatorOptions {
  /** The `iss` that a token must have, to the letter. */
  issuer: string;
  /** The `aud` that a token must have. */
  audience: string;
  /** Where the issuer's keys are; found through `<issuer>/.well-known/openid-configuration` when absent. */
  jwksUrl?: string | undefined;
  /** Longest wait for the issuer, in milliseconds. */
  timeoutMs?: number;
}

/** Only signatures with a key that we do not hold: a shared secret or `none` can never pass. */
const algorithms = ['RS256', 'ES256', 'EdDSA'];
const clockToleranceSeconds = 10;

/**
 * Makes the check of staff tokens: signature against the issuer's keys, issuer, audience, expiry, and the algorithm.
 *
 * The function throws `kit.auth.invalid` for a token that is not good, and `kit.auth.unavailable` where the issuer's
 * keys cannot be had: a person must not be sent to log in again because a server is down.
 */
export function createStaffAuthenticator(options: StaffAuthenticatorOptions): StaffAuthenticator {
  const timeoutMs = options.timeoutMs ?? 3_000;
  let keys: JWTVerifyGetKey | undefined;

  const findKey: JWTVerifyGetKey = async (header, token) => {
    keys ??= createRemoteJWKSet(new URL(options.jwksUrl ?? (await discoverJwksUrl(options.issuer, timeoutMs))), {
      timeoutDuration: timeoutMs,
    });
    try {
      return await keys(header, token);
    } catch (error) {
      throw isBadToken(error) ? error : new IssuerUnreachableError(error);
    }
  };

  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, findKey, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      return actorOf(payload);
    } catch (error) {
      if (error instanceof IssuerUnreachableError) throw kitErrors.identityUnavailable({ cause: error.cause });
      throw credentialsInvalid(error);
    }
  };
}

class IssuerUnreachableError extends Error {
  constructor(cause: unknown) {
    super('The keys of the issuer cannot be had.', { cause });
  }
}

/** `kit.auth.invalid` with the challenge that RFC 6750 asks for. */
export function credentialsInvalid(cause?: unknown): Error {
  return kitErrors.credentialsInvalid({
    cause,
    headers: { 'www-authenticate': 'Bearer realm="ateneu", error="invalid_token"' },
  });
}

/** Whether the keys were had and the token matches none of them, as opposed to the keys not being had. */
function isBadToken(error: unknown): boolean {
  return [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some(
    (kind) => error instanceof kind,
  );
}

async function discoverJwksUrl(issuer: string, timeoutMs: number): Promise<string> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual',
    });
    const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (!response.ok || typeof document.jwks_uri !== 'string') {
      throw new Error(`The issuer's configuration has no keys (HTTP ${response.status}).`);
    }
    if (document.issuer !== issuer) throw new Error(`The issuer calls itself ${String(document.issuer)}.`);
    return document.jwks_uri;
  } catch (error) {
    throw new IssuerUnreachableError(error);
  }
}

function actorOf(payload: JWTPayload): Actor {
  const { sub, name, preferred_username: username, roles } = payload;
  if (typeof sub !== 'string' || sub === '') throw new Error('The token names nobody.');
  return {
    kind: 'staff',
    id: sub,
    name: [name, username].find((value): value is string => typeof value === 'string' && value !== '') ?? sub,
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
  };
}
