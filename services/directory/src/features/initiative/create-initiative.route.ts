import { newId } from '@ateneu/kernel';
import { type App, etag, idempotency } from '@ateneu/service-kit';

import { existing } from './edit-initiative.route.ts';
import { detailsFrom, detailsSchema } from './details.schemas.ts';
import { decide } from './initiative.decide.ts';
import type { InitiativeRoutes } from './initiative.routes.ts';
import { versionSchema } from './initiative.schemas.ts';
import { initialInitiative } from './initiative.ts';

/** Staff write down an initiative themselves. */
export function createInitiative(app: App, { store, clock }: InitiativeRoutes): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/initiatives',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'createInitiative',
      tags: ['Moderation'],
      summary: 'Write down an initiative',
      description: 'It begins as a proposal, like everybody’s; there is nobody to confirm it.',
      body: detailsSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const details = detailsFrom(request.body, { at: clock.now() });
      const propose = { type: 'propose', id: newId(), details, origin: { kind: 'staff' }, at: clock.now() } as const;
      const saved = await store.create(decide(propose, initialInitiative), { idempotency: idempotency(request) });
      void reply.header('etag', etag(saved.version));
      return reply.code(201).send(existing(saved));
    },
  });
}
