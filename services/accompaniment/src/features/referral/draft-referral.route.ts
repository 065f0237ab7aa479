import { newId } from '@ateneu/kernel';
import { etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { decide, decideAll } from './referral.decide.ts';
import type { RouteContext } from './referral.routes.ts';
import { consentSchema, contentSchema, projectFrom, versionSchema } from './referral.schemas.ts';

/** Staff prepare a referral to a partner; the consent may be noted now or later, and nothing leaves before it is. */
export function draftReferral({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/referrals',
    config: { access: { kind: 'staff', roles: ['technician'] }, idempotent: true },
    schema: {
      operationId: 'draftReferral',
      tags: ['Referrals'],
      summary: 'Draft a referral to a partner',
      description: 'It stays a draft until it is sent, which needs a consent.',
      body: contentSchema.extend({
        partnerId: idSchema,
        projectId: idSchema.optional().describe('The project that it is about; its documents may then be shared.'),
        consent: consentSchema.optional(),
      }),
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const { consent, project, ...rest } = request.body;
      const at = clock.now();
      const content = { ...rest, id: newId(), direction: 'outbound' as const, project: projectFrom(project) };
      const events = decideAll([{ type: 'draft', by: 'ateneu', content, consent, today: dayOf(at), at }]);
      const saved = await store.create(events, { idempotency: idempotency(request, 'draft-referral') });
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/referrals/:id/consent',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'recordConsent',
      tags: ['Referrals'],
      summary: 'Note the person’s consent on a draft',
      description: 'Needs `If-Match`.',
      params: z.object({ id: idSchema }),
      body: consentSchema,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const at = clock.now();
      const saved = await store.update(
        request.params.id,
        (state) => decide({ type: 'record-consent', by: 'ateneu', consent: request.body, today: dayOf(at), at }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
