import { createStaffAuthenticator } from '@ateneu/service-kit';
import * as oidc from 'openid-client';

import type { Config } from '../config.ts';
import type { SignInAttempt, StaffSession } from './session.ts';

/** Where staff sign in: any OpenID Connect issuer. */
export interface Issuer {
  /** Begins a sign-in: where to send the browser, and what to remember until it is back. */
  begin(to: string): Promise<{ url: string; attempt: SignInAttempt }>;
  /**
   * Ends it with the address that the browser came back to.
   *
   * @throws where the issuer refused, or the answer is not to this attempt
   */
  finish(callback: string, attempt: SignInAttempt): Promise<StaffSession>;
  /** The same person with a new token; `undefined` where the issuer gives none. */
  renew(session: StaffSession): Promise<StaffSession | undefined>;
  /** Where to send the browser to end the issuer's own session too; `undefined` where it has no such place. */
  endUrl(): Promise<string | undefined>;
}

/** Speaks to the issuer of the configuration: authorization code with PKCE, state and nonce. */
export function createIssuer(config: Config): Issuer {
  let discovered: Promise<oidc.Configuration> | undefined;
  // One renewal for all the requests that find the same token at its end: an issuer gives a refresh token's fruit once.
  const renewals = new Map<string, Promise<StaffSession | undefined>>();
  const authenticate = createStaffAuthenticator({
    issuer: config.OIDC_ISSUER,
    audience: config.OIDC_AUDIENCE,
    jwksUrl: config.OIDC_JWKS_URL,
  });

  const client = async (): Promise<oidc.Configuration> => {
    discovered ??= discover(config);
    try {
      return await discovered;
    } catch (error) {
      // The issuer was away: the next who comes tries again.
      discovered = undefined;
      throw error;
    }
  };

  const sessionOf = async (tokens: oidc.TokenEndpointResponse, refreshToken?: string): Promise<StaffSession> => {
    const actor = await authenticate(tokens.access_token);
    if (actor.kind !== 'staff') throw new Error('The token is not of staff.');
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? refreshToken,
      expiresAt: Date.now() + (tokens.expires_in ?? 300) * 1_000,
      id: actor.id,
      name: actor.name,
      roles: actor.roles,
    };
  };

  return {
    begin: async (to) => {
      const attempt: SignInAttempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        to,
      };
      const url = oidc.buildAuthorizationUrl(await client(), {
        redirect_uri: `${config.PUBLIC_URL}/callback`,
        scope: config.OIDC_SCOPE,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { url: url.href, attempt };
    },
    finish: async (callback, { state, nonce, verifier }) => {
      const tokens = await oidc.authorizationCodeGrant(await client(), new URL(callback, config.PUBLIC_URL), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return sessionOf(tokens);
    },
    renew: (session) => {
      const { refreshToken } = session;
      if (refreshToken === undefined) return Promise.resolve(undefined);
      const running =
        renewals.get(refreshToken) ??
        client()
          .then((configuration) => oidc.refreshTokenGrant(configuration, refreshToken))
          .then((tokens) => sessionOf(tokens, refreshToken))
          .catch(() => undefined);
      renewals.set(refreshToken, running);
      // Whoever asks within the next moments still finds it.
      setTimeout(() => renewals.delete(refreshToken), 10_000).unref();
      return running;
    },
    endUrl: async () => {
      const configuration = await client();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${config.PUBLIC_URL}/` }).href;
    },
  };
}

function discover(config: Config): Promise<oidc.Configuration> {
  const { OIDC_ISSUER: issuer, OIDC_BACKCHANNEL_URL: backchannel, OIDC_CLIENT_SECRET: secret } = config;
  // What the browser reaches at one address this service may reach at another.
  const reach = (url: string): string =>
    backchannel !== undefined && url.startsWith(issuer) ? backchannel + url.slice(issuer.length) : url;
  const plain = [issuer, backchannel ?? issuer].some((url) => url.startsWith('http:'));
  return oidc.discovery(
    new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
    config.OIDC_CLIENT_ID,
    secret,
    secret === undefined ? oidc.None() : undefined,
    {
      timeout: Math.ceil(config.UPSTREAM_TIMEOUT_MS / 1_000),
      execute: plain ? [oidc.allowInsecureRequests] : [],
      [oidc.customFetch]: (url, options) => fetch(reach(url), options as RequestInit),
    },
  );
}
