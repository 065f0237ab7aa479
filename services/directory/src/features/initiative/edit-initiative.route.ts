import { type App, etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { detailsFrom, detailsSchema } from './details.schemas.ts';
import { decide } from './initiative.decide.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { versionSchema } from './initiative.schemas.ts';

/** Staff replace what an initiative says of itself. */
export function editInitiative(app: App, { store, clock }: InitiativeRoutes): void {
  app.route({
    method: 'PUT',
    url: '/v1/staff/initiatives/:id',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'editInitiative',
      tags: ['Moderation'],
      summary: 'Edit an initiative',
      description: 'Replaces all of its details. Needs `If-Match` with the version that was read.',
      params: z.object({ id: idSchema }),
      body: detailsSchema,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const expectedVersion = requireIfMatch(request);
      const details = detailsFrom(request.body, { at: clock.now() });
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'edit', details, at: clock.now() }, state),
        { expectedVersion },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}

/** A saved initiative is in one of the states that exist. */
export function existing<T extends { status: string }>(saved: T): T & { status: Exclude<T['status'], 'none'> } {
  if (saved.status === 'none') throw new TypeError('Nothing was saved.');
  return saved as T & { status: Exclude<T['status'], 'none'> };
}
