import type { Actor } from '@ateneu/kernel';

/** The partner that is calling. The route's access lets nobody else in. */
export function partnerOf(request: { actor: Actor }): { id: string; name: string } {
  if (request.actor.kind !== 'partner') throw new TypeError('This route is for partners.');
  return { id: request.actor.id, name: request.actor.name };
}

/** The member of the staff that is calling. */
export function staffOf(request: { actor: Actor }): { id: string; name: string } {
  if (request.actor.kind !== 'staff') throw new TypeError('This route is for staff.');
  return { id: request.actor.id, name: request.actor.name };
}
