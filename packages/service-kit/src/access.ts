import type { Actor, OperationContext } from '@ateneu/kernel';

/** What staff may do, lowest first; a higher role includes the lower ones. */
export const roles = ['technician', 'coordinator', 'admin'] as const;

/** A role of the staff. */
export type Role = (typeof roles)[number];

/**
 * Who may call a route. Every route says it in `config.access`; one that does not keeps the app from being built.
 *
 * - `public`: anybody
 * - `staff`: a token of the issuer with one of these roles, or a higher one
 * - `partner`: an API key of a partner entity
 * - `link`: whoever holds the secret in the address, which the handler itself checks
 * - `session`: a person whom this service signed in, by its own cookie; the service's own hook checks it, and every form
 *   carries a token against forgery
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'staff'; readonly roles: readonly [Role, ...Role[]] }
  | { readonly kind: 'partner' }
  | { readonly kind: 'link' }
  | { readonly kind: 'session' };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route. */
    access: Access;
    /** The route edits one version of a thing: `If-Match` is required, and documented. */
    ifMatch?: true;
    /** The route creates and may be repeated: `Idempotency-Key` is understood, and documented. */
    idempotent?: true;
  }

  interface FastifyRequest {
    /** Who is calling. Citizens have no account: on public and link routes it is the anonymous citizen. */
    actor: Actor;
    /** The kernel's context of this request; the same object that `currentContext()` gives inside the handler. */
    operation: OperationContext;
  }
}

/** The actor of a request that nobody has identified. */
export const anonymous: Actor = { kind: 'citizen', id: 'anonymous' };

/** Whether somebody with the roles `held` may pass where one of `required` is asked for. */
export function hasRole(held: readonly string[], required: readonly Role[]): boolean {
  const highest = Math.max(...held.map((role) => roles.indexOf(role as Role)), -1);
  return required.some((role) => roles.indexOf(role) <= highest);
}

/**
 * Says who is calling once the handler knows: the holder of an e-mail link, for example. From then on audit records
 * and histories name this actor.
 */
export function identify(request: { actor: Actor; operation: OperationContext }, actor: Actor): void {
  request.actor = actor;
  request.operation.actor = actor;
}
