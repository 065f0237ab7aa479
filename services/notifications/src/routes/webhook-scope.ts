import type { Access } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import type { Scope } from '../delivery/webhook-endpoints.store.ts';

/** Who works with endpoints through a set of routes: a partner with its own, or staff with everybody's. */
export interface Desk {
  name: 'partner' | 'staff';
  /** Who may look. */
  read: Access;
  /** Who may change something. */
  write: Access;
  /** The path below which the endpoints are. */
  path: string;
  /** Makes an operation's name this desk's own. */
  operation(name: string): string;
}

export const partnerDesk: Desk = {
  name: 'partner',
  read: { kind: 'partner' },
  write: { kind: 'partner' },
  path: '/v1/partner/webhook-endpoints',
  operation: (name) => name,
};

export const staffDesk: Desk = {
  name: 'staff',
  read: { kind: 'staff', roles: ['technician'] },
  write: { kind: 'staff', roles: ['coordinator'] },
  path: '/v1/staff/webhook-endpoints',
  operation: (name) => `${name}AsStaff`,
};

/** What the caller may see: only a partner's own, unless it is staff. */
export function scopeOf(request: Pick<FastifyRequest, 'actor'>): Scope {
  return request.actor.kind === 'staff' ? 'staff' : { partnerId: request.actor.id };
}
