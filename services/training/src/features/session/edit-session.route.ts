import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './session.decide.ts';
import type { RouteContext } from './session.routes.ts';
import { detailsFrom, existing, placesFrom, sessionInputSchema, sessionVersionSchema } from './session.schemas.ts';

/** Staff replace what a session says of itself, its capacity included. */
export function editSession({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'PUT',
    url: '/v1/staff/sessions/:id',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'editSession',
      tags: ['Sessions'],
      summary: 'Edit a session',
      description:
        'Replaces all of its details. While anybody is enrolled, date, mode and venue stay as they were announced. ' +
        'A higher capacity gives places to those who wait.',
      params: z.object({ id: idSchema }),
      body: sessionInputSchema,
      response: { 200: sessionVersionSchema },
    },
    handler: async (request, reply) => {
      const { body } = request;
      const saved = await store.update(
        request.params.id,
        (state, { enrolled }) =>
          decide({ type: 'edit', details: detailsFrom(body), ...placesFrom(body), enrolled, at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}
