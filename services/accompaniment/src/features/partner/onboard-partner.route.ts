import { newId } from '@ateneu/kernel';
import { etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './partner.decide.ts';
import type { RouteContext } from './partner.routes.ts';
import { profileFrom, profileSchema, versionSchema } from './partner.schemas.ts';
import { initialPartner } from './partner.ts';

/** Coordinators take an entity into the registry, and keep what is known of it. */
export function onboardPartner({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/partners',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, idempotent: true },
    schema: {
      operationId: 'onboardPartner',
      tags: ['Partners'],
      summary: 'Take a partner into the registry',
      description: 'It gets its credentials in a step of its own.',
      body: profileSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const profile = profileFrom(request.body);
      const events = decide({ type: 'onboard', id: newId(), profile, at: clock.now() }, initialPartner);
      const saved = await store.create(events, { idempotency: idempotency(request, 'onboard-partner') });
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/partners/:id',
    config: { access: { kind: 'staff', roles: ['coordinator'] }, ifMatch: true },
    schema: {
      operationId: 'editPartner',
      tags: ['Partners'],
      summary: 'Edit a partner',
      description: 'Replaces all that is known of it. Needs `If-Match` with the version that was read.',
      params: z.object({ id: idSchema }),
      body: profileSchema,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const profile = profileFrom(request.body);
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'change-profile', profile, at: clock.now() }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
