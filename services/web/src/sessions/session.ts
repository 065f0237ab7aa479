import { defineError } from '@ateneu/kernel';
import csrfProtection from '@fastify/csrf-protection';
import secureSession from '@fastify/secure-session';
import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import type { Config } from '../config.ts';

/** A member of staff who is signed in. */
export interface StaffSession {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A partner entity that is signed in. */
export interface PartnerSession {
  /** Its API key, or the token that a link in an e-mail gave. */
  readonly apiKey: string;
  /** The entity, and whoever came in by e-mail. */
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  /** When the token ends, in milliseconds since 1970; a key has no end. */
  readonly expiresAt?: number | undefined;
}

/** A sign-in on its way to the issuer and back. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that was asked for. */
  readonly to: string;
}

/** A form came without the token of its session: it is old, or not ours. */
export const formExpired = defineError({
  code: 'web.form.expired',
  kind: 'forbidden',
  message: {
    ca: 'Aquest formulari ha caducat i no s’ha desat res. Torneu enrere, carregueu la pàgina de nou i repetiu-ho.',
    es: 'Este formulario ha caducado y no se ha guardado nada. Vuelva atrás, cargue la página de nuevo y repítalo.',
    en: 'This form has expired and nothing was saved. Go back, load the page again and repeat it.',
  },
});

/** One sentence for the next page. */
export interface Flash {
  readonly tone: 'success' | 'warning' | 'danger';
  readonly text: string;
}

/** What a session may hold; all of it is sealed in the cookie. */
interface SessionValues {
  staff: StaffSession;
  partner: PartnerSession;
  attempt: SignInAttempt;
  flash: Flash;
}

/** A working day. A session ends by then, whatever its tokens say. */
const lifetimeSeconds = 10 * 60 * 60;

/**
 * Gives the routes of `app` sessions, sealed in a cookie of this host alone, and lets no form pass without its token.
 * Whoever signs in gets a new session: one that somebody else planted is never taken over.
 */
export async function registerSessions(app: App, config: Config): Promise<void> {
  const secure = config.PUBLIC_URL.startsWith('https:');
  await app.register(secureSession, {
    key: [...config.SESSION_KEYS],
    // Browsers take a name with this prefix from no other host and no plain connection.
    cookieName: secure ? '__Host-ateneu' : 'ateneu',
    expiry: lifetimeSeconds,
    // Lax, so that the way back from the issuer finds the attempt.
    cookie: { path: '/', httpOnly: true, secure, sameSite: 'lax' },
  });
  await app.register(csrfProtection, { sessionPlugin: '@fastify/secure-session' });
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') done();
    // The plugin sends its refusal itself; ours says what to do.
    else app.csrfProtection(request, Object.create(reply, { send: { value: () => done(formExpired()) } }), done);
  });
}

/** Reads a part of the session. */
export function sessionValue<K extends keyof SessionValues>(
  request: FastifyRequest,
  key: K,
): SessionValues[K] | undefined {
  return request.session.get(key) as SessionValues[K] | undefined;
}

/** Sets or takes away a part of the session. */
export function setSessionValue<K extends keyof SessionValues>(
  request: FastifyRequest,
  key: K,
  value: SessionValues[K] | undefined,
): void {
  (request.session as { set(name: string, value: unknown): void }).set(key, value);
}

/** Begins a new session that holds nothing of the one before. */
export function renewSession(request: FastifyRequest): void {
  request.session.regenerate();
}

/** Ends the session. */
export function endSession(request: FastifyRequest): void {
  request.session.delete();
}
