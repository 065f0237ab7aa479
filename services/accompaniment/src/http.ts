import type { Actor } from '@ateneu/kernel';

/** The partner that is calling. The route's access lets nobody else in. */
export function partnerOf(request: { actor: Actor }): { id: string; name: string } {
  if (request.actor.kind !== 'partner') throw new TypeError('This route is for partners.');
  return { id: request.actor.id, name: request.actor.name };
}

/** The API key, or the token of a session, that the caller came with. */
export function bearerOf({ headers }: { headers: { authorization?: string | undefined } }): string {
  return headers.authorization?.split(/ +/)[1] ?? '';
}

/** The member of the staff that is calling. */
export function staffOf(request: { actor: Actor }): { id: string; name: string } {
  if (request.actor.kind !== 'staff') throw new TypeError('This route is for staff.');
  return { id: request.actor.id, name: request.actor.name };
}
