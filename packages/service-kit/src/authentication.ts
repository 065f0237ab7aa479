import type { Actor } from '@ateneu/kernel';
import type { FastifyRequest } from 'fastify';

import { type Access, hasRole, identify } from './access.ts';
import type { App } from './app-type.ts';
import { kitErrors } from './errors.ts';
import { credentialsInvalid, type StaffAuthenticator } from './staff-authenticator.ts';

/** How callers prove who they are. */
export interface Authenticators {
  /** Checks staff tokens; made from the configuration when absent. */
  staff?: StaffAuthenticator | undefined;
  /** Finds the partner an API key belongs to; `undefined` where the key is unknown, revoked or its partner suspended. */
  partner?: ((apiKey: string) => Promise<Actor | undefined>) | undefined;
}

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,8192})$/i;

/**
 * Checks every request against its route's access before the body is read. It runs after the rate limit, so that
 * guessing is limited too.
 */
export function registerAuthentication(app: App, authenticators: Authenticators & { staff: StaffAuthenticator }): void {
  app.addHook('preParsing', async (request) => {
    if (request.is404) return;
    const { access } = request.routeOptions.config;
    switch (access.kind) {
      case 'public':
      case 'link':
      case 'session':
        return;
      case 'staff':
        identify(request, await staffActor(request, access, authenticators.staff));
        return;
      case 'partner':
        identify(request, await partnerActor(request, authenticators.partner));
    }
  });
}

async function staffActor(
  request: FastifyRequest,
  access: Extract<Access, { kind: 'staff' }>,
  authenticate: StaffAuthenticator,
): Promise<Actor> {
  const actor = await authenticate(bearerOf(request));
  if (actor.kind !== 'staff' || !hasRole(actor.roles, access.roles)) {
    throw kitErrors.accessForbidden({
      headers: { 'www-authenticate': 'Bearer realm="ateneu", error="insufficient_scope"' },
    });
  }
  return actor;
}

async function partnerActor(request: FastifyRequest, authenticate: Authenticators['partner']): Promise<Actor> {
  if (authenticate === undefined) throw new Error('No way to authenticate partners was given.');
  const actor = await authenticate(bearerOf(request));
  if (actor === undefined) throw credentialsInvalid();
  return actor;
}

function bearerOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined) {
    throw kitErrors.authenticationRequired({ headers: { 'www-authenticate': 'Bearer realm="ateneu"' } });
  }
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw credentialsInvalid();
  return token;
}
