import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';

import { escapeHtml, html, page, pageHeaders, trusted } from '../pages/page.ts';
import type { IssuerKeys } from './keys.ts';
import { findStaff } from './staff.ts';

/** The public client of the local platform: consoles, documentation pages, command lines, tests. */
export const consoleClientId = 'ateneu-console';

/** The resource that access tokens are for; its audience is what the services check. */
const apiResource = 'urn:ateneu:api';
const apiScope = 'api';
const identityScopes = ['openid', 'profile', 'email', 'roles', 'offline_access'];

/** What an issuer is made from. */
export interface IssuerOptions {
  /** The issuer's identifier, as people reach it: `http://localhost:4000/issuer`. */
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
}

/**
 * Makes the local OpenID Connect issuer: authorization code with PKCE for one public client, access tokens as JWTs
 * that carry the person's name, e-mail and roles. Sessions and refresh tokens live in memory; signing keys do not.
 */
export function createProvider({ issuer, audience, keys }: IssuerOptions): Provider {
  const provider = new Provider(issuer, {
    clients: [consoleClient(new URL(issuer).origin)],
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookieKeys,
      names: { session: 'ateneu_session', interaction: 'ateneu_interaction', resume: 'ateneu_resume' },
    },
    claims: { openid: ['sub'], profile: ['name', 'locale'], email: ['email', 'email_verified'], roles: ['roles'] },
    scopes: ['openid', 'offline_access'],
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(id),
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token ? findStaff(token.accountId) : undefined;
      return person && { name: person.name, email: person.email, roles: [...person.roles] };
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== apiResource) throw new errors.InvalidTarget();
          return { scope: apiScope, audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
        },
      },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    interactions: { url: (_context, interaction) => `${issuer}/interaction/${interaction.uid}`, policy: policy() },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    loadExistingGrant: async (context) => {
      // One application of our own, and everything it may ask for is granted: nobody is asked for consent.
      const grant = new provider.Grant({
        accountId: context.oidc.session?.accountId ?? '',
        clientId: context.oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope(identityScopes.join(' '));
      grant.addResourceScope(apiResource, apiScope);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError,
    clientBasedCORS: (_context, origin) => new URL(origin).hostname === 'localhost',
    ttl: {
      AccessToken: 60 * 60,
      AuthorizationCode: 60,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      Session: 12 * 60 * 60,
      Grant: 12 * 60 * 60,
      RefreshToken: 12 * 60 * 60,
    },
  } satisfies Configuration);
  provider.proxy = true;
  return provider;
}

function consoleClient(origin: string): NonNullable<Configuration['clients']>[number] {
  const services = ['directory', 'training', 'accompaniment', 'notifications'];
  return {
    client_id: consoleClientId,
    client_name: 'Ateneu (local)',
    // Native clients may come back to any port of the loopback addresses, as command lines do (RFC 8252).
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [
      `${origin}/callback`,
      ...services.map((name) => `${origin}/${name}/docs/static/oauth2-redirect.html`),
      'http://127.0.0.1/callback',
      'http://[::1]/callback',
    ],
    post_logout_redirect_uris: [`${origin}/`],
  };
}

function policy(): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base();
  // The client is the platform's own; asking again at each sign-in protects nobody here.
  prompts.get('consent')?.checks.remove('native_client_prompt');
  return prompts;
}

function findAccount(id: string): Awaited<ReturnType<NonNullable<Configuration['findAccount']>>> {
  const person = findStaff(id);
  if (person === undefined) return undefined;
  const { name, email, roles } = person;
  return {
    accountId: person.id,
    claims: () => ({ sub: person.id, name, email, email_verified: true, locale: 'ca', roles: [...roles] }),
  };
}

function respond(context: KoaContextWithOIDC, title: string, body: ReturnType<typeof html>): void {
  context.set(pageHeaders);
  context.body = page(title, body);
}

function renderError(
  context: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const description = out.error_description ?? '';
  respond(
    context,
    'No s’ha pogut iniciar la sessió',
    html`<h1>No s’ha pogut iniciar la sessió</h1>
      <p>Torneu a començar des de l’aplicació.</p>
      <p lang="es">No se ha podido iniciar la sesión. Vuelva a empezar desde la aplicación.</p>
      <pre lang="en">${out.error}: ${description}</pre>`,
  );
}

function logoutSource(context: KoaContextWithOIDC, form: string): void {
  respond(
    context,
    'Tancar la sessió',
    html`<h1>Voleu tancar la sessió?</h1>
      <p lang="es">¿Quiere cerrar la sesión?</p>
      ${trusted(form)}
      <button type="submit" form="op.logoutForm" value="yes" name="logout">
        Sí, tanca la sessió · <span lang="es">Sí, cerrar</span>
      </button>
      <button type="submit" form="op.logoutForm">No · <span lang="es">No</span></button>`,
  );
}

function postLogoutSuccessSource(context: KoaContextWithOIDC): void {
  const name = escapeHtml(context.oidc.client?.clientName ?? 'Ateneu');
  respond(
    context,
    'Sessió tancada',
    html`<h1>Heu tancat la sessió</h1>
      <p lang="es">Ha cerrado la sesión.</p>
      <p>${trusted(name)}</p>`,
  );
}
