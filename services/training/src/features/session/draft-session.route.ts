import { newId } from '@ateneu/kernel';
import { etag, idempotency } from '@ateneu/service-kit';

import { decide } from './session.decide.ts';
import type { RouteContext } from './session.routes.ts';
import { detailsFrom, existing, placesFrom, sessionInputSchema, sessionVersionSchema } from './session.schemas.ts';
import { initialSession } from './session.ts';

/** Staff prepare a session; nobody else sees it yet. */
export function draftSession({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/sessions',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'draftSession',
      tags: ['Sessions'],
      summary: 'Draft a session',
      description: 'The session stays hidden until it is published.',
      body: sessionInputSchema,
      response: { 201: sessionVersionSchema },
    },
    handler: async (request, reply) => {
      const { body } = request;
      const events = decide(
        { type: 'draft', id: newId(), details: detailsFrom(body), ...placesFrom(body), at: clock.now() },
        initialSession,
      );
      const saved = await store.create(events, { idempotency: idempotency(request) });
      void reply.code(201).header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}
